"""The page on which a person confirms what was read, beside the text that it was read from."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import Tab
from nentang.kernel.text import whole_number
from nentang.measure.tasks.enums import DeadlineKind, RowStanding
from nentang.measure.tasks.models import Decision, ProposedTask
from nentang.measure.tasks.queries import (
    bodies_named,
    complete_rows,
    names_of,
    row_counts,
    rows_page,
)
from nentang.measure.tasks.rules.intake import RowWords

from .words import doubt_words, due_words, spot_words

SHOWN, AROUND = 30, 3
TABS = {
    RowStanding.OPEN: "cho",
    RowStanding.CONFIRMED: "da-giao",
    RowStanding.DROPPED: "da-bo",
}


def confirm_context(
    decision: Decision, said: Mapping[str, str], ticked: Collection[int] = ()
) -> dict[str, Any]:
    """One page of rows with the lines of the text beside them; a constant number of queries."""
    standing = next((s for s, word in TABS.items() if word == said.get("xem")), RowStanding.OPEN)
    place, _dot, number = said.get("sau", "").partition(".")
    after = (_key(place), _key(number))
    found = rows_page(decision, standing, after=after, limit=SHOWN + 1)
    rows, counts = found[:SHOWN], row_counts(decision)
    here = reverse("tasks:confirm", args=[decision.code])
    names = names_of({each for row in rows for each in row.supports})
    sure = complete_rows(decision) if standing is RowStanding.OPEN else []
    lines = decision.text.lines
    return {
        "decision": decision,
        "rows": [_row(row, names, ticked) for row in rows],
        "counts": counts,
        "standing": standing.value,
        "tabs": [
            Tab(str(each.label), f"{here}?xem={word}", each is standing, counts[each.value])
            for each, word in TABS.items()
        ],
        "sure": len(sure),
        "source": _source(lines, rows),
        "all_lines": len(lines),
        "older_url": _older(here, standing, found),
        "is_done": not counts[RowStanding.OPEN],
        "crumbs": [{"label": _("Văn bản giao việc"), "url": reverse("tasks:import")}],
    }


def row_context(
    row: ProposedTask, today: date, typed: RowWords | None = None, error: str = ""
) -> dict[str, Any]:
    """The form of one row, as it is or as it was typed, with the text around it."""
    decision = row.decision
    bodies = bodies_named(decision.assigner, today)
    words = typed or _words(row)
    here = reverse("tasks:confirm", args=[decision.code])
    return {
        "decision": decision,
        "row": row,
        "words": words,
        "spot": spot_words(row.spot),
        "doubts": doubt_words(row.doubts),
        "bodies": [(each.pk, each.name) for each in bodies],
        "kinds": DeadlineKind.choices,
        "around": _around(decision.text.lines, row.place),
        "is_open": row.standing == RowStanding.OPEN,
        "error": error,
        "crumbs": [
            {"label": _("Văn bản giao việc"), "url": reverse("tasks:import")},
            {"label": decision.symbol, "url": here},
        ],
    }


def _words(row: ProposedTask) -> RowWords:
    return RowWords(
        item=row.item,
        area=row.area,
        text=row.text,
        lead_id=row.lead_id,
        support_ids=tuple(row.supports),
        output=row.output,
        due_kind=row.due_kind,
        due_on=row.due_on,
    )


def _row(row: ProposedTask, names: Mapping[int, str], ticked: Collection[int]) -> dict[str, Any]:
    return {
        "row": row,
        "spot": spot_words(row.spot),
        "doubts": doubt_words(row.doubts),
        "due": due_words(row.due_kind, row.due_on),
        "supports": [names[each] for each in row.supports if each in names],
        "is_ticked": row.number in ticked,
        "anchor": row.place,
        "task": getattr(row, "task", None),
    }


def _source(lines: list[list[str]], rows: list[ProposedTask]) -> list[dict[str, Any]]:
    """The lines from the first to the last of these rows with some around, the rows' own marked."""
    places = {row.place for row in rows if row.place < len(lines)}
    if not places:
        return []
    first, last = max(0, min(places) - AROUND), min(len(lines), max(places) + AROUND + 1)
    return [
        {
            "place": place,
            "spot": spot_words(lines[place][0]),
            "text": lines[place][1],
            "is_row": place in places,
        }
        for place in range(first, min(last, first + 200))
    ]


def _around(lines: list[list[str]], place: int) -> list[dict[str, Any]]:
    if place >= len(lines):
        return []
    return [
        {"spot": spot_words(lines[n][0]), "text": lines[n][1], "is_row": n == place}
        for n in range(max(0, place - AROUND), min(len(lines), place + AROUND + 1))
    ]


def _older(here: str, standing: RowStanding, found: list[ProposedTask]) -> str:
    if len(found) <= SHOWN:
        return ""
    last = found[SHOWN - 1]
    return f"{here}?xem={TABS[standing]}&sau={last.place}.{last.number}"


def _key(text: str) -> int:
    number = whole_number(text)
    return -1 if number is None else min(number, 2_000_000_000)
