"""How long each field is kept after its matter is closed, by day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

LAW = Path(__file__).parent / "law" / "terms.yaml"


class Term(Frozen):
    """Days for which a field is kept after its matter is closed, and by which act."""

    field: str
    days: int
    act: str
    article: str
    verified: bool

    @property
    def citation(self) -> str:
        """`Điều 9, Luật …`, as far as an article is known."""
        return f"{self.article}, {self.act}" if self.article else self.act


def terms_on(day: date) -> Mapping[str, Term]:
    """The terms that hold on that day by field (`services.Dossier.answers`); NothingInForce."""
    return _law().in_force(on=day)


@cache
def _law() -> Law[Mapping[str, Term]]:
    return load_law(LAW, _terms)


def _terms(value: Mapping[str, Any]) -> Mapping[str, Term]:
    terms = [_term(name, entry) for entry in value["terms"] for name in entry["fields"]]
    by_field = {term.field: term for term in terms}
    if len(by_field) < len(terms):
        raise ValueError("a field has two terms")
    return by_field


def _term(name: str, entry: Mapping[str, Any]) -> Term:
    return Term(
        field=name,
        days=int(entry["days"]),
        act=entry["act"],
        article=entry.get("article") or "",
        verified=entry.get("verified", False),
    )
