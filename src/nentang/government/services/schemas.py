"""What the JSON interface says about procedures and dossiers, and what it takes."""

from datetime import date, datetime
from typing import Annotated, Any, Self

from django.utils.translation import get_language
from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field

from nentang.agreements.cashier import cashier
from nentang.foundation.casework.public import TimelineEntry, kind_named, timeline
from nentang.kernel.law import Rule

from .models import Dossier
from .queries import procedure_of
from .rules.fees import FeeSchedule
from .rules.procedure import Procedure

BIGGEST = 2**63 - 1


class Words(Schema):
    """A text in both languages."""

    vi: str
    en: str


class ProcedureOut(Schema):
    """A procedure as it holds on a day. `verified` says whether the rule was read in its source."""

    code: str
    name: Words
    summary: Words
    field: str
    life_event: str
    receives: str
    decides: str
    assurance: int
    service_level: int | None
    service_mode: str | None
    valid_from: date
    valid_to: date | None
    verified: bool
    source: str

    @classmethod
    def of(cls, rule: Rule[Procedure], /, **more: object) -> Self:
        """The procedure in a rule."""
        known = {name: getattr(rule.value, name, None) for name in cls.model_fields}
        period = {"valid_from": rule.period.valid_from, "valid_to": rule.period.valid_to}
        return cls.model_validate(
            known | period | {"verified": rule.verified, "source": rule.source} | more
        )


class ProcedurePage(Schema):
    """Procedures, and the `after` of the next page."""

    items: list[ProcedureOut]
    next: str | None


class PaperOut(Schema):
    """A document that the applicant brings."""

    code: str
    name: Words
    note: Words
    required: bool


class FeeLineOut(Schema):
    """One line of the fees, in đồng, per `dossier` or per `copy`."""

    name: Words
    amount: int
    online_amount: int | None
    per: str


class ExemptionOut(Schema):
    """Who pays nothing, and the word by which the form asks for it."""

    code: str
    name: Words


class FeesOut(Schema):
    """What a dossier costs, and who pays nothing."""

    lines: list[FeeLineOut]
    exemptions: list[ExemptionOut]
    verified: bool
    source: str

    @classmethod
    def of(cls, rule: Rule[FeeSchedule]) -> Self:
        """The fees in a rule."""
        known = {"lines": rule.value.lines, "exemptions": rule.value.exemptions}
        return cls.model_validate(known | {"verified": rule.verified, "source": rule.source})


class ProcedureDetail(ProcedureOut):
    """A procedure with its papers, steps, time and fees; `fees` is null where they are not known."""

    same_day: bool
    working_days: int | None
    papers: list[PaperOut]
    steps: list[Words]
    legal_basis: list[str]
    result: Words
    fees: FeesOut | None

    @classmethod
    def with_fees(cls, rule: Rule[Procedure], fees: Rule[FeeSchedule] | None) -> Self:
        """The procedure in a rule, with the fees of the same day."""
        deadline = rule.value.deadline
        return cls.of(
            rule,
            same_day=deadline.same_day,
            working_days=deadline.working_days,
            fees=FeesOut.of(fees) if fees else None,
        )


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


def _whole(value: object) -> object:
    """JSON knows no integers: 7.0 is 7."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Entered(Schema):
    """What is sent in: exact types, nothing unknown."""

    model_config = ConfigDict(strict=True, extra="forbid")


class DossierIn(_Entered):
    """An application. `answers` fit the schema of the procedure's form."""

    procedure: Annotated[str, Field(pattern=r"^[0-9.]{1,40}$")]
    organization_id: Annotated[int, Field(ge=1, le=BIGGEST), BeforeValidator(_whole)]
    answers: dict[str, Any]


class WithdrawalIn(_Entered):
    """Why a dossier is withdrawn; may be empty."""

    reason: Annotated[str, Field(max_length=1000, pattern=r"^[^\x00]*$")] = ""


class TrackingIn(_Entered):
    """The code on the receipt and the last four digits of the applicant's phone."""

    code: Annotated[str, Field(pattern=r"^[0-9A-Z.\-]{1,40}$")]
    phone_digits: Annotated[str, Field(pattern=r"^[0-9]{4}$")]


def _standing(state: str) -> dict[str, object]:
    title = kind_named("dossier").states[state].title(get_language() or "vi")
    return {"state": state, "state_title": title, "national_status": _national(state)}


def _national(state: str) -> int:
    """The code of the state among portals; every state of a dossier has one."""
    return kind_named("dossier").states[state].national or 0
