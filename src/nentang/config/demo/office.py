"""A few weeks of documents at Yên Hoà, its district and the province of Bến Tre, and what waits for the visitor."""

from datetime import date, datetime, time

from msgspec.structs import replace

from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import organization
from nentang.government.office import actions
from nentang.government.office.enums import Channel, Urgency
from nentang.government.office.models import IncomingDocument, OutgoingDocument, WorkFile
from nentang.government.office.rules.draft import Arrival, Draft, Line
from nentang.kernel.clock import at_local

from .cast import Bureau
from .land import Later
from .letters import Paper, came_to_commune, came_to_province, of_commune, of_district, of_province
from .papers import PROOF

LEADERS = {"QD": "TM. Ủy ban nhân dân", "KH": "TM. Ủy ban nhân dân", "TB": "TL. Chủ tịch"}
STEPS = ("draft", "submit", "initial", "sign", "issue")


def play_office(bureaus: tuple[Bureau, Bureau, Bureau], later: Later) -> None:
    """Put everything on the player's heap."""
    commune, district, province = _Bureau(bureaus[0], scans=True), *map(_Bureau, bureaus[1:])
    for paper in of_commune(district.line):
        commune.write(paper, later)
    for paper in of_district(commune.line):
        district.write(paper, later)
    for paper in of_province():
        province.write(paper, later)
    for bureau, came in ((commune, came_to_commune()), (province, came_to_province())):
        for number, arrival in enumerate(came):
            bureau.receive(arrival, is_open=number + 2 >= len(came), later=later)
        bureau.keep_books(later)


class _Bureau:
    """The documents of one body."""

    def __init__(self, who: Bureau, *, scans: bool = False) -> None:
        self._who, self._scans = who, scans
        self._file: WorkFile | None = None

    @property
    def line(self) -> Line:
        """The body as a recipient; its name is put in when the document is drafted."""
        return Line("", self._who.organization_id)

    def keep_books(self, later: Later) -> None:
        """A work file of the autumn, closed in the middle of December; what arrived is registered daily."""
        later(at_local(date(2020, 11, 23), time(8)), self._open_file)
        later(at_local(date(2020, 12, 21), time(16)), self._close_file)
        for day in (14, 18, 24):
            later(at_local(date(2020, 12, day), time(8, 30)), self._register)

    def write(self, paper: Paper, later: Later) -> None:
        """The steps of a document, an hour apart, until it gets no further."""
        made: list[OutgoingDocument] = []
        for hour, step in enumerate(STEPS[: STEPS.index(paper.until) + 1], 8):
            hour = hour if hour < 11 else hour + 3

            def take(at: datetime, step: str = step) -> None:
                self._take(step, paper, made, at)

            later(at_local(paper.on, time(hour, 10)), take)

    def receive(self, arrival: Arrival, *, is_open: bool, later: Later) -> None:
        """A paper document: entered and given out; finished four days later unless it stays open."""
        made: list[IncomingDocument] = []
        on = arrival.issued_on or date(2020, 12, 1)

        def enter(at: datetime) -> None:
            made.append(self._enter(arrival, at))

        def direct(at: datetime) -> None:
            self._direct(made[0], at)

        def finish(at: datetime) -> None:
            self._finish(made[0], at)

        later(at_local(on, time(9, 15)), enter)
        if not is_open or arrival.urgency != Urgency.NORMAL:
            later(at_local(on, time(14, 20)), direct)
        if not is_open:
            later(at_local(date(on.year, on.month, on.day + 4), time(10)), finish)

    def _take(self, step: str, paper: Paper, made: list[OutgoingDocument], at: datetime) -> None:
        who = self._who
        if step == "draft":
            made.append(self._draft(paper, at))
        elif step == "submit":
            actions.submit_draft(code=made[0].code, actor=who.specialist, at=at)
        elif step == "initial":
            actions.initial_document(code=made[0].code, actor=who.head, at=at)
        elif step == "sign":
            actions.sign_outgoing(code=made[0].code, actor=who.leader, at=at)
        else:
            actions.issue_outgoing(code=made[0].code, actor=who.document_clerk, at=at)

    def _draft(self, paper: Paper, at: datetime) -> OutgoingDocument:
        who = self._who
        document = actions.draft_document(
            organization_id=who.organization_id,
            draft=Draft(
                type_code=paper.type_code,
                summary=paper.summary,
                text=paper.text,
                signer_id=who.leader.account_id or 0,
                position="Chủ tịch" if paper.type_code != "TB" else "Chánh Văn phòng",
                authority=LEADERS.get(paper.type_code, ""),
                unit="VP",
                urgency=paper.urgency,
                recipients=tuple(_named(line) for line in paper.recipients),
            ),
            actor=who.specialist,
            at=at,
        )
        self._put_away(document.code, at)
        return document

    def _enter(self, arrival: Arrival, at: datetime) -> IncomingDocument:
        document = actions.enter_document(
            organization_id=self._who.organization_id,
            arrival=replace(arrival, file_ids=self._scanned(at)),
            channel=Channel.PAPER,
            actor=self._who.document_clerk,
            at=at,
        )
        self._put_away(document.code, at)
        return document

    def _scanned(self, at: datetime) -> tuple[int, ...]:
        """Yên Hoà scans what comes on paper; the province does not yet, and its work file shows it."""
        if not self._scans:
            return ()
        by = self._who.document_clerk
        return (store_file(content=PROOF, filename="ban-quet.png", actor=by, at=at).pk,)

    def _direct(self, document: IncomingDocument, at: datetime) -> None:
        who = self._who
        actions.direct_document(
            code=document.code,
            lead_id=who.specialist.account_id,
            helper_ids=[who.head.account_id or 0],
            instruction="Tham mưu trả lời đúng hạn, báo cáo lại (nội dung thử nghiệm).",
            due_on=date(2021, 1, 8),
            actor=who.leader,
            at=at,
        )

    def _finish(self, document: IncomingDocument, at: datetime) -> None:
        task = document.tasks.get().case.code
        actions.report_task(code=task, report="Nhất trí.", actor=self._who.head, at=at)
        actions.finish_document(
            code=document.code,
            result="Đã trả lời nơi gửi (nội dung thử nghiệm).",
            actor=self._who.specialist,
            at=at,
        )

    def _register(self, at: datetime) -> None:
        arrived = IncomingDocument.objects.filter(
            organization=self._who.organization_id, case__state="arrived"
        )
        for document in arrived.order_by("id"):
            actions.register_document(code=document.code, actor=self._who.document_clerk, at=at)

    def _open_file(self, at: datetime) -> None:
        self._file = actions.open_work_file(
            organization_id=self._who.organization_id,
            title="Chuyển đổi số, tháng 11 và 12 năm 2020",
            retention_years=10,
            actor=self._who.specialist,
            at=at,
        )

    def _put_away(self, code: str, at: datetime) -> None:
        if self._file and at < at_local(date(2020, 12, 16), time(0)):
            actions.file_document(
                code=code, work_file=self._file.code, actor=self._who.specialist, at=at
            )

    def _close_file(self, at: datetime) -> None:
        if self._file:
            actions.close_work_file(code=self._file.code, actor=self._who.specialist, at=at)


def _named(line: Line) -> Line:
    """The line with the body's name."""
    if line.organization_id is None:
        return line
    return Line(organization(line.organization_id).name, line.organization_id)
