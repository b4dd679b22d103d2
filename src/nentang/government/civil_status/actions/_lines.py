"""What typing, settling and giving up a line have in common."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.errors import EntryUnreadable
from nentang.government.civil_status.indicators import LINE_SETTLED
from nentang.government.civil_status.models import PaperBook, PaperLine
from nentang.government.civil_status.registry import BOOKS, REGISTERED
from nentang.government.civil_status.rules.numbers import BookPlace, shown_number

from ._read import facts_of_values, read_value, values_from
from .enter_entry import enter_past


def typed_values(book: PaperBook, typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed of a line, as it is kept; EntryUnreadable."""
    registered = read_value(REGISTERED, typed.get(REGISTERED.name, ""))
    if int(registered[:4]) != book.year:
        raise EntryUnreadable(
            column=REGISTERED.title, rule=_("trong năm %(year)s của sổ") % {"year": book.year}
        )
    return {REGISTERED.name: registered, **values_from(book.kind, typed)}


def enter_line(
    book: PaperBook, line: PaperLine, values: Mapping[str, str], actor: Actor, at: datetime
) -> PaperLine:
    """The line, in the electronic book as both typed it or as it was settled."""
    place = BookPlace(book.kind, book.unit_code, book.year, book.volume, line.number)
    said = {name: value for name, value in values.items() if name != REGISTERED.name}
    entry = enter_past(
        facts=facts_of_values(BOOKS[book.kind], said),
        place=place,
        registered_on=date.fromisoformat(values[REGISTERED.name]),
        organization_id=book.organization_id,
        basis=Basis(BasisKind.BOOK, f"{shown_number(line.number, book.year)}/{book.volume:02d}"),
        actor=actor,
        at=at,
    )
    line.state, line.entry_code = LineState.ENTERED, entry.code
    return line


def finish(book: PaperBook, line: PaperLine, *, agreed: bool, at: datetime) -> PaperLine:
    """Keep the line as settled, and tell the measure."""
    line.settled_at = at
    line.save()
    record_fact(
        LINE_SETTLED,
        at=at,
        organization_id=book.organization_id,
        unit_code=book.unit_code,
        register=book.kind,
        readable=line.state == LineState.ENTERED,
        agreed=agreed,
    )
    return line


def tell(book: PaperBook, line: PaperLine, action: str, actor: Actor, at: datetime) -> None:
    """Write down who did what with which line."""
    record(
        actor=actor,
        action=f"civil_status.{action}",
        subject=f"paper_line:{line.pk}",
        organization_id=book.organization_id,
        at=at,
        details={"number": line.number},
    )
