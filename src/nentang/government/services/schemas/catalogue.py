"""What the JSON interface says of procedures: words, papers, fees."""

from datetime import date
from typing import Self

from ninja import Schema

from nentang.government.catalogue.public import FeeSchedule, Procedure
from nentang.kernel.law import Rule


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
    """A document that the applicant brings; `when` says in which case, empty for always."""

    code: str
    name: Words
    note: Words
    required: bool
    when: Words


class FeeLineOut(Schema):
    """One line of the fees, in đồng, per `dossier`, per `copy` or per `page` of each copy.

    A page costs `then` from `from_page` on, a copy `at_most` so much.
    """

    name: Words
    amount: int
    online_amount: int | None
    per: str
    from_page: int | None
    then: int
    at_most: int | None


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
