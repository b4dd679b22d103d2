"""Erasing because a person asks: what no law keeps goes at once, all else names its rule."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from nentang.foundation.holdings.public import Holding, holding_of, holdings, terms_on
from nentang.kernel.frozen import Frozen
from nentang.trust.personal_data.models import LegalHold
from nentang.trust.personal_data.rules.requests import erasable_on

from .erasing import Chore, already_blank, erase

DOSSIERS = "services.Dossier.answers"


class Share(Frozen):
    """What is held about a person in one place: rows, and the rule that keeps them (empty: may go)."""

    title: object
    rows: int
    rule: str


def shares_of(person_id: int, *, day: date) -> list[Share]:
    """What may go and what is kept, place by place, of those that have rows."""
    goes = {chore.holding.label for chore in _going(day)}
    found = []
    for holding in holdings():
        if holding.model.PERSONAL_DATA and (rows := holding.rows_of(person_id).count()):  # type: ignore[attr-defined]  # every model says it
            rule = "" if holding.label in goes else _rule(holding, day)
            found.append(Share(holding.title, rows, rule))
    return found


def erase_of_person(person_id: int, *, day: date, at: datetime) -> int:
    """How many rows of the person went, of what may go and no hold keeps."""
    return sum(erase(chore, _free_rows(chore, person_id, day), at=at)[0] for chore in _going(day))


def rule_against(about: str, day: date) -> str:
    """The provision that keeps one matter, or the matters of a person."""
    held = LegalHold.objects.in_force(day).filter(case__code=about).exists() if about else False
    holding = holding_of(DOSSIERS.rpartition(".")[0])
    if held or holding is None:
        return "việc đang tranh chấp hoặc khiếu nại"
    return _rule(holding, day)


def _going(day: date) -> list[Chore]:
    """The holdings of which something may go, with the fields that do."""
    fields: dict[str, list[str]] = {}
    for name in sorted(erasable_on(day)):
        label, _dot, field = name.rpartition(".")
        fields.setdefault(label, []).append(field)
    found = ((holding_of(label), tuple(names)) for label, names in fields.items())
    return [Chore(holding, names, 0) for holding, names in found if holding]


def _free_rows(chore: Chore, person_id: int, day: date) -> QuerySet[Any]:
    holding = chore.holding
    rows = holding.model._base_manager.filter(pk__in=holding.rows_of(person_id).values("pk"))
    if holding.case is not None:
        held = LegalHold.objects.in_force(day).values("case")
        rows = rows.annotate(of_case=holding.case)
        rows = rows.filter(Q(of_case__isnull=True) | ~Q(of_case__in=held))
    if holding.is_row_dropped:
        return rows
    return rows.exclude(already_blank(chore))


def _rule(holding: Holding, day: date) -> str:
    """`giữ 3650 ngày sau khi xong việc, theo …`, by the longest of its fields."""
    fields = holding.model.PERSONAL_DATA.values()  # type: ignore[attr-defined]  # every model says it
    for_ever = [field.legal_basis for field in fields if field.keep_days is None]
    if for_ever:
        return f"giữ không thời hạn, theo {for_ever[0]}"
    terms = terms_on(day)
    named = [term for name, term in terms.items() if name.rpartition(".")[0] == holding.label]
    longest = max(named, key=lambda term: term.days)
    return f"giữ {longest.days} ngày sau khi xong việc, theo {longest.citation}"
