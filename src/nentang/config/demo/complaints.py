"""Two complaints about land that came late: one decided in the autumn, one waits for the visitor."""

from collections.abc import Callable
from datetime import date, datetime, time

from nentang.government.complaints import actions
from nentang.government.complaints.enums import About, Difficulty, Remedy, Verdict
from nentang.government.complaints.models import Complaint, Explanation
from nentang.kernel.clock import at_local

from .land import Land, Later
from .stage import LandWay

FILED, ACCEPTED, ASKED = date(2020, 11, 9), date(2020, 11, 12), date(2020, 11, 13)
EXPLAINED, MET, DECIDED = date(2020, 11, 17), date(2020, 11, 24), date(2020, 12, 4)
WAITS_SINCE = date(2020, 12, 28)


def play_complaints(way: LandWay, finished: Land, waiting: Land, later: Later) -> None:
    """Put both on the player's heap."""
    _Settled(way, finished).begin(later)

    def wait(at: datetime) -> None:
        _file(waiting, "Đã hẹn lại một lần mà vẫn chưa có giấy (nội dung thử nghiệm).", at)

    later(at_local(WAITS_SINCE, time(10)), wait)


class _Settled:
    """The course of the complaint that was found right."""

    def __init__(self, way: LandWay, land: Land) -> None:
        self._way, self._land = way, land
        self._complaint: Complaint | None = None
        self._asked: Explanation | None = None

    def begin(self, later: Later) -> None:
        steps: tuple[tuple[date, Callable[[datetime], None]], ...] = (
            (FILED, self._file),
            (ACCEPTED, self._accept),
            (ASKED, self._ask),
            (EXPLAINED, self._explain),
            (MET, self._meet),
            (DECIDED, self._decide),
        )
        for day, step in steps:
            later(at_local(day, time(9)), step)

    @property
    def _code(self) -> str:
        return self._complaint.code if self._complaint else ""

    def _file(self, at: datetime) -> None:
        self._complaint = _file(
            self._land, "Hồ sơ trễ hẹn, đi lại nhiều lần (nội dung thử nghiệm).", at
        )

    def _accept(self, at: datetime) -> None:
        actions.open_complaint(code=self._code, actor=self._way.deputy, at=at)
        actions.accept_complaint(
            code=self._code, difficulty=Difficulty.PLAIN, actor=self._way.deputy, at=at
        )

    def _ask(self, at: datetime) -> None:
        self._asked = actions.ask_explanation(
            code=self._code,
            question="Vì sao hồ sơ trễ hẹn?",
            working_days=5,
            actor=self._way.deputy,
            at=at,
        )

    def _explain(self, at: datetime) -> None:
        actions.answer_explanation(
            code=self._asked.case.code if self._asked else "",
            answer="Bản đồ địa chính đang chỉnh lý, không báo trước cho người nộp (nội dung thử nghiệm).",
            actor=self._way.district.clerk,
            at=at,
        )

    def _meet(self, at: datetime) -> None:
        actions.note_dialogue(
            code=self._code,
            held_on=MET,
            minutes="Huyện nhận lỗi; người khiếu nại đề nghị báo sớm mỗi khi trễ (nội dung thử nghiệm).",
            actor=self._way.deputy,
            at=at,
        )

    def _decide(self, at: datetime) -> None:
        actions.decide_complaint(
            code=self._code,
            verdict=Verdict.RIGHT,
            remedy=Remedy.APOLOGISE,
            reasons="Hồ sơ trễ hẹn do cơ quan, không báo trước theo quy định (lý do thử nghiệm).",
            actor=self._way.deputy,
            at=at,
        )


def _file(land: Land, statement: str, at: datetime) -> Complaint:
    return actions.file_complaint(
        dossier_code=land.code,
        about=About.LATE,
        statement=statement,
        demand="Giải quyết ngay và cho biết vì sao trễ.",
        file_ids=(),
        actor=land.applicant,
        at=at,
    )
