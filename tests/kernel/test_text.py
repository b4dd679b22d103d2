"""Folding, sorting and writing Vietnamese."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.kernel.text import fold, matches, normalize_name, sort_key, whole_number


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Xã Yên Hòa", "xa yen hoa"),
        ("Xã Yên Hoà", "xa yen hoa"),
        ("  ĐẮK   Lắk ", "dak lak"),
        ("Thừa Thiên Huế", "thua thien hue"),
        ("Nguyễn Thị Ướt Mượt", "nguyen thi uot muot"),
        ("Yên\0Hoà", "yen hoa"),
    ],
)
def test_fold_drops_marks_case_and_spare_spaces(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_fold_is_settled_after_one_pass(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))
    assert sort_key(normalize("NFD", text)) == sort_key(normalize("NFC", text))
    assert normalize_name(normalize("NFD", text)) == normalize_name(normalize("NFC", text))


def test_letters_sort_in_the_order_of_the_alphabet() -> None:
    alphabet = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(alphabet, key=sort_key, reverse=True) == alphabet[::-1]


def test_tones_sort_in_the_order_of_dictionaries() -> None:
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(tones, key=sort_key, reverse=True) == tones[::-1]


def test_syllables_are_compared_one_after_the_other() -> None:
    places = [
        "Ba Đình",
        "Bà Rịa",
        "Bắc Kạn",
        "Bắc Ninh",
        "Bến Tre",
        "Đà Nẵng",
        "Điện Biên",
        "Hà Nội",
    ]
    assert sorted(places, key=sort_key, reverse=True) == places[::-1]
    assert sorted(["Dương", "Đan", "Dĩ An"], key=sort_key) == ["Dĩ An", "Dương", "Đan"]
    wards = ["Phường 1", "Phường 2", "Phường 10", "Phường An", "Xã 1"]
    assert sorted(wards, key=sort_key, reverse=True) == wards[::-1]


def test_the_place_of_the_tone_mark_does_not_count() -> None:
    assert sort_key("Hoà Bình") == sort_key("Hòa Bình")
    assert sort_key("Thuý") == sort_key("Thúy")


@given(st.text())
def test_sort_keys_are_plain_under_any_collation(text: str) -> None:
    assert set(sort_key(text)) <= set("0123456789abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  lê   thị mẫu ", "Lê Thị Mẫu"),
        ("BÙI VĂN THỬ", "Bùi Văn Thử"),
        ("h'hen niê", "H'Hen Niê"),
        ("Bà rịa-vũng tàu", "Bà Rịa-Vũng Tàu"),
        ("Anna McKay", "Anna McKay"),
    ],
)
def test_names_are_written_as_they_should_be(typed: str, name: str) -> None:
    assert normalize_name(typed) == name


@given(st.text(alphabet="aăâbđêôơư ẮỔýỵ'-", max_size=30))
def test_a_normal_name_stays_as_it_is(text: str) -> None:
    assert normalize_name(normalize_name(text)) == normalize_name(text)


@pytest.mark.parametrize(
    ("needle", "found"),
    [("yen hoa", True), ("Hoà yên", True), ("yen mo", True), ("yen lac", False), ("", True)],
)
def test_every_word_typed_must_begin_a_word(needle: str, found: bool) -> None:
    assert matches(needle, "Xã Yên Hòa, huyện Yên Mô") is found


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("9" * 18, 10**18 - 1), ("9" * 19, None), ("²", None), ("٣", None)],
)
def test_only_plain_digits_are_a_number(text: str, number: int | None) -> None:
    assert whole_number(text) == number
