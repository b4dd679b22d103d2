"""Panels of the dashboard: what an app says of a unit and a span of months.

Filled by the `panels.py` of each app, which are loaded when somebody first asks for a dashboard.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.module_loading import autodiscover_modules

from nentang.foundation.documents.public import register_pdf_template
from nentang.foundation.organizations.public import UnitInfo, UnitNotFound
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import Tree, lineage

from .rules.findings import Finding

TYPST = Path(__file__).parent / "typst"
PAPER, SLIDES = "dashboard.briefing", "dashboard.slides"
register_pdf_template(PAPER, TYPST / "briefing.typ")
register_pdf_template(SLIDES, TYPST / "slides.typ")


class Asked(Frozen):
    """Of what a panel speaks: a unit (None: the nation) in its tree of day `on`, the months from `first` to `last`, seen at `at`.

    `bodies` are the names of the People's Committees of the unit and of those directly below it, by unit code.
    `words` are those of the address that stay the same on the way down.
    """

    unit: UnitInfo | None
    tree: Tree
    on: date
    first: date
    last: date
    at: datetime
    is_now: bool
    bodies: Mapping[str, str]
    words: Mapping[str, str]

    @property
    def unit_code(self) -> str:
        """Its code; empty for the nation."""
        return self.unit.code if self.unit else ""

    @property
    def who(self) -> str:
        """The committee that answers for the unit; empty where none is known."""
        return self.bodies.get(self.unit_code, "")

    def url(self, unit_code: str) -> str:
        """The dashboard of a unit, with the same months under the same geography."""
        words = {"don-vi": unit_code, **self.words} if unit_code else dict(self.words)
        address = reverse("dashboard:overview")
        return f"{address}?{urlencode(words)}" if words else address

    def part_of(self, unit_code: str) -> str:
        """The unit directly below in which a unit of any day lies; empty where it lies in none of them."""
        try:
            unit = self.tree.find(unit_code)
        except UnitNotFound:
            return ""
        line = lineage(unit.code, self.tree.parent) if unit else []
        place = line.index(self.unit_code) if self.unit_code in line else 0
        return line[place - 1] if place else ""

    def below(self) -> list[UnitInfo]:
        """The units directly below."""
        return self.tree.parts_of(self.unit_code)


class Panel(Frozen):
    """What an app says. `findings` asks a number of queries that does not depend on how many units there are."""

    code: str
    title: object
    order: int
    findings: Callable[[Asked], list[Finding]]


_panels: dict[str, Panel] = {}


def register_panel(panel: Panel) -> Panel:
    """Show the panel on every dashboard and in every pack, and return it; ValueError where its code is taken."""
    if _panels.get(panel.code, panel) is not panel:
        raise ValueError(f"{panel.code} is registered twice")
    _panels[panel.code] = panel
    return panel


@cache
def _gather() -> None:
    autodiscover_modules("panels")


def panels() -> list[Panel]:
    """All panels, in order."""
    _gather()
    return sorted(_panels.values(), key=lambda each: (each.order, each.code))
