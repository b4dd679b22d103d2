"""Numbers, paper, secrecy and terms without a database."""

from datetime import date, datetime, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.government.office.errors import DueDayWrong, StateSecretRefused, TypeUnknown
from nentang.government.office.rules.contents import contents_paper
from nentang.government.office.rules.numbers import (
    abbreviation_of,
    is_notation,
    notation_of,
    padded,
)
from nentang.government.office.rules.paper import addressed, paragraphs
from nentang.government.office.rules.secrecy import OPEN, check_open, secrecy_on
from nentang.government.office.rules.terms import (
    check_due_day,
    is_issued_same_day,
    issue_days_on,
    retention_years_on,
    span_of_month,
)
from nentang.government.office.rules.types import type_named, types_on
from nentang.kernel.clock import VIETNAM

TODAY = date(2020, 12, 7)


def test_the_law_names_29_types_each_with_a_notation_of_its_own() -> None:
    types = types_on(TODAY)

    assert len(types) == 29
    shorts = [each.short for each in types.values() if not each.is_letter]
    assert len(shorts) == len(set(shorts)) == 27
    with pytest.raises(TypeUnknown):
        type_named("XX", TODAY)


@pytest.mark.parametrize(
    ("code", "unit", "notation"),
    [
        ("QD", "VX", "QĐ-UBND"),
        ("CTR", "", "CTr-UBND"),
        ("CV", "VX", "UBND-VX"),
    ],
)
def test_a_letter_names_its_unit_and_all_others_their_type(
    code: str, unit: str, notation: str
) -> None:
    assert notation_of(type_named(code, TODAY), body="UBND", unit=unit) == notation


@pytest.mark.parametrize(
    ("name", "is_committee", "short"),
    [
        ("Ủy ban nhân dân xã Mẫu", True, "UBND"),
        ("Sở Nội vụ", False, "SNV"),
        ("Sở Lao động – Thương binh và Xã hội", False, "SLĐTBVXH"),
        ("Ấ", False, "CQ"),
    ],
)
def test_a_body_is_called_by_its_first_letters(name: str, is_committee: bool, short: str) -> None:
    assert abbreviation_of(name, is_committee=is_committee) == short


@given(st.text(max_size=80), st.booleans())
def test_whatever_a_body_is_called_its_notation_can_be_written(
    name: str, is_committee: bool
) -> None:
    assert is_notation(abbreviation_of(name, is_committee=is_committee))


@given(st.integers(min_value=1, max_value=99_999))
def test_a_number_is_written_with_two_digits_at_least_and_read_back(serial: int) -> None:
    assert len(padded(serial)) >= 2
    assert int(padded(serial)) == serial


@pytest.mark.parametrize(
    "text",
    [
        "MẬT",
        " Tối mật ".upper(),
        "Độ mật: Mật",
        "ĐỘ MẬT: TUYỆT MẬT",
        "(MẬT)",
        "Điều 1.\n  TỐI MẬT\nĐiều 2.",
        normalize("NFD", "MẬT"),
    ],
)
def test_a_line_that_is_a_stamp_is_refused(text: str) -> None:
    with pytest.raises(StateSecretRefused):
        check_open(OPEN, "Việc mẫu", text, on=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Mật ong rừng",
        "MẬT ONG U MINH",
        "mật",
        "Về việc bảo vệ bí mật nhà nước",
        "Độ mật của văn bản",
    ],
)
def test_a_sentence_with_the_word_is_not(text: str) -> None:
    check_open(OPEN, text, on=TODAY)


@given(st.sampled_from(["secret", "top_secret", "utmost_secret", "", "anything"]))
def test_every_degree_but_open_is_refused(degree: str) -> None:
    with pytest.raises(StateSecretRefused):
        check_open(degree, "Việc mẫu", on=TODAY)


def test_the_page_can_say_where_to_go_in_both_languages() -> None:
    rule = secrecy_on(TODAY).value

    assert "không nối mạng" in rule.where("vi")
    assert "no network" in rule.where("en")


def test_grounds_stand_before_what_is_resolved_and_nowhere_else() -> None:
    set_lines = paragraphs("Căn cứ Luật;\nXét đề nghị.\nQUYẾT ĐỊNH\nĐiều 1. Làm.\nGiao Văn phòng.")

    assert [each["style"] for each in set_lines] == [
        "ground",
        "ground",
        "resolves",
        "article",
        "plain",
    ]
    assert set_lines[2]["text"] == "QUYẾT ĐỊNH:"
    assert (set_lines[3]["mark"], set_lines[3]["text"]) == ("Điều 1.", "Làm.")
    assert [each["style"] for each in paragraphs("Thực hiện kế hoạch.\nBáo cáo.")] == ["plain"] * 2


@given(st.text(max_size=400))
def test_no_word_of_a_text_is_lost_on_paper(text: str) -> None:
    printed = " ".join(f"{each['mark']} {each['text']}" for each in paragraphs(text))
    meant = " ".join(line.strip() for line in text.splitlines() if line.strip())

    assert printed.replace(":", "").split() == meant.replace(":", "").split()


def test_a_letter_addresses_bodies_and_others_list_them() -> None:
    names = ["Ủy ban nhân dân huyện Mẫu", "Sở Mẫu"]

    assert addressed(names, is_letter=True, unit="VX") == (names, ["Như trên", "Lưu: VT, VX"])
    assert addressed(names, is_letter=False, unit="") == ([], [*names, "Lưu: VT"])
    assert addressed([*names, "Lưu: VT, TH"], is_letter=False, unit="") == (
        [],
        [*names, "Lưu: VT, TH"],
    )


@given(st.dates(min_value=date(2019, 1, 1), max_value=date(2030, 1, 1)))
def test_work_is_due_from_today_on_and_within_two_years(day: date) -> None:
    distance = (day - TODAY).days
    if 0 <= distance <= 731:
        check_due_day(day, TODAY)
    else:
        with pytest.raises(DueDayWrong):
            check_due_day(day, TODAY)


@given(st.dates(min_value=date(2019, 1, 1), max_value=date(2040, 12, 31)))
def test_every_day_is_in_the_span_of_its_month_and_of_no_other(day: date) -> None:
    begins, ends = span_of_month(day.replace(day=1))
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=VIETNAM)

    assert begins <= noon <= ends
    assert (begins - timedelta(seconds=1)).astimezone(VIETNAM).month != day.month
    assert (ends + timedelta(seconds=1)).astimezone(VIETNAM).month != day.month


def test_the_day_is_the_day_in_viet_nam() -> None:
    late = datetime(2020, 12, 7, 23, 59, tzinfo=VIETNAM)

    assert is_issued_same_day(late - timedelta(hours=23), late)
    assert not is_issued_same_day(late, late + timedelta(minutes=1))


def test_terms_are_data_that_nobody_has_compared_yet() -> None:
    assert issue_days_on(TODAY).value == 1
    assert not issue_days_on(TODAY).verified
    assert 0 in retention_years_on(TODAY).value


def test_the_closing_list_is_in_the_order_of_days_and_keeps_what_has_none() -> None:
    paper = contents_paper(
        "HS",
        "Việc mẫu",
        [
            ("2/TB", date(2020, 2, 1), "Thông báo", "Hai", "Sở Mẫu"),
            ("", None, "", "Không ngày", ""),
            ("1/QĐ", date(2020, 1, 1), "Quyết định", "Một", "Sở Mẫu"),
        ],
    )

    assert [line[1] for line in paper["table"]["lines"]] == ["1/QĐ", "2/TB", ""]
    assert paper["table"]["lines"][0][2:4] == ["01/01/2020", "Quyết định – Một"]
    assert paper["closing"] == ["Hồ sơ gồm 3 văn bản."]
