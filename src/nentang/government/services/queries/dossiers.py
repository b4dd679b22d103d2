"""Reads of dossiers for pages and other apps."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from nentang.agreements.cashier import PaymentRequest, PaymentState, cashier
from nentang.foundation.audit.public import Position, RowBy
from nentang.foundation.casework.public import TimelineEntry, kind_named
from nentang.foundation.identity.public import person
from nentang.foundation.portal.public import Limit, take_try
from nentang.government.catalogue.public import Bundle, Procedure, bundle_of_digest
from nentang.government.services.errors import DossierNotFound
from nentang.government.services.models import Dossier
from nentang.government.services.registry import groupings
from nentang.government.services.rules.matter import Matter, written_phone
from nentang.kernel.frozen import Frozen

GUESSES_FROM_AN_ADDRESS = Limit("services.guesses_from_an_address", tries=30, seconds=3600)
GUESSES_AT_A_CODE = Limit("services.guesses_at_a_code", tries=10, seconds=3600)
TONES = {
    "registered": "info",
    "supplement": "wait",
    "financial": "wait",
    "done": "ok",
    "returned": "ok",
    "not_accepted": "late",
    "stopped": "late",
}


WAITING = ("supplement", "financial")


class Standing(Frozen):
    """How many dossiers of somebody are open, and how many of them wait for them."""

    open: int
    waiting: int


def bundle_of(dossier: Dossier) -> Bundle:
    """What the dossier is pinned to: all that held for its procedure on the day it was submitted."""
    return bundle_of_digest(dossier.bundle_id)


def procedure_of(dossier: Dossier) -> Procedure:
    """The procedure as it held when the dossier was submitted."""
    return bundle_of(dossier).procedure


def dossiers() -> QuerySet[Dossier]:
    """Dossiers with what every page and action needs, in one query."""
    return Dossier.objects.select_related(
        *("case", "organization", "applicant", "result"),
        *("supplement", "rating", "apology", "delivery"),
    )


def find_dossier(code: str) -> Dossier:
    """The dossier of that code; DossierNotFound where there is none. Asks no permission."""
    if dossier := _whole(code):
        return dossier
    raise DossierNotFound


_whole = RowBy(lambda code: dossiers().filter(code=code), str)
_with_code = RowBy(lambda code: Dossier.objects.select_related("case").filter(code=code), str)


def dossier_to_change(code: str) -> Dossier:
    """As `find_dossier`, but with its case only: what a step reads before it writes."""
    if dossier := _with_code(code):
        return dossier
    raise DossierNotFound


def dossier_of_key(key: str) -> Dossier | None:
    """The dossier that was submitted under that idempotency key, if any."""
    return dossiers().filter(idempotency_key=key).first()


def dossier_of_draft(draft_id: UUID, *, account_id: int | None) -> Dossier | None:
    """The dossier that the account's draft became, if it was sent."""
    return Dossier.objects.filter(
        idempotency_key=f"draft:{draft_id}", submitted_by_id=account_id
    ).first()


def tracked_dossier(code: str, phone_digits: str, *, address: str, at: datetime) -> Dossier:
    """The dossier for whoever knows its code and the last four digits of the applicant's phone.

    DossierNotFound for a wrong code as for wrong digits. Wrong ones count against the address that
    asks and against the code, right ones do not: TooManyTries.
    """
    guesses = [
        take_try(GUESSES_FROM_AN_ADDRESS, address, at=at),
        take_try(GUESSES_AT_A_CODE, code, at=at),
    ]
    dossier = find_dossier(code)
    if len(phone_digits) != 4 or not dossier.applicant.phone.endswith(phone_digits):
        raise DossierNotFound
    for guess in guesses:
        guess.give_back()
    return dossier


def changes_at(
    bodies: Collection[int], *, after: Position, limit: int
) -> list[tuple[Dossier, TimelineEntry]]:
    """Steps of dossiers that these bodies received or hold, in settled order; two queries."""
    entries = (
        TimelineEntry.objects.settled_after(after)
        .filter(case__kind="dossier", step__in=["open", *kind_named("dossier").transitions])
        .filter(Q(case__organization__in=bodies) | Q(case__holder__in=bodies))
    )[:limit]
    known = {
        each.case_id: each for each in Dossier.objects.filter(case__in=[e.case_id for e in entries])
    }
    return [(known[entry.case_id], entry) for entry in entries]


def dossiers_of(
    *,
    person_id: int | None = None,
    company_id: int | None = None,
    before_id: int | None = None,
    limit: int = 20,
) -> list[Dossier]:
    """A person's own dossiers or those of a company, newest first, a page by key."""
    return _page(dossiers().filter(_theirs(person_id, company_id)), before_id, limit)


def entries_of(
    *,
    person_id: int | None = None,
    company_id: int | None = None,
    before_id: int | None = None,
    limit: int = 20,
) -> list[Dossier]:
    """As `dossiers_of`, but without those that another entry of the list stands for."""
    found = dossiers().filter(_theirs(person_id, company_id))
    for grouping in groupings():
        found = found.exclude(grouping.hidden())
    return _page(found, before_id, limit)


def _page(found: QuerySet[Dossier], before_id: int | None, limit: int) -> list[Dossier]:
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found.order_by("-id")[:limit])


def standing_of(*, person_id: int | None = None, company_id: int | None = None) -> Standing:
    """How many of their dossiers are open, and how many wait for them; one query."""
    counted = Dossier.objects.filter(_theirs(person_id, company_id)).aggregate(
        open=Count("pk", filter=Q(case__closed_at=None)),
        waiting=Count("pk", filter=Q(case__state__in=WAITING)),
    )
    return Standing(counted["open"], counted["waiting"])


def _theirs(person_id: int | None, company_id: int | None) -> Q:
    if company_id is not None:
        return Q(on_behalf_of=company_id)
    return Q(applicant=person_id, on_behalf_of=None)


def taken_in_at(counter_id: int, *, limit: int = 20) -> list[Dossier]:
    """The latest dossiers that a counter took in for other bodies."""
    return list(dossiers().filter(counter_id=counter_id).order_by("-id")[:limit])


def matter_of(dossier: Dossier) -> Matter:
    """What the papers say of the dossier."""
    applicant = person(dossier.applicant_id)
    return Matter(
        code=dossier.code,
        applicant=applicant.full_name,
        phone=written_phone(applicant.phone),
        email=applicant.email,
        place=applicant.address_line,
        answers=dossier.answers,
        fee=dossier.fee,
        received_at=dossier.received_at,
        due_at=dossier.case.due_at,
    )


def open_payment_of(dossier: Dossier) -> PaymentRequest | None:
    """What the applicant has to pay next: the fee, or an obligation; None where nothing is owed."""
    owed = [dossier.code] if dossier.fee else []
    owed += dossier.obligations.filter(paid_at=None).values_list("reference", flat=True)
    requests = (cashier().find_payment(reference=each) for each in owed)
    return next((r for r in requests if r and r.state is PaymentState.REQUESTED), None)


class ShownState(Frozen):
    """A state as pages show it: words in the reader's language and a tone (ok, wait, late, info)."""

    name: str
    words: str
    tone: str


def state_of(dossier: Dossier) -> ShownState:
    """Where the dossier stands, in words."""
    state = kind_named("dossier").states[dossier.case.state]
    return ShownState(
        state.name, state.title(get_language() or "vi"), TONES.get(state.name, "info")
    )
