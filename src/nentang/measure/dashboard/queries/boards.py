"""All that the panels say of a unit, by how it stands."""

from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import UnitInfo
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.registry import Asked, panels
from nentang.measure.dashboard.rules.findings import Finding, Track, in_order
from nentang.measure.indicators.public import Computation, latest_computation

from .choice import Choice
from .words import Shown, shown


class Below(Frozen):
    """A unit directly below, and in how many shortfalls it adds the most."""

    name: str
    url: str
    count: int


class Board(Frozen):
    """All that is shown of a unit."""

    asked: Asked
    place: str
    off: tuple[Shown, ...]
    near: tuple[Shown, ...]
    on: tuple[Shown, ...]
    unknown: tuple[Shown, ...]
    below: tuple[Below, ...]
    computation: Computation | None

    @property
    def worst(self) -> tuple[Shown, ...]:
        """What is not on track: missed, then nearly reached."""
        return self.off + self.near

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.off) + len(self.near) + len(self.on) + len(self.unknown)


def board_of(choice: Choice) -> Board:
    """Everything that the panels say; UnitNotFound for a unit that never was."""
    asked = choice.asked()
    found = [(str(panel.title), each) for panel in panels() for each in panel.findings(asked)]
    by_track: dict[Track, list[Shown]] = {track: [] for track in Track}
    titles = {id(each): title for title, each in found}
    for place, each in enumerate(in_order([each for _title, each in found])):
        by_track[each.track].append(shown(each, titles[id(each)], f"viec-{place}"))
    return Board(
        asked=asked,
        place=place_of(asked.unit),
        off=tuple(by_track[Track.OFF]),
        near=tuple(by_track[Track.NEAR]),
        on=tuple(by_track[Track.ON]),
        unknown=tuple(by_track[Track.UNKNOWN] + by_track[Track.FREE]),
        below=tuple(_below(asked, [each for _title, each in found])),
        computation=latest_computation(),
    )


def place_of(unit: UnitInfo | None) -> str:
    """What the place is called."""
    return unit.full_name if unit else _("Cả nước")


def _below(asked: Asked, findings: list[Finding]) -> list[Below]:
    """The units directly below, those that add most to the most shortfalls first."""
    counts: dict[str, int] = {}
    for finding in findings:
        causes = [each for reasons in finding.reasons for each in reasons.causes if each.url]
        if causes and (worst := max(causes, key=lambda each: each.amount)).amount > 0:
            counts[worst.url] = counts.get(worst.url, 0) + 1
    urls = ((unit, asked.url(unit.code)) for unit in asked.below())
    found = [Below(unit.full_name, url, counts.get(url, 0)) for unit, url in urls]
    return sorted(found, key=lambda each: -each.count)
