"""Pure rules of geography: reading names, who follows whom, and shares that never lose a total."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen
from nentang.kernel.periods import Period
from nentang.kernel.text import fold

KINDS = (
    "Thành phố",
    "Thị trấn",
    "Thị xã",
    "Đặc khu",
    "Tỉnh",
    "Quận",
    "Huyện",
    "Phường",
    "Xã",
)
LEVEL_OF_LENGTH = {2: "province", 3: "district", 5: "commune"}
_SHORT = {"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "hcm": "ho chi minh", "hn": "ha noi"}


class UnitKey(NamedTuple):
    """What a unit is known by: a code may pass to another unit on a later day."""

    code: str
    valid_from: date


class Link(Frozen):
    """One former unit, one unit that took it over, wholly or in part."""

    old: UnitKey
    new: UnitKey
    whole: bool
    usual: bool


Apportion = Callable[[Sequence[Link]], Sequence[Fraction]]


def usual_takes_all(links: Sequence[Link]) -> Sequence[Fraction]:
    """Everything goes to the usual one: figures stay whole numbers, a split is not guessed."""
    return [Fraction(link.usual) for link in links]


def equal_parts(links: Sequence[Link]) -> Sequence[Fraction]:
    """Everyone gets the same part."""
    return [Fraction(1, len(links))] * len(links)


class Geography:
    """All units ever, with their days and the links between them."""

    def __init__(self, periods: Mapping[UnitKey, Period], links: Iterable[Link]) -> None:
        self.periods = periods
        self.later: dict[UnitKey, list[Link]] = defaultdict(list)
        self.earlier: dict[UnitKey, list[Link]] = defaultdict(list)
        for link in links:
            self.later[link.old].append(link)
            self.earlier[link.new].append(link)

    def shares(
        self, unit: UnitKey, on: date, apportion: Apportion = usual_takes_all
    ) -> dict[UnitKey, Fraction]:
        """Which units stand for this one on that day; the shares add up to exactly 1.

        Looking back, the former unit with the same code is the usual one, else the first that came
        wholly. A unit with nothing on that day to stand for it stands for itself.
        """
        if on in self.periods[unit]:
            return {unit: Fraction(1)}
        looks_back = on < self.periods[unit].valid_from
        links = _with_namesake_usual(self.earlier[unit]) if looks_back else self.later[unit]
        if not links:
            return {unit: Fraction(1)}
        result: dict[UnitKey, Fraction] = defaultdict(Fraction)
        for link, part in zip(links, apportion(links), strict=True):
            next_unit = link.old if looks_back else link.new
            for heir, share in self.shares(next_unit, on, apportion).items() if part else ():
                result[heir] += part * share
        return dict(result)

    def findings(self) -> list[str]:
        """What contradicts itself: lost units, links that do not meet, no or several usual ones."""
        return [
            *(f"{unit.code} ({unit.valid_from}) has no successor" for unit in self._lost()),
            *(f"{old.code} has {n} usual successors" for old, n in self._usual_counts() if n != 1),
            *(
                f"{x.old.code} → {x.new.code} do not meet"
                for x in self._links()
                if not self._meets(x)
            ),
            *(
                f"{x.old.code} goes wholly to several"
                for x in self._links()
                if self._contradicts(x)
            ),
        ]

    def _links(self) -> Iterable[Link]:
        return (link for links in self.later.values() for link in links)

    def _lost(self) -> Iterable[UnitKey]:
        return (
            u for u, period in self.periods.items() if period.valid_to and not self.later.get(u)
        )

    def _usual_counts(self) -> Iterable[tuple[UnitKey, int]]:
        return ((old, sum(x.usual for x in links)) for old, links in self.later.items() if links)

    def _meets(self, link: Link) -> bool:
        ended_on = self.periods[link.old].valid_to
        return ended_on is not None and ended_on in self.periods[link.new]

    def _contradicts(self, link: Link) -> bool:
        return link.whole and len(self.later[link.old]) > 1


def _with_namesake_usual(links: Sequence[Link]) -> Sequence[Link]:
    if not links:
        return links
    usual = min(links, key=lambda x: (x.old.code != x.new.code, not x.whole, x.old))
    return [replace(link, usual=link is usual) for link in links]


def split_kind(full_name: str) -> tuple[str, str]:
    """`Xã Yên Hòa` → (`Xã`, `Yên Hòa`); ValueError where the kind is unknown."""
    for kind in KINDS:
        if full_name.startswith(kind + " "):
            return kind, full_name.removeprefix(kind + " ")
    raise ValueError(full_name)


def committee_name(unit_name: str) -> str:
    """`Tỉnh Ninh Bình` → `Ủy ban nhân dân tỉnh Ninh Bình`."""
    return f"Ủy ban nhân dân {unit_name[0].lower()}{unit_name[1:]}"


def folded_words(text: str) -> str:
    """The folded words, a space on either side of each: `Xã Yên-Hoà` → ` xa yen hoa `."""
    words = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    return f" {' '.join(words)} "


def search_words(text: str) -> list[str]:
    """Words to look for, short forms written out: `TP. HCM` → thanh pho ho chi minh."""
    return " ".join(_SHORT.get(word, word) for word in folded_words(text).split()).split()[:12]
