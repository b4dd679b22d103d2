"""What services does when something happened elsewhere; each calls one action or tells a person."""

from datetime import datetime

from nentang.agreements.cashier import PaymentSettled
from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.casework.public import kind_named
from nentang.foundation.documents.public import DocumentSigned
from nentang.foundation.notifications.public import notify
from nentang.foundation.outbox.public import every, listen

from .actions import (
    count_catalogue,
    drop_consultations,
    hand_on_result,
    remind,
    settle_fee,
    settle_obligation,
)
from .enums import SlipForm
from .models import Dossier, Obligation
from .registry import MESSAGES

SLIPS = {form.name.lower() for form in SlipForm}


@listen(PaymentSettled, "services.fee_arrived")
def fee_arrived(event: PaymentSettled, *, at: datetime) -> None:
    """A dossier that waited for its fee, or for what its applicant owed, is examined."""
    if Dossier.objects.filter(code=event.reference).exists():
        settle_fee(code=event.reference, at=at, method=event.method)
    elif Obligation.objects.filter(reference=event.reference).exists():
        settle_obligation(reference=event.reference, at=at)


@listen(DocumentSigned, "services.result_signed", when=lambda event: event.kind not in SLIPS)
def result_signed(event: DocumentSigned, *, at: datetime) -> None:
    """A signed result goes the way that its applicant chose."""
    dossier = Dossier.objects.filter(result_id=event.document_id).first()
    if dossier:
        hand_on_result(code=dossier.code, at=at)


@listen(
    CaseMoved,
    "services.tell_applicant",
    when=lambda event: event.kind == "dossier" and event.step in MESSAGES,
)
def tell_applicant(event: CaseMoved, *, at: datetime) -> None:
    """The applicant hears of every step that concerns them."""
    dossier = Dossier.objects.get(code=event.code)
    notify(
        template=MESSAGES[event.step].code,
        person_id=dossier.applicant_id,
        context={"code": dossier.code},
        subject=f"dossier:{dossier.pk}",
        at=at,
    )


@listen(
    CaseMoved,
    "services.drop_consultations",
    when=lambda event: (
        event.kind == "dossier" and kind_named("dossier").states[event.state].is_final
    ),
)
def no_opinion_needed(event: CaseMoved, *, at: datetime) -> None:
    """What was asked in a dossier that is closed waits for nobody."""
    drop_consultations(code=event.code, at=at)


@every(24 * 3600, "services.count_catalogue")
def count(*, at: datetime) -> None:
    """Leave the day's count of the catalogue as a fact."""
    count_catalogue(at=at)


@every(3600, "services.remind")
def remind_of_waiting(*, at: datetime) -> None:
    """Whoever lets a dossier wait hears of it."""
    remind(at=at)
