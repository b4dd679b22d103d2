"""What the JSON interface says of dossiers: to their applicants, to offices, to whoever tracks one."""

from datetime import datetime
from typing import Self

from django.utils.translation import get_language
from ninja import Schema

from nentang.agreements.cashier import cashier
from nentang.foundation.casework.public import TimelineEntry, kind_named, timeline
from nentang.government.services.models import Dossier
from nentang.government.services.queries import procedure_of

from .catalogue import Words


class BodyOut(Schema):
    """A body of the state."""

    id: int
    name: str


class DossierOut(Schema):
    """Where a dossier stands. `national_status` is the code that portals exchange, 1 to 10."""

    code: str
    procedure: str
    organization: BodyOut
    channel: str
    state: str
    state_title: str
    national_status: int
    outcome: str
    fee: int
    submitted_at: datetime
    received_at: datetime | None
    due_at: datetime | None
    decided_at: datetime | None
    returned_at: datetime | None

    @classmethod
    def of(cls, dossier: Dossier, /, **more: object) -> Self:
        """The dossier, its state in the reader's language."""
        known = {name: getattr(dossier, name, None) for name in cls.model_fields}
        return cls.model_validate(
            known | _standing(dossier.case.state) | {"due_at": dossier.case.due_at} | more
        )


class FileOut(Schema):
    """A file as kept: `id` is what answers and supplements name, `media_type` what its content is."""

    id: int
    filename: str
    media_type: str
    size: int
    sha256: str


class DossierPage(Schema):
    """Dossiers, newest first, and the `before` of the next page."""

    items: list[DossierOut]
    next: int | None


class StepOut(Schema):
    """What happened to a dossier, as its applicant may read it."""

    at: datetime
    step: str
    state: str
    organization: str
    note: str

    @classmethod
    def of(cls, entry: TimelineEntry) -> Self:
        """The public part of a timeline entry."""
        return cls(
            at=entry.at,
            step=entry.step,
            state=entry.state,
            organization=entry.organization.name,
            note=entry.public_note,
        )


class PaymentOut(Schema):
    """The fee in đồng, how it stands and where it is paid."""

    amount: int
    state: str
    pay_path: str


class DossierDetail(DossierOut):
    """A dossier with its line in time, its fee and the code under which anybody checks the result."""

    timeline: list[StepOut]
    payment: PaymentOut | None
    result_code: str | None

    @classmethod
    def with_history(cls, dossier: Dossier) -> Self:
        """The dossier with what its applicant may read of it."""
        return cls.of(
            dossier,
            timeline=[StepOut.of(entry) for entry in timeline(dossier.case)],
            payment=cashier().find_payment(reference=dossier.code) if dossier.fee else None,
            result_code=dossier.result.code if dossier.result else None,
        )


class ChangeOut(Schema):
    """A dossier came to a state."""

    at: datetime
    code: str
    procedure: str
    step: str
    state: str
    national_status: int
    organization_id: int

    @classmethod
    def of(cls, dossier: Dossier, entry: TimelineEntry) -> Self:
        """A step of the dossier."""
        return cls(
            at=entry.at,
            code=dossier.code,
            procedure=dossier.procedure,
            step=entry.step,
            state=entry.state,
            national_status=_national(entry.state),
            organization_id=entry.organization_id,
        )


class ChangePage(Schema):
    """Changes in the order in which they were settled, and the `after` of the next request."""

    items: list[ChangeOut]
    next: str


class TrackedOut(Schema):
    """Where a dossier stands, without anybody's name."""

    code: str
    procedure: Words
    state: str
    state_title: str
    national_status: int
    due_at: datetime | None

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """What whoever tracks the dossier may know."""
        known = {"code": dossier.code, "procedure": procedure_of(dossier).name}
        return cls.model_validate(
            known | _standing(dossier.case.state) | {"due_at": dossier.case.due_at}
        )


def _standing(state: str) -> dict[str, object]:
    title = kind_named("dossier").states[state].title(get_language() or "vi")
    return {"state": state, "state_title": title, "national_status": _national(state)}


def _national(state: str) -> int:
    """The code of the state among portals; every state of a dossier has one."""
    return kind_named("dossier").states[state].national or 0
