"""A chain as pages and programs show it: who holds each part, until when, and what came of it."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import get_language, gettext

from nentang.agreements.cashier import PaymentRequest
from nentang.foundation.documents.public import IssuedDocument
from nentang.foundation.organizations.public import organization
from nentang.government.catalogue.public import Bilingual, ProcedureNotFound, bundle_on
from nentang.government.linked.enums import PartState
from nentang.government.linked.models import Chain
from nentang.government.services.public import (
    Dossier,
    ShownState,
    open_payment_of,
    procedure_of,
    state_of,
)
from nentang.kernel.frozen import Frozen

from .chains import PartHere, parts_of, receiver_of

WAITING = (
    "supplement",
    "financial",
)  # states of a dossier in which its applicant has the next step


class ShownPart(Frozen):
    """A part in the picture. `standing` is done, now, stuck, blocked, undone, next or withdrawn."""

    number: int
    name: str
    procedure: Bilingual
    standing: str
    state: ShownState
    body: str
    due_at: datetime | None
    dossier: Dossier | None
    result: IssuedDocument | None
    payment: PaymentRequest | None
    waits_for: str
    missing: tuple[str, ...]
    can_go_on: bool


class Picture(Frozen):
    """All parts, and how many are done."""

    chain: Chain
    parts: tuple[ShownPart, ...]

    @property
    def done(self) -> int:
        """How many parts have a result."""
        return sum(each.standing == "done" for each in self.parts)

    @property
    def may_withdraw(self) -> bool:
        """Whether some part has not begun."""
        return any(each.standing in ("next", "stuck", "blocked") for each in self.parts)

    @property
    def is_over(self) -> bool:
        """Whether nothing is under way or to come."""
        return all(each.standing in ("done", "undone", "withdrawn") for each in self.parts)


def picture_of(chain: Chain, on: date) -> Picture:
    """The chain as it stands; bodies of parts to come by the law of that day."""
    return Picture(chain, tuple(_shown(chain, each, on) for each in parts_of(chain)))


def standing_of(chain: Chain) -> tuple[str, str]:
    """One line for the whole, and its tone; no query for a chain read with its parts."""
    parts = parts_of(chain)
    if any(each.can_go_on or _waits_for_applicant(each) for each in parts):
        return gettext("Đến lượt ông bà, anh chị"), "wait"
    done = sum(each.is_granted for each in parts)
    words = gettext("Xong %(done)s trên %(all)s việc") % {"done": done, "all": len(parts)}
    return words, "ok" if done == len(parts) else "info"


def _waits_for_applicant(here: PartHere) -> bool:
    return here.dossier is not None and here.dossier.case.state in WAITING


def _shown(chain: Chain, here: PartHere, on: date) -> ShownPart:
    dossier = here.dossier
    standing = _standing(here)
    return ShownPart(
        number=here.part.number,
        name=here.part.name,
        procedure=_procedure(here, on),
        standing=standing,
        state=state_of(dossier) if dossier else _state(standing),
        body=_body(chain, here, on),
        due_at=dossier.case.due_at if dossier and not dossier.decided_at else None,
        dossier=dossier,
        result=dossier.result if dossier and here.is_granted else None,
        payment=open_payment_of(dossier) if dossier and not dossier.case.closed_at else None,
        waits_for=_waits_for(here, on),
        missing=_missing(here, on),
        can_go_on=here.can_go_on,
    )


def _standing(here: PartHere) -> str:
    if here.part.state == PartState.OPEN:
        if here.is_granted:
            return "done"
        return "undone" if here.is_undone else "now"
    if here.part.state == PartState.WAITING:
        return "blocked" if here.is_blocked else "next"
    return str(here.part.state)


def _state(standing: str) -> ShownState:
    words = {
        "next": (gettext("Chờ việc trước xong"), "info"),
        "stuck": (gettext("Còn thiếu"), "wait"),
        "blocked": (gettext("Việc trước chưa có kết quả"), "wait"),
        "withdrawn": (gettext("Đã rút"), "late"),
    }[standing]
    return ShownState(standing, *words)


def _procedure(here: PartHere, on: date) -> Bilingual:
    if here.dossier:
        return procedure_of(here.dossier).name
    try:
        return bundle_on(here.part.procedure, on).procedure.name
    except ProcedureNotFound:
        return Bilingual(here.part.procedure, here.part.procedure)


def _body(chain: Chain, here: PartHere, on: date) -> str:
    if here.dossier:
        return organization(here.dossier.case.holder_id).name
    body = receiver_of(chain, here.part.name, on)
    return body.name if body else ""


def _waits_for(here: PartHere, on: date) -> str:
    if here.part.state != PartState.WAITING or here.former is None:
        return ""
    return _procedure(here.former, on).in_language(get_language() or "vi")


def _missing(here: PartHere, on: date) -> tuple[str, ...]:
    """The questions that nobody answered, in words."""
    if not here.part.missing:
        return ()
    try:
        form = bundle_on(here.part.procedure, on).form
    except ProcedureNotFound:
        return ()
    language = get_language() or "vi"
    labels = {each.name: each.label.in_language(language) for each in form.fields}
    return tuple(labels[name] for name in here.part.missing if name in labels)


def path_of(chain: Chain) -> str:
    """The address of its page."""
    return reverse("linked:chain", args=[chain.code])
