"""What a paper says beside a question is offered for it, and for no other."""

from nentang.foundation.forms.enums import FieldKind
from nentang.foundation.forms.rules.definition import Field, Words
from nentang.foundation.forms.rules.suggesting import suggestions


def field(name: str, label: str) -> Field:
    return Field(name=name, kind=FieldKind.TEXT, label=Words(vi=label, en=label))


NAME, MOTHER = field("child_name", "Họ và tên"), field("mother_name", "Họ, chữ đệm, tên của mẹ")


def test_what_stands_behind_the_questions_words_is_offered() -> None:
    found = suggestions(
        [NAME, MOTHER], ["1. Họ và tên: Lê An Nháp", "Giới tính: Nữ", "không có gì"]
    )

    assert found == {"child_name": ("Lê An Nháp",)}


def test_marks_and_capitals_are_forgiven() -> None:
    assert suggestions([NAME], ["HO VA TEN : Lê An"]) == {"child_name": ("Lê An",)}


def test_one_common_word_is_not_enough() -> None:
    assert suggestions([MOTHER], ["Tên: Lê An", "Mẹ: Lê Thị Mẫu"]) == {}


def test_the_same_is_offered_once_and_at_most_three() -> None:
    lines = ["Họ và tên: A", "Họ và tên: A", *[f"Họ và tên: {each}" for each in "BCDE"]]

    assert suggestions([NAME], lines) == {"child_name": ("A", "B", "C")}
