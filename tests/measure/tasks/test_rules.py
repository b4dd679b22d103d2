"""Pure rules: how a task stands, and what decisions say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.measure.tasks.enums import DeadlineKind, Doubt, Standing
from nentang.measure.tasks.rules.blocks import Block
from nentang.measure.tasks.rules.bodies import Directory, spelled_out
from nentang.measure.tasks.rules.deadlines import read_deadline
from nentang.measure.tasks.rules.intake import is_address
from nentang.measure.tasks.rules.items import read_item
from nentang.measure.tasks.rules.proposals import propose
from nentang.measure.tasks.rules.standing import DONE, Days, days_late, standing
from nentang.measure.tasks.rules.tracking import steering_reported, tracking_on

SIGNED = date(2020, 6, 3)
DAY = st.dates(date(2020, 1, 1), date(2021, 12, 31))
MAYBE = st.none() | DAY


@given(DAY | st.none(), st.integers(0, 90), MAYBE, MAYBE, MAYBE, DAY)
def test_a_standing_is_derived_from_days_alone(  # type: ignore[no-untyped-def]
    first_due_on, moved, started_on, reported_on, returned_on, today
) -> None:
    due_on = first_due_on and first_due_on + timedelta(days=moved)
    for accepted_on in (None, reported_on):
        days = Days(
            due_on=due_on,
            first_due_on=first_due_on,
            started_on=started_on,
            reported_on=reported_on,
            accepted_on=accepted_on,
            returned_on=returned_on,
        )
        found = standing(days, today)
        end = reported_on or today
        is_late = due_on is not None and end > due_on
        assert (found in DONE) == (accepted_on is not None)
        assert (found in (Standing.LATE, Standing.DONE_LATE)) == is_late
        assert is_late == (days_late(days, today) > 0)
        if found is Standing.EXTENDED:
            assert moved
        if found is Standing.RETURNED:
            assert returned_on
            assert not reported_on
        if found is Standing.NOT_DUE:
            assert not started_on
        if found is Standing.IN_TIME:
            assert started_on or reported_on


@given(DAY, DAY, DAY)
def test_once_late_a_task_stays_late_until_it_is_reported(due, one, two) -> None:  # type: ignore[no-untyped-def]
    first, then = sorted((one, two))
    days = Days(due_on=due, first_due_on=due)

    if standing(days, first) is Standing.LATE:
        assert standing(days, then) is Standing.LATE


def test_a_task_without_a_day_is_never_late() -> None:
    assert standing(Days(None, None), date(2099, 1, 1)) is Standing.NOT_DUE
    assert standing(Days(None, None, started_on=SIGNED), date(2099, 1, 1)) is Standing.IN_TIME


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Trước 31/12/2020", date(2020, 12, 31)),
        ("trước ngày 05 tháng 9 năm 2020", date(2020, 9, 5)),
        ("Quý IV/2020", date(2020, 12, 31)),
        ("quý III - IV năm 2021", date(2021, 12, 31)),
        ("Quý II", date(2020, 6, 30)),
        ("6 tháng đầu năm 2021", date(2021, 6, 30)),
        ("6 tháng cuối năm 2021", date(2021, 12, 31)),
        ("Tháng 02/2024", date(2024, 2, 29)),
        ("2021 – 2025", date(2025, 12, 31)),
        ("đến năm 2030", date(2030, 12, 31)),
        ("trong 30 ngày kể từ ngày ký", date(2020, 7, 3)),
        ("sau 06 tháng", date(2020, 12, 3)),
    ],
)
def test_deadlines_are_read_as_they_are_written(words: str, day: date) -> None:
    found = read_deadline(words, SIGNED)

    assert (found.kind, found.due_on) == (DeadlineKind.DAY, day)
    assert 0 < found.sure <= 95


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Thường xuyên", DeadlineKind.STANDING),
        ("hằng năm", DeadlineKind.YEARLY),
        ("Hàng quý", DeadlineKind.QUARTERLY),
        ("mỗi tháng", DeadlineKind.MONTHLY),
        ("31/02/2020", DeadlineKind.OPEN),
        ("theo tiến độ của đề án", DeadlineKind.OPEN),
        ("", DeadlineKind.OPEN),
        ("sau 9999 tháng", DeadlineKind.OPEN),
    ],
)
def test_what_has_no_day_gets_none(words: str, kind: DeadlineKind) -> None:
    found = read_deadline(words, SIGNED)

    assert (found.kind, found.due_on) == (kind, None)


@given(st.text(max_size=80))
def test_whatever_stands_there_a_deadline_is_read_or_open(words: str) -> None:
    found = read_deadline(words, SIGNED)

    assert (found.kind is DeadlineKind.DAY) == (found.due_on is not None)


def test_points_are_told_by_their_numbers() -> None:
    assert read_item("IV. Dữ liệu").number == "IV"
    assert read_item("2.1. Xây dựng").number == "2.1"
    assert read_item("a) Rà soát").number == "a"
    assert read_item("Điều 2. Tổ chức").number == "2"
    assert read_item("2020 là năm khởi động").number == ""
    assert read_item("Vận hành").number == ""


BODIES = Directory(
    [
        (1, "Bộ Thông tin và Truyền thông"),
        (2, "Bộ Nội vụ"),
        (3, "Sở Văn hoá, Thể thao và Du lịch"),
        (4, "Ủy ban nhân dân huyện Ba Tri"),
        (5, "Sở Lao động – Thương binh và Xã hội"),
        (6, "Phòng Y tế"),
        (7, "Phòng Y tế"),
    ]
)


@pytest.mark.parametrize(
    ("words", "ids", "has_more"),
    [
        ("Bộ TT&TT", (1,), False),
        ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", (1,), False),
        ("Bộ Nội vụ, Bộ TTTT và các cơ quan liên quan", (2, 1), False),
        ("Sở Văn hóa, Thể thao và Du lịch; Sở LĐ-TB&XH", (3, 5), False),
        ("UBND huyện Ba Tri", (4,), False),
        ("Uỷ ban nhân dân huyện Ba Tri, Hội Nông dân", (4,), True),
        ("Các bộ, ngành", (), True),
        ("", (), False),
    ],
)
def test_bodies_are_found_by_name_and_short_name(
    words: str, ids: tuple[int, ...], has_more: bool
) -> None:
    found = BODIES.find(words)

    assert (found.ids, found.has_more) == (ids, has_more)


def test_a_name_that_two_bodies_have_names_neither() -> None:
    assert BODIES.find("Phòng Y tế").ids == ()


def test_short_names_are_written_out() -> None:
    assert spelled_out("UBND TP. Bến Tre") == (
        "uy",
        "ban",
        "nhan",
        "dan",
        "thanh",
        "pho",
        "ben",
        "tre",
    )


def rows(*cells: tuple[str, ...]) -> list[Block]:
    return [Block(f"table:1:{place}", each, is_row=True) for place, each in enumerate(cells, 1)]


HEAD = ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Kết quả", "Thời gian")


def test_a_table_says_what_who_with_whom_and_by_when() -> None:
    (one,) = propose(
        rows(
            HEAD,
            ("I", "Hạ tầng", "", "", "", ""),
            ("1", "Xây dựng kho dữ liệu", "Bộ TT&TT", "Bộ Nội vụ", "Kho", "Quý I/2021"),
        ),
        BODIES,
        SIGNED,
    )

    assert (one.item, one.area, one.lead, one.supports) == ("1", "Hạ tầng", 1, (2,))
    assert one.due.due_on == date(2021, 3, 31)
    assert one.output == "Kho"
    assert one.spot == "table:1:3"
    assert one.doubts == ()


def test_a_table_that_sets_no_tasks_is_left_alone() -> None:
    assert propose(rows(("Họ tên", "Chức vụ"), ("Mẫu", "Thử")), BODIES, SIGNED) == ()


def test_what_is_not_known_stays_open_and_is_said() -> None:
    (one,) = propose(
        rows(HEAD, ("1", "Làm một việc đủ dài", "Hội Mẫu", "", "", "khi có điều kiện")),
        BODIES,
        SIGNED,
    )

    assert one.lead is None
    assert one.lead_words == "Hội Mẫu"
    assert set(one.doubts) == {Doubt.LEAD, Doubt.DUE}
    assert one.sure == 0


def test_of_two_who_lead_the_first_is_proposed_and_doubted() -> None:
    (one,) = propose(
        rows(HEAD, ("1", "Làm một việc đủ dài", "Bộ TT&TT, Bộ Nội vụ", "", "", "2021 - 2025")),
        BODIES,
        SIGNED,
    )

    assert (one.lead, one.supports) == (1, (2,))
    assert Doubt.LEAD in one.doubts


def paragraphs(*texts: str) -> list[Block]:
    return [Block(f"para:{place}", (each,)) for place, each in enumerate(texts, 1)]


def test_sentences_say_who_leads_and_who_helps() -> None:
    found = propose(
        paragraphs(
            "II. Dữ liệu số",
            "1. Bộ Thông tin và Truyền thông chủ trì, phối hợp với Bộ Nội vụ và các cơ quan liên quan xây dựng khung kiến trúc; hoàn thành trước ngày 30/9/2020.",
            "2. Sở LĐ-TB&XH:",
            "a) Mở sàn việc làm trong Quý IV/2020.",
            "b) Cập nhật nhu cầu việc làm, thường xuyên.",
            "3. Xây dựng kho dữ liệu dùng chung",
            "Cơ quan chủ trì: UBND huyện Ba Tri",
            "Cơ quan phối hợp: Bộ Nội vụ",
            "Thời hạn: 2021 - 2025",
        ),
        BODIES,
        SIGNED,
    )

    assert [(one.item, one.lead, one.supports) for one in found] == [
        ("1", 1, (2,)),
        ("a", 5, ()),
        ("b", 5, ()),
        ("3", 4, (2,)),
    ]
    assert {one.area for one in found} == {"Dữ liệu số"}
    assert found[0].text.startswith("Xây dựng khung kiến trúc")
    assert [one.due.due_on for one in found] == [
        date(2020, 9, 30),
        date(2020, 12, 31),
        None,
        date(2025, 12, 31),
    ]
    assert found[2].due.kind is DeadlineKind.STANDING


def test_equal_rows_have_keys_of_their_own_and_the_same_text_the_same_keys() -> None:
    row = ("1", "Làm một việc đủ dài", "Bộ Nội vụ", "", "", "2021")
    once = propose(rows(HEAD, row, row), BODIES, SIGNED)
    again = propose(rows(HEAD, row, row), BODIES, SIGNED)

    assert len({one.key for one in once}) == 2
    assert once == again


@given(st.lists(st.lists(st.text(max_size=40), max_size=7), max_size=12))
def test_any_table_is_read_without_fault(cells) -> None:  # type: ignore[no-untyped-def]
    for one in propose(rows(HEAD, *map(tuple, cells)), BODIES, SIGNED):
        assert len(one.text) <= 2000
        assert 0 <= one.sure <= 100


@pytest.mark.parametrize(
    "wrong", ["//evil.vn", "http://a.vn", "javascript:x", "/a b", "/\\evil.vn", "", "/" + "a" * 600]
)
def test_a_page_is_here_or_over_https(wrong: str) -> None:
    assert not is_address(wrong)
    assert is_address("/muc-tieu/")
    assert is_address("https://bentre.gov.vn/ke-hoach")


def test_the_law_names_its_acts_and_that_nobody_compared_them() -> None:
    assert tracking_on(date(2016, 1, 1)).act == "Quyết định 42/2014/QĐ-TTg"
    assert tracking_on(date(2020, 1, 1)).act == "Quyết định 23/2018/QĐ-TTg"
    assert not tracking_on(date(2020, 1, 1)).verified
    said = steering_reported()
    assert (said.value["ministry"].plans, said.value["province"].plans) == (17, 57)
    assert not said.verified
