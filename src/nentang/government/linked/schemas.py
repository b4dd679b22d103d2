"""Linked matters in JSON, for their applicants."""

from datetime import date, datetime
from typing import Self

from django.utils.translation import get_language
from ninja import Schema

from .models import Chain
from .queries import ShownPart, picture_of, rule_of


class LinkedPartOut(Schema):
    """One procedure: `standing` is done, now, stuck, blocked, undone, next or withdrawn.

    `dossier` is its code once it is one, `missing` what keeps it from being opened.
    """

    name: str
    procedure: str
    title: str
    standing: str
    organization: str
    dossier: str | None
    due_at: datetime | None
    result_code: str | None
    missing: list[str]

    @classmethod
    def of(cls, part: ShownPart, procedure: str) -> Self:
        """The part as its applicant may read it."""
        signed = part.result is not None and part.result.state == "signed"
        return cls(
            name=part.name,
            procedure=procedure,
            title=part.procedure.in_language(get_language() or "vi"),
            standing=part.standing,
            organization=part.body,
            dossier=part.dossier.code if part.dossier else None,
            due_at=part.due_at,
            result_code=part.result.code if part.result and signed else None,
            missing=list(part.missing),
        )


class LinkedOut(Schema):
    """Several procedures that were asked for at once."""

    code: str
    kind: str
    title: str
    begun_at: datetime
    parts: list[LinkedPartOut]

    @classmethod
    def of(cls, chain: Chain, on: date) -> Self:
        """The matter as it stands on that day."""
        codes = {part.name: part.procedure for part in chain.parts.all()}
        shown = picture_of(chain, on).parts
        return cls(
            code=chain.code,
            kind=chain.kind,
            title=rule_of(chain).name.in_language(get_language() or "vi"),
            begun_at=chain.begun_at,
            parts=[LinkedPartOut.of(each, codes[each.name]) for each in shown],
        )


class LinkedPage(Schema):
    """Linked matters, newest first, and the `before` of the next page."""

    items: list[LinkedOut]
    next: int | None
