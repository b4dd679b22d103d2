"""A document that came: registered, directed, worked on by several, finished, kept in a work file."""

from datetime import UTC, date, datetime

import pytest

from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.models import Case
from nentang.foundation.facts.models import Fact
from nentang.foundation.notifications.models import Message
from nentang.government.office import actions
from nentang.government.office.enums import Channel
from nentang.government.office.errors import (
    DocumentNotFound,
    DueDayWrong,
    InstructionMissing,
    LeadMissing,
    NotAColleague,
    NotYourStep,
    NotYourWork,
    RetentionUnknown,
    SenderMissing,
    StateSecretRefused,
    WorkFileClosed,
    WorkFileEmpty,
    WorkFileNotFound,
    WorkUnfinished,
)
from nentang.government.office.models import IncomingDocument, Task, WorkFile
from nentang.government.office.queries import duties_of, incoming_of
from nentang.government.office.rules.draft import Arrival

from .factories import DAY, HOUR, Staff, directed, entered, issued, make_places, sent

pytestmark = pytest.mark.django_db


def test_the_book_numbers_without_gap_and_begins_anew_with_the_year(at: datetime) -> None:
    commune, district = make_places(at=at)
    new_year = datetime(2020, 12, 31, 17, 0, tzinfo=UTC)

    assert [entered(commune, at).book_number for _ in range(3)] == [1, 2, 3]
    with pytest.raises(StateSecretRefused):
        entered(commune, at, secrecy="top_secret")
    with pytest.raises(SenderMissing):
        entered(commune, at, sender_name=" ")
    assert entered(commune, at).book_number == 4
    assert entered(district, at).book_number == 1
    first = entered(commune, new_year)
    assert (first.year, first.book_number) == (2021, 1)


def test_a_document_entered_twice_by_the_same_key_stands_once(at: datetime) -> None:
    commune, _ = make_places(at=at)

    assert entered(commune, at, key="a").pk == entered(commune, at, key="a").pk
    assert IncomingDocument.objects.count() == 1


def test_only_the_clerk_of_documents_registers(at: datetime) -> None:
    commune, district = make_places(at=at)
    _document, arrived = sent(commune, district, at)

    for other in (district.leader, district.specialist, district.head):
        with pytest.raises(NotYourStep):
            actions.register_document(code=arrived.code, actor=other, at=at)
    with pytest.raises(DocumentNotFound):
        actions.register_document(code=arrived.code, actor=commune.document_clerk, at=at)
    assert actions.register_document(
        code=arrived.code, actor=district.document_clerk, at=at
    ).book_number


def test_the_leader_gives_one_lead_and_helpers_who_each_have_it_in_their_inbox(
    at: datetime,
) -> None:
    commune, _ = make_places(at=at)

    document = directed(commune, at, helpers=(commune.head, commune.deputy, commune.head))

    assert document.case.assignee_id == commune.specialist.account_id
    assert document.case.due_at == datetime(2020, 12, 15, 16, 59, 59, tzinfo=UTC)
    tasks = Task.objects.order_by("id")
    assert [task.account_id for task in tasks] == [
        commune.head.account_id,
        commune.deputy.account_id,
    ]
    assert {task.case.assignee_id for task in tasks} == {
        commune.head.account_id,
        commune.deputy.account_id,
    }
    told = set(Message.objects.values_list("person", flat=True))
    assert {commune.specialist.person_id, commune.head.person_id, commune.deputy.person_id} <= told
    assert [duty.name for duty in duties_of(commune.specialist)] == ["handle"]
    assert [duty.name for duty in duties_of(commune.head)] == ["help"]


def test_a_due_day_on_a_day_off_is_the_next_working_day(at: datetime) -> None:
    commune, _ = make_places(at=at)

    document = directed(commune, at, due_on=date(2020, 12, 12))

    assert document.case.due_at == datetime(2020, 12, 14, 16, 59, 59, tzinfo=UTC)


def test_directing_asks_for_everything_and_only_of_colleagues(at: datetime) -> None:
    commune, district = make_places(at=at)
    code = entered(commune, at).code
    good = {
        "code": code,
        "lead_id": commune.specialist.account_id,
        "helper_ids": (),
        "instruction": "Xem",
        "due_on": date(2020, 12, 10),
        "actor": commune.leader,
        "at": at,
    }

    for change, refusal in (
        ({"instruction": " "}, InstructionMissing),
        ({"lead_id": None}, LeadMissing),
        ({"due_on": None}, DueDayWrong),
        ({"due_on": date(2020, 12, 6)}, DueDayWrong),
        ({"lead_id": district.specialist.account_id}, NotAColleague),
        ({"helper_ids": (district.head.account_id,)}, NotAColleague),
        ({"actor": commune.document_clerk}, NotYourStep),
        ({"actor": district.leader}, DocumentNotFound),
    ):
        with pytest.raises(refusal):
            actions.direct_document(**(good | change))
    assert not Task.objects.exists()
    assert IncomingDocument.objects.get().case.state == "registered"


def test_directing_anew_lets_go_of_those_who_are_not_named(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = directed(commune, at, helpers=(commune.head, commune.deputy))

    actions.direct_document(
        code=document.code,
        lead_id=commune.head.account_id,
        helper_ids=(commune.deputy.account_id or 0, commune.specialist.account_id or 0),
        instruction="Đổi người chủ trì",
        due_on=date(2020, 12, 20),
        actor=commune.leader,
        at=at + HOUR,
    )

    states = {task.account_id: task.case.state for task in Task.objects.select_related("case")}
    assert states == {
        commune.head.account_id: "dropped",
        commune.deputy.account_id: "asked",
        commune.specialist.account_id: "asked",
    }
    assert Case.objects.get(pk=document.case_id).assignee_id == commune.head.account_id


def test_a_helper_reports_and_nobody_else_for_them(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = directed(commune, at, helpers=(commune.head,))
    code = document.tasks.get().case.code

    with pytest.raises(NotYourWork):
        actions.report_task(code=code, report="Đồng ý", actor=commune.specialist, at=at)
    task = actions.report_task(code=code, report="Đồng ý", actor=commune.head, at=at)
    assert task.case.state == "given"
    with pytest.raises(StepNotPossible):
        actions.report_task(code=code, report="Nữa", actor=commune.head, at=at)


def test_the_lead_or_a_leader_finishes_and_open_help_is_let_go(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = directed(commune, at, helpers=(commune.head,))

    with pytest.raises(NotYourWork):
        actions.finish_document(code=document.code, result="Xong", actor=commune.head, at=at)
    actions.finish_document(code=document.code, result="Xong", actor=commune.specialist, at=at)

    assert document.tasks.get().case.state == "dropped"
    assert IncomingDocument.objects.get().result == "Xong"


@pytest.mark.parametrize(("days", "in_time"), [(1, True), (30, False)])
def test_finishing_in_time_is_a_fact(at: datetime, days: int, in_time: bool) -> None:
    commune, _ = make_places(at=at)
    document = directed(commune, at)

    actions.finish_document(
        code=document.code, result="Xong", actor=commune.specialist, at=at + days * DAY
    )

    fact = Fact.objects.get(kind="office.document_finished")
    assert fact.payload == {"channel": "paper", "level": "commune", "in_time": in_time}
    assert fact.unit_code == "98001"


def test_search_finds_without_marks_and_only_in_ones_own_body(at: datetime) -> None:
    commune, district = make_places(at=at)
    entered(commune, at, summary="Phòng, chống hạn mặn", number="15/SNN-TL")
    entered(commune, at, summary="Tiêm chủng")

    def found(staff: Staff, words: str) -> list[str]:
        return [each.summary for each in incoming_of([staff.body.pk], words=words)]

    assert found(commune, "han man chong") == ["Phòng, chống hạn mặn"]
    assert found(commune, "15/snn") == ["Phòng, chống hạn mặn"]
    assert found(commune, "HẠN mặn lụt") == []
    assert found(district, "han man") == []


def test_a_work_file_closes_when_all_is_finished_and_says_whether_it_was_all_digital(
    at: datetime,
) -> None:
    commune, district = make_places(at=at)
    file = open_file(commune, at)
    by = {"actor": commune.specialist, "at": at}

    with pytest.raises(WorkFileEmpty):
        actions.close_work_file(code=file.code, **by)
    document = issued(commune, at)
    actions.file_document(code=document.code, work_file=file.code, **by)
    paper = directed(commune, at)
    actions.file_document(code=paper.code, work_file=file.code, **by)
    with pytest.raises(WorkUnfinished):
        actions.close_work_file(code=file.code, **by)
    actions.finish_document(code=paper.code, result="Xong", **by)
    with pytest.raises(WorkFileNotFound):
        actions.close_work_file(code=file.code, actor=district.specialist, at=at)
    closed = actions.close_work_file(code=file.code, **by)

    assert closed.handled_digitally is False
    assert Fact.objects.get(kind="office.work_file_closed").payload == {
        "level": "commune",
        "digital": False,
        "documents": 2,
    }
    with pytest.raises(WorkFileClosed):
        actions.file_document(code=issued(commune, at).code, work_file=file.code, **by)


def test_what_came_over_the_network_and_left_signed_is_all_digital(at: datetime) -> None:
    commune, district = make_places(at=at)
    _sent, arrived = sent(commune, district, at)
    file = open_file(district, at)
    actions.register_document(code=arrived.code, actor=district.document_clerk, at=at)
    actions.keep_document(code=arrived.code, actor=district.leader, at=at)
    by = {"actor": district.specialist, "at": at}
    actions.file_document(code=arrived.code, work_file=file.code, **by)

    assert actions.close_work_file(code=file.code, **by).handled_digitally is True


def test_a_work_file_is_kept_for_a_term_of_the_list_and_takes_its_own_bodys_documents(
    at: datetime,
) -> None:
    commune, district = make_places(at=at)
    file = open_file(commune, at)

    with pytest.raises(RetentionUnknown):
        open_file(commune, at, years=3)
    with pytest.raises(WorkFileNotFound):
        actions.file_document(
            code=entered(district, at).code, work_file=file.code, actor=district.head, at=at
        )


def test_what_the_network_brings_twice_is_taken_in_once(at: datetime) -> None:
    from nentang.agreements.actor import SYSTEM

    commune, _ = make_places(at=at)

    def bring(origin: str) -> IncomingDocument:
        return actions.take_in_document(
            organization_id=commune.body.pk,
            arrival=Arrival("Sở Mẫu", "Việc mẫu", "Công văn"),
            channel=Channel.AXIS,
            origin=origin,
            actor=SYSTEM,
            at=at,
        )

    assert bring("axis:1").pk == bring("axis:1").pk
    assert bring("axis:2").pk != bring("axis:1").pk


def open_file(staff: Staff, at: datetime, *, years: int = 10) -> WorkFile:
    return actions.open_work_file(
        organization_id=staff.body.pk,
        title="Chuyển đổi số năm 2020",
        retention_years=years,
        actor=staff.specialist,
        at=at,
    )
