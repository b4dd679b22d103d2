"""Land that is registered for the first time: through four bodies, with what is owed and a question to a
department on the way.

One dossier was late, apologised for and finished; one waits at the district for the visitor.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.services import actions
from nentang.government.services.enums import Channel
from nentang.kernel.clock import at_local
from nentang.kernel.frozen import Frozen

from .cast import Office
from .people import Invented
from .stage import LandWay, Stage
from .transfers import transfer_by_vietqr

PROCEDURE = "1.013978"
Later = Callable[[datetime, Callable[[datetime], None]], None]


class Days(Frozen):
    """When each step is taken; `ends_on` where the visitor does not do it."""

    submitted: date
    to_registry: date
    to_tax: date
    told: date
    paid: date
    to_district: date
    asked: date
    answered: date
    apology: date
    until: date
    ends_on: date | None = None


FINISHED = Days(
    *(date(2020, 9, 7), date(2020, 9, 14), date(2020, 10, 8), date(2020, 10, 12)),
    *(date(2020, 10, 14), date(2020, 10, 15), date(2020, 10, 15), date(2020, 11, 2)),
    *(date(2020, 10, 16), date(2020, 11, 6)),
    ends_on=date(2020, 11, 4),
)
WAITING = Days(
    *(date(2020, 11, 2), date(2020, 11, 9), date(2020, 11, 30), date(2020, 12, 3)),
    *(date(2020, 12, 7), date(2020, 12, 8), date(2020, 12, 9), date(2020, 12, 14)),
    *(date(2020, 12, 11), date(2021, 1, 8)),
)


def play_land(stage: Stage, later: Later) -> "list[Land]":
    """Put both dossiers on the player's heap, the finished one first."""
    played = []
    for number, days in enumerate((FINISHED, WAITING)):
        who, applicant = stage.people[number]
        played.append(Land(stage.land, days, who, applicant, later))
        played[-1].begin()
    return played


class Land:
    """The course of one piece of land. `code` is known once it was submitted."""

    def __init__(
        self, way: LandWay, days: Days, who: Invented, applicant: Actor, later: Later
    ) -> None:
        self._way, self._days, self._later = way, days, later
        self._who, self.applicant = who, applicant
        self.code = ""

    def begin(self) -> None:
        """Put every step on the heap."""
        days, way = self._days, self._way
        self._on(days.submitted, 8, self._submit)
        self._on(days.submitted, 9, self._receive)
        self._forward(days.to_registry, way.commune, way.registry, "Đã xác nhận nguồn gốc.")
        self._forward(days.to_tax, way.registry, way.tax, "Đã đo, diện tích khớp.")
        self._on(days.told, 10, self._tell_what_is_owed)
        self._on(days.paid, 9, self._pay)
        self._forward(days.to_district, way.tax, way.district, "Đã nộp đủ.")
        self._on(days.asked, 16, self._ask_department)
        self._on(days.answered, 10, self._answer_as_department)
        self._on(days.apology, 15, self._apologise)
        if days.ends_on:
            self._on(days.ends_on, 9, self._propose)
            self._on(days.ends_on, 14, self._grant)

    def _on(self, day: date, hour: int, step: Callable[[datetime], None]) -> None:
        self._later(at_local(day, time(hour)), step)

    def _forward(self, day: date, giver: Office, taker: Office, note: str) -> None:
        def step(at: datetime) -> None:
            actions.forward_dossier(
                code=self.code,
                organization_id=taker.organization_id,
                note=note,
                actor=giver.clerk,
                at=at,
            )

        self._on(day, 14, step)

    def _submit(self, at: datetime) -> None:
        dossier = actions.submit_dossier(
            procedure=PROCEDURE,
            organization_id=self._way.commune.organization_id,
            applicant_person_id=self.applicant.person_id or 0,
            channel=Channel.ONLINE,
            answers=_answers(self._who, self._way.commune.unit.full_name),
            actor=self.applicant,
            at=at,
            idempotency_key=f"demo:land:{self._days.submitted}",
        )
        self.code = dossier.code

    def _receive(self, at: datetime) -> None:
        actions.receive_dossier(code=self.code, actor=self._way.commune.clerk, at=at)

    def _tell_what_is_owed(self, at: datetime) -> None:
        actions.ask_obligation(
            code=self.code,
            what="Lệ phí trước bạ nhà đất (số tiền thử nghiệm)",
            amount=4_500_000,
            item="2801",
            actor=self._way.tax.clerk,
            at=at,
        )

    def _pay(self, at: datetime) -> None:
        transfer_by_vietqr(f"{self.code}/1", at)
        actions.settle_obligation(reference=f"{self.code}/1", at=at)

    def _ask_department(self, at: datetime) -> None:
        actions.consult_body(
            code=self.code,
            organization_id=self._way.department.organization_id,
            question="Thửa đất có nằm trong quy hoạch không (câu hỏi thử nghiệm)?",
            working_days=5,
            actor=self._way.district.clerk,
            at=at,
        )

    def _answer_as_department(self, at: datetime) -> None:
        actions.answer_consultation(
            code=f"{self.code}-YK1",
            answer="Không nằm trong quy hoạch (câu trả lời thử nghiệm).",
            actor=self._way.department.leader,
            at=at,
        )

    def _apologise(self, at: datetime) -> None:
        actions.apologise(
            code=self.code,
            reason="Chờ đối chiếu bản đồ địa chính (lý do thử nghiệm).",
            until=self._days.until,
            actor=self._way.district.leader,
            at=at,
        )

    def _propose(self, at: datetime) -> None:
        actions.propose_decision(code=self.code, actor=self._way.district.clerk, at=at)

    def _grant(self, at: datetime) -> None:
        actions.grant_dossier(code=self.code, actor=self._way.district.leader, at=at)


def _answers(who: Invented, place: str) -> dict[str, Any]:
    return {
        "requester_name": who.full_name,
        "requester_number": who.personal_number,
        "requester_phone": who.phone,
        "with_spouse": False,
        "plot_place": f"Ấp Nháp, {place}",
        "plot_number": "83",
        "sheet_number": "7",
        "area": 320,
        "land_use": "residential",
        "used_since": "1996",
        "origin": "inherited",
        "disputed": False,
        "has_house": False,
    }
