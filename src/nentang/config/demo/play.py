"""Plays the planned year through the real actions, in the order of time."""

import heapq
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import cashier
from nentang.foundation.casework.public import add_working_minutes, due_for
from nentang.foundation.documents.public import SigningPool, sign_waiting_documents, store_file
from nentang.foundation.outbox.public import deliver_events
from nentang.government.catalogue.public import bundle_on
from nentang.government.document_exchange.public import exchange_waiting
from nentang.government.services import actions
from nentang.government.services.enums import Channel
from nentang.kernel.clock import legal_day

from .answers import answers_for
from .cast import Office
from .complaints import play_complaints
from .land import play_land
from .office import play_office
from .papers import PROOF
from .plan import Planned, Story
from .stage import Stage
from .transfers import state_last_days, transfer_by_vietqr, transfer_without_a_word

FURTHER_QUESTIONS = ("contacts", "other_bodies", "attitude", "information")
Step = Callable[[datetime], None]


class Player:
    """A heap of steps by time; each step may put later ones on it."""

    def __init__(self, stage: Stage, *, pool: SigningPool, told: Callable[[], None]) -> None:
        self._stage = stage
        self._pool = pool
        self._told = told
        self._steps: list[tuple[datetime, int, Step]] = []
        self._order = count()
        self._played = count()

    def play(self, planned: list[Planned], *, until: datetime) -> None:
        """Play everything until that instant; what would come later stays undone."""
        for each in planned:
            self.later(each.submitted_at, self._submit(each))
        finished, waiting = play_land(self._stage, self.later)
        play_complaints(self._stage.land, finished, waiting, self.later)
        play_office(self._stage.bureaus, self.later)
        self.later(until - timedelta(days=2), self._forget_the_purpose)
        day = None
        while self._steps and self._steps[0][0] <= until:
            at, _, step = heapq.heappop(self._steps)
            if day != legal_day(at):
                if day is None or day.month != at.month:
                    actions.count_catalogue(at=at)
                day = legal_day(at)
                self._settle(at)
            step(at)
            if next(self._played) % 8 == 0:
                self._pool.begin(until=at)
        state_last_days(at=until)
        self._settle(until)

    def later(self, at: datetime, step: Step) -> None:
        """Put a step on the heap."""
        heapq.heappush(self._steps, (at, next(self._order), step))

    def _forget_the_purpose(self, at: datetime) -> None:
        commune, _district = self._stage.places[0]
        transfer_without_a_word(commune.organization_id, 8_000, at)

    def _settle(self, at: datetime) -> None:
        """Let the day's events be delivered and its papers be signed."""
        while (
            sign_waiting_documents(at=at, pool=self._pool)
            or deliver_events(at=at, limit=200)
            or exchange_waiting(at=at)
        ):
            pass

    def _submit(self, planned: Planned) -> Step:
        def step(at: datetime) -> None:
            subject = bundle_on(planned.procedure, legal_day(at)).procedure
            commune, district = self._stage.places[planned.place]
            office = district if subject.receives == "district" else commune
            who, applicant = self._stage.people[planned.applicant]
            actor = applicant if planned.online else office.clerk
            proof = store_file(content=PROOF, filename="giay-chung-sinh.png", actor=actor, at=at)
            dossier = actions.submit_dossier(
                procedure=planned.procedure,
                organization_id=office.organization_id,
                applicant_person_id=applicant.person_id or 0,
                channel=Channel.ONLINE if planned.online else Channel.COUNTER,
                answers=answers_for(planned, who, commune.unit.full_name, [proof.pk]),
                actor=actor,
                at=at,
                idempotency_key=f"demo:{planned.number}",
            )
            self._told()
            Course(self, planned, office, applicant, dossier.code).begin(at)

        return step


class Course:
    """What happens to one dossier after it came in."""

    def __init__(
        self, player: Player, planned: Planned, office: Office, applicant: Actor, code: str
    ) -> None:
        self._player = player
        self._planned = planned
        self._office = office
        self._applicant = applicant
        self._code = code
        self._dice = random.Random(planned.number)  # noqa: S311 - a story, not a secret

    def begin(self, at: datetime) -> None:
        """The first step after submission, by the story."""
        first = {
            Story.UNRECEIVED: None,
            Story.NOT_ACCEPTED: self._refuse_intake,
            Story.WITHDRAWN: self._withdraw,
        }.get(self._planned.story, self._receive)
        if first:
            self._after(at, 10, 90, first)

    def _receive(self, at: datetime) -> None:
        dossier = actions.receive_dossier(code=self._code, actor=self._office.clerk, at=at)
        if dossier.case.state == "financial":
            self._after(at, 15, 240, self._pay)
        elif self._planned.story in (Story.SUPPLEMENT, Story.ASKED):
            self._after(at, 20, 60, self._ask)
        else:
            self._work(at)

    def _work(self, at: datetime) -> None:
        if self._planned.story is not Story.IN_WORK:
            self._after(at, *self._pace(), self._propose)

    def _pay(self, at: datetime) -> None:
        if self._planned.online:
            transfer_by_vietqr(self._code, at)
        else:
            cashier().record_cash(reference=self._code, actor=self._office.clerk, at=at)
        actions.settle_fee(code=self._code, at=at)
        self._work(at)

    def _ask(self, at: datetime) -> None:
        actions.ask_supplement(
            code=self._code,
            items="Chụp lại giấy tờ cho rõ cả bốn góc (nội dung thử nghiệm).",
            actor=self._office.clerk,
            at=at,
        )
        if self._planned.story is Story.SUPPLEMENT:
            self._after(at, 300, 1500, self._answer)

    def _answer(self, at: datetime) -> None:
        actions.answer_supplement(
            code=self._code, answer="Đã chụp lại.", file_ids=[], actor=self._applicant, at=at
        )
        self._after(at, 20, 90, self._propose)

    def _propose(self, at: datetime) -> None:
        actions.propose_decision(code=self._code, actor=self._office.clerk, at=at)
        if self._planned.story is not Story.PROPOSED:
            decide = self._refuse if self._planned.story is Story.REFUSED else self._grant
            self._after(at, 10, 60, decide)

    def _grant(self, at: datetime) -> None:
        dossier = actions.grant_dossier(code=self._code, actor=self._office.leader, at=at)
        if dossier.channel == Channel.COUNTER:
            self._player.later(_tomorrow(at), self._hand_over)
        self._rate_later(at)

    def _refuse(self, at: datetime) -> None:
        reason = "Trùng với hồ sơ đã giải quyết (lý do thử nghiệm)."
        actions.refuse_dossier(code=self._code, reason=reason, actor=self._office.leader, at=at)
        self._rate_later(at)

    def _refuse_intake(self, at: datetime) -> None:
        reason = "Nộp nhầm cơ quan, nộp lại ở nơi cư trú (lý do thử nghiệm)."
        actions.refuse_intake(code=self._code, reason=reason, actor=self._office.clerk, at=at)

    def _withdraw(self, at: datetime) -> None:
        actions.withdraw_dossier(code=self._code, reason="Đổi ý", actor=self._applicant, at=at)

    def _hand_over(self, at: datetime) -> None:
        actions.return_result(code=self._code, actor=self._office.clerk, at=at)

    def _rate_later(self, at: datetime) -> None:
        if self._planned.stars is not None:
            self._player.later(_tomorrow(at) + timedelta(hours=2), self._rate)

    def _rate(self, at: datetime) -> None:
        stars = self._planned.stars or 5
        about = {name: self._answer_like(stars) for name in FURTHER_QUESTIONS}
        actions.rate_dossier(
            code=self._code,
            stars=stars,
            contacts=about["contacts"],
            other_bodies=about["other_bodies"],
            attitude=about["attitude"],
            information=about["information"],
            actor=self._applicant,
            at=at,
        )

    def _answer_like(self, stars: int) -> int:
        """Two points mostly from whoever gave many stars, fewer from others."""
        return max(0, min(2, stars - 2 - (self._dice.random() < 0.25)))

    def _pace(self) -> tuple[int, int]:
        """Working minutes until the proposal: well in time, or past the due time for a late one."""
        if self._planned.story is Story.LATE:
            return 600, 2400
        return 15, 120

    def _after(self, at: datetime, least: int, most: int, step: Step) -> None:
        self._player.later(add_working_minutes(at, self._dice.randint(least, most)), step)


def _tomorrow(at: datetime) -> datetime:
    """The next working morning."""
    due = due_for(at + timedelta(hours=8), same_day=True)
    return (due or at) - timedelta(hours=8)
