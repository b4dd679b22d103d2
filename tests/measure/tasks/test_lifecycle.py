"""From the decision to the accepted result: reading, confirming, handing on, showing, judging, extending."""

from datetime import date, timedelta

import pytest

from nentang.foundation.facts.public import export
from nentang.kernel.errors import NotAllowed, NotFound
from nentang.measure.tasks import actions, errors
from nentang.measure.tasks.enums import Answer, RowStanding, Standing, Verdict
from nentang.measure.tasks.models import Evidence, ProposedTask, Task, TaskReminder
from nentang.measure.tasks.queries import (
    find_task,
    leaves_of,
    overdue_tasks,
    task_counts,
    task_standing,
)
from nentang.measure.tasks.rules.intake import Part, RowWords, Shown
from tests.measure.factories import RUNS_ON_TIME, a_run
from tests.measure.tasks.documents import pdf_of, word_of
from tests.measure.tasks.factories import (
    AT,
    DUE,
    IN_TIME,
    TOO_LATE,
    Set,
    assigned,
    done,
    handed_on,
    imported,
    make_set,
    reported,
    settle,
    taken_up,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def those() -> Set:
    return make_set()


def standing(task: Task, day: date) -> str:
    return str(task_standing(task.code, day).standing)  # type: ignore[attr-defined]


def words_of(row: ProposedTask, **changes: object) -> RowWords:
    values = {
        "item": row.item,
        "area": row.area,
        "text": row.text,
        "lead_id": row.lead_id,
        "support_ids": tuple(row.supports),
        "output": row.output,
        "due_kind": row.due_kind,
        "due_on": row.due_on,
    }
    return RowWords(**{**values, **changes})  # type: ignore[arg-type]


def test_a_table_is_proposed_row_by_row_and_nothing_is_assigned(those: Set) -> None:
    decision = imported(those)

    rows = list(decision.rows.order_by("number"))
    assert [row.item for row in rows] == ["1", "2", "3"]
    assert [row.lead_id for row in rows] == [those.district.body.pk] * 2 + [None]
    assert [row.due_on for row in rows] == [DUE, date(2021, 3, 31), None]
    assert rows[0].supports == [those.province.body.pk]
    assert rows[1].doubts == ["support"]
    assert rows[2].doubts == ["lead"]
    assert not Task.objects.exists()


def test_reading_again_proposes_nothing_twice_and_keeps_what_was_mended(those: Set) -> None:
    decision = imported(those)
    row = decision.rows.get(number=1)
    actions.mend_row(
        decision=decision.code,
        number=1,
        words=words_of(row, text="Xây dựng trục, đã sửa"),
        version=row.version,
        actor=those.setter,
        at=AT,
    )
    actions.drop_rows(decision=decision.code, numbers=[2], actor=those.setter, at=AT)

    again = imported(those)

    assert again == decision
    assert decision.rows.count() == 3
    assert decision.rows.get(number=1).text == "Xây dựng trục, đã sửa"
    assert decision.rows.get(number=2).standing == RowStanding.DROPPED


def test_word_and_pdf_say_the_same_as_each_other(those: Set) -> None:
    word = imported(those, word_of(), "ke-hoach.docx", symbol="1/KH")
    pdf = imported(those, pdf_of(), "ke-hoach.pdf", symbol="2/KH")

    found = [
        [(r.item, r.lead_id, r.due_on) for r in each.rows.order_by("number")]
        for each in (word, pdf)
    ]
    district = those.district.body.pk
    assert found[0] == [
        ("1", district, date(2021, 6, 30)),
        ("a", district, date(2020, 12, 31)),
        ("b", district, None),
    ]
    assert found[1] == found[0]


def test_confirming_makes_tasks_and_an_incomplete_row_stops_all(those: Set) -> None:
    decision = imported(those)

    with pytest.raises(errors.RowIncomplete) as refused:
        actions.confirm_rows(decision=decision.code, numbers=[1, 3], actor=those.setter, at=AT)
    assert "3" in refused.value.sentence
    assert not Task.objects.exists()

    (task,) = actions.confirm_rows(decision=decision.code, numbers=[1], actor=those.setter, at=AT)
    assert task.case.holder_id == those.district.body.pk
    assert task.code == f"NV-{decision.pk}-1"
    assert [each.organization_id for each in task.supports.all()] == [those.province.body.pk]
    with pytest.raises(errors.RowSettled):
        actions.confirm_rows(decision=decision.code, numbers=[1], actor=those.setter, at=AT)


def test_a_row_can_be_split_dropped_taken_back_and_added(those: Set) -> None:
    decision = imported(those)
    parts = actions.split_row(
        decision=decision.code,
        number=1,
        texts=["Thiết kế trục", "Vận hành trục"],
        version=1,
        actor=those.setter,
        at=AT,
    )
    actions.take_back_row(decision=decision.code, number=1, actor=those.setter, at=AT)
    actions.drop_rows(decision=decision.code, numbers=[1], actor=those.setter, at=AT)
    added = actions.add_row(
        decision=decision.code,
        words=words_of(parts[0], text="Việc thêm bằng tay"),
        actor=those.setter,
        at=AT,
    )

    assert [each.lead_id for each in parts] == [those.district.body.pk] * 2
    assert added.number == decision.rows.count()
    tasks = actions.confirm_rows(
        decision=decision.code,
        numbers=[*(each.number for each in parts), added.number],
        actor=those.setter,
        at=AT,
    )
    assert [each.text for each in tasks] == ["Thiết kế trục", "Vận hành trục", "Việc thêm bằng tay"]


def test_who_mends_an_old_row_is_told(those: Set) -> None:
    decision = imported(those)
    row = decision.rows.get(number=1)
    given = {"decision": decision.code, "number": 1, "words": words_of(row), "version": 1}
    actions.mend_row(**given, actor=those.setter, at=AT)

    with pytest.raises(errors.ChangedMeanwhile):
        actions.mend_row(**given, actor=those.setter, at=AT)


def test_a_task_goes_from_not_due_to_done_in_time(those: Set) -> None:
    task = assigned(those)
    assert standing(task, AT.date()) == Standing.NOT_DUE
    actions.take_up_task(
        code=task.code, office="Chánh Văn phòng", backup="", actor=those.district.clerk, at=AT
    )
    assert standing(task, AT.date()) == Standing.IN_TIME

    reported(those, task)
    assert find_task(task.code).case.holder_id == those.province.body.pk
    actions.accept_result(code=task.code, words="", actor=those.judge, at=TOO_LATE)

    assert standing(task, date(2021, 6, 1)) == Standing.DONE_IN_TIME
    assert find_task(task.code).case.closed_at


def test_what_is_reported_late_is_done_late_however_soon_it_is_judged(those: Set) -> None:
    task = taken_up(those)
    assert standing(task, DUE) == Standing.IN_TIME
    assert standing(task, DUE + timedelta(days=1)) == Standing.LATE

    done(those, task, at=TOO_LATE)

    assert standing(task, TOO_LATE.date()) == Standing.DONE_LATE


def test_a_returned_result_goes_back_with_a_reason_and_can_be_reported_again(those: Set) -> None:
    task = taken_up(those)
    reported(those, task)
    with pytest.raises(errors.ReasonMissing):
        actions.return_result(code=task.code, reason=" ", actor=those.judge, at=IN_TIME)

    actions.return_result(code=task.code, reason="Thiếu số liệu", actor=those.judge, at=IN_TIME)

    again = find_task(task.code)
    assert standing(again, IN_TIME.date()) == Standing.RETURNED
    assert again.case.holder_id == those.district.body.pk
    done(those, again)
    verdicts = Evidence.objects.order_by("number").values_list("verdict", flat=True)
    assert list(verdicts) == [Verdict.RETURNED, Verdict.ACCEPTED]


def test_nobody_judges_what_they_reported(those: Set) -> None:
    """Somebody who works for both the district and the province."""
    from nentang.agreements.actor import SYSTEM
    from nentang.foundation.identity.public import actor_for_account, appoint_officer

    task = taken_up(those)
    account = those.district.clerk.account_id or 0
    appoint_officer(
        account_id=account,
        role="leader",
        organization_id=those.province.body.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=AT,
    )
    both = actor_for_account(account, AT)
    reported(those, task)

    for judge in (
        lambda: actions.accept_result(code=task.code, words="", actor=both, at=IN_TIME),
        lambda: actions.return_result(code=task.code, reason="x", actor=both, at=IN_TIME),
    ):
        with pytest.raises(errors.OwnEvidence):
            judge()


def test_an_extension_moves_the_deadline_and_the_first_stays(those: Set) -> None:
    task = taken_up(those)
    until = date(2021, 3, 31)
    ask = {"code": task.code, "until_on": until, "reason": "Chờ kinh phí"}
    actions.ask_extension(**ask, actor=those.district.clerk, at=AT)
    with pytest.raises(errors.AlreadyAsked):
        actions.ask_extension(**ask, actor=those.district.clerk, at=AT)
    with pytest.raises(errors.NotYourTask):
        actions.grant_extension(code=task.code, words="", actor=those.setter, at=AT)

    actions.grant_extension(code=task.code, words="Đồng ý", actor=those.judge, at=AT)

    moved = find_task(task.code)
    assert (moved.due_on, moved.first_due_on) == (until, DUE)
    assert moved.extensions.get().answer == Answer.GRANTED
    assert standing(moved, AT.date()) == Standing.EXTENDED
    assert standing(moved, date(2021, 4, 1)) == Standing.LATE
    done(those, moved, at=TOO_LATE)
    assert standing(moved, TOO_LATE.date()) == Standing.DONE_IN_TIME


def test_an_extension_is_refused_with_a_reason_and_asked_before_the_deadline(those: Set) -> None:
    task = taken_up(those)
    by = {"code": task.code, "actor": those.district.clerk}
    with pytest.raises(errors.NotLater):
        actions.ask_extension(**by, until_on=DUE, reason="x", at=AT)
    with pytest.raises(errors.TooLateToAsk):
        actions.ask_extension(**by, until_on=date(2021, 3, 1), reason="x", at=TOO_LATE)
    actions.ask_extension(**by, until_on=date(2021, 3, 1), reason="x", at=AT)
    actions.refuse_extension(code=task.code, reason="Không đổi", actor=those.judge, at=AT)

    assert find_task(task.code).due_on == DUE
    with pytest.raises(errors.NothingAsked):
        actions.grant_extension(code=task.code, words="", actor=those.judge, at=AT)


def test_a_task_is_handed_down_to_the_commune_and_done_when_its_parts_are(those: Set) -> None:
    task = assigned(those)
    parts = handed_on(those, task)
    assert [each.code for each in parts] == [f"{task.code}.{n}" for n in (1, 2, 3)]
    assert standing(task, AT.date()) == Standing.IN_TIME
    assert handed_on(those, task) == []

    with pytest.raises(errors.PartsUnfinished):
        reported(those, task)
    for part, commune in zip(parts, those.land.communes, strict=True):
        actions.report_result(
            code=part.code,
            shown=Shown("Xong", page_url="/muc-tieu/"),
            actor=commune.clerk,
            at=IN_TIME,
        )
        actions.accept_result(code=part.code, words="", actor=those.district.leader, at=IN_TIME)
    assert leaves_of(find_task(task.code)) == (3, 3)
    done(those, task)
    assert standing(task, IN_TIME.date()) == Standing.DONE_IN_TIME


def test_a_part_goes_only_below_and_is_due_no_later_than_the_whole(those: Set) -> None:
    task = assigned(those)
    commune, province = those.commune.body.pk, those.province.body.pk
    for part, wrong in (
        (Part(province, "", None), errors.NotBelow),
        (Part(those.district.body.pk, "", None), errors.NotBelow),
        (Part(commune, "", DUE + timedelta(days=1)), errors.LaterThanWhole),
        (Part(commune, "", date(2020, 1, 1)), errors.LaterThanWhole),
        (Part(10**9, "", None), errors.BodyUnknown),
    ):
        with pytest.raises(wrong):
            actions.cascade_task(code=task.code, parts=[part], actor=those.district.clerk, at=AT)


def test_another_bodys_officers_do_nothing_with_a_task(those: Set) -> None:
    task = assigned(those)
    hidden = assigned(those, symbol="14/KH", is_public=False)
    stranger = those.commune.clerk
    for act in (
        lambda code: actions.take_up_task(code=code, office="x", backup="", actor=stranger, at=AT),
        lambda code: actions.report_result(
            code=code, shown=Shown("x", page_url="/x/"), actor=stranger, at=AT
        ),
        lambda code: actions.accept_result(code=code, words="", actor=stranger, at=AT),
        lambda code: actions.remind_lead(code=code, actor=stranger, at=AT),
        lambda code: actions.ask_extension(
            code=code, until_on=date(2021, 3, 1), reason="x", actor=stranger, at=AT
        ),
    ):
        with pytest.raises(NotAllowed):
            act(task.code)
        with pytest.raises(NotFound):
            act(hidden.code)


def test_only_whoever_sets_tasks_reads_or_confirms_a_decision(those: Set) -> None:
    decision = imported(those)
    for actor in (those.district.leader, those.province.clerk):
        with pytest.raises(NotFound):
            actions.confirm_rows(decision=decision.code, numbers=[1], actor=actor, at=AT)


def test_the_ladder_is_climbed_once_a_rung(those: Set) -> None:
    task = assigned(those)
    assert actions.climb_ladder(at=AT) == 1
    assert actions.climb_ladder(at=AT) == 0
    assert actions.climb_ladder(at=IN_TIME) == 1
    late = TOO_LATE + timedelta(days=1)
    assert actions.climb_ladder(at=late) == 1
    assert set(TaskReminder.objects.values_list("rung", flat=True)) == {
        "assigned",
        "soon",
        "very_late",
    }
    actions.remind_lead(code=task.code, actor=those.judge, at=late)
    with pytest.raises(errors.RemindedToday):
        actions.remind_lead(code=task.code, actor=those.judge, at=late)
    settle(late)


def test_the_counts_of_a_unit_count_each_task_once(those: Set) -> None:
    task = assigned(those)
    handed_on(those, task, due_on=date(2020, 9, 1))
    other = assigned(those, symbol="15/KH", due="1/9/2020")

    day = date(2020, 10, 1)
    nation, province = task_counts(unit_code="", on=day), task_counts(unit_code="98", on=day)
    commune = task_counts(unit_code="98001", on=day)

    assert (nation.all, nation.late, nation.in_time) == (2, 1, 1)
    assert province == nation
    assert nation.next_due_on == DUE
    assert nation.worst
    assert (nation.worst.code, nation.worst.days) == (other.code, 30)
    assert (commune.all, commune.late) == (1, 1)
    assert [each.code for each in overdue_tasks(unit_code="981", on=day)] == [other.code]


def test_a_figure_of_the_system_is_kept_as_it_was_counted(those: Set) -> None:
    task = taken_up(those)
    by = {"code": task.code, "actor": those.district.clerk, "at": IN_TIME}
    figure = Shown("Chuyến đúng giờ", indicator=RUNS_ON_TIME.code)
    with pytest.raises(errors.IndicatorUnknown):
        actions.report_result(shown=figure, **by)
    for on_time in (True, True, False):
        a_run(at=AT, unit_code="981", on_time=on_time)
    export(at=IN_TIME)

    evidence = actions.report_result(shown=figure, **by)

    assert (float(evidence.numerator), float(evidence.denominator)) == (2, 3)
    with pytest.raises(errors.EvidenceMissing):
        actions.report_result(shown=Shown("x"), **by)
    with pytest.raises(errors.AddressWrong):
        actions.report_result(shown=Shown("x", page_url="//la.vn"), **by)
