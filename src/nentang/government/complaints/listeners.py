"""What complaints do when something happened: the person and the office hear of it."""

from datetime import datetime

from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.notifications.public import notify
from nentang.foundation.outbox.public import listen

from .actions import carry_out_decision, tell_inspectors, tell_office, tell_outcome
from .events import ComplaintDecided, ComplaintFiled
from .queries import find_complaint
from .registry import FILED, MESSAGES

ANSWERED = ("accept", "refuse_acceptance")


@listen(ComplaintFiled, "complaints.tell_of_filed")
def tell_of_filed(event: ComplaintFiled, *, at: datetime) -> None:
    """Whoever complained has it in writing."""
    _tell_person(event.code, FILED.code, at)


@listen(ComplaintFiled, "complaints.tell_office")
def tell_office_of_filed(event: ComplaintFiled, *, at: datetime) -> None:
    """The heads of the body that has to settle it."""
    tell_office(code=event.code, at=at)


@listen(
    CaseMoved,
    "complaints.tell_complainant",
    when=lambda event: event.kind == "complaint" and event.step in MESSAGES,
)
def tell_complainant(event: CaseMoved, *, at: datetime) -> None:
    """Whoever complained hears of every step that concerns them."""
    _tell_person(event.code, MESSAGES[event.step].code, at)


@listen(
    CaseMoved,
    "complaints.tell_inspectors",
    when=lambda event: event.kind == "complaint" and event.step in ANSWERED,
)
def tell_inspectors_of_answer(event: CaseMoved, *, at: datetime) -> None:
    """The inspectors beside the office know which complaints it takes up and which not."""
    tell_inspectors(code=event.code, at=at)


@listen(ComplaintDecided, "complaints.tell_outcome")
def tell_body_of_outcome(event: ComplaintDecided, *, at: datetime) -> None:
    """The body complained about does what the decision asks."""
    tell_outcome(code=event.code, at=at)


@listen(ComplaintDecided, "complaints.carry_out")
def carry_out_what_was_decided(event: ComplaintDecided, *, at: datetime) -> None:
    """What the decision orders happens to the dossier."""
    carry_out_decision(code=event.code, at=at)


def _tell_person(code: str, template: str, at: datetime) -> None:
    complaint = find_complaint(code)
    notify(
        template=template,
        person_id=complaint.complainant_id,
        context={"code": code},
        subject=f"complaint:{complaint.pk}",
        at=at,
    )
