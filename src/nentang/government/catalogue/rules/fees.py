"""What a dossier costs: fee lines by date, channel and exemption. Amounts are in đồng.

Each line names the item of the budget chart that it is booked to. A line is paid `per: dossier`, `per: copy`, or `per: page` of the original for each copy; a page costs
`then` from `from_page` on, a copy `at_most` so much.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from nentang.agreements.cashier import Share
from nentang.kernel.frozen import Frozen

from .procedure import Bilingual

PER = ("dossier", "copy", "page")


class FeeLine(Frozen):
    """One fee; `online_amount` where it differs for those who apply themselves."""

    name: Bilingual
    amount: int
    per: str
    online_amount: int | None = None
    from_page: int | None = None
    then: int = 0
    at_most: int | None = None
    item: str = ""


class Exemption(Frozen):
    """Who pays nothing."""

    code: str
    name: Bilingual


class FeeSchedule(Frozen):
    """All that a procedure costs on a day."""

    lines: tuple[FeeLine, ...]
    exemptions: tuple[Exemption, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether nobody pays anything."""
        return not any(line.amount for line in self.lines)


class Copies(Frozen):
    """So many copies of an original of so many pages."""

    number: int = 1
    pages: int = 1


ONE_COPY = (Copies(),)


def parse_fees(value: Mapping[str, Any]) -> FeeSchedule:
    """The schedule in one rule of a law file."""
    return FeeSchedule(
        lines=tuple(_line(each) for each in value["lines"]),
        exemptions=tuple(
            Exemption(entry["code"], Bilingual(**entry["name"]))
            for entry in value.get("exemptions", ())
        ),
    )


def fee_for(
    schedule: FeeSchedule,
    *,
    online: bool,
    copies: Sequence[Copies] = ONE_COPY,
    exemption: str = "",
) -> int:
    """The fee in đồng; 0 for an exemption that the schedule names."""
    if exemption and any(entry.code == exemption for entry in schedule.exemptions):
        return 0
    return sum(_line_amount(line, online, copies) for line in schedule.lines)


def shares_of(
    schedule: FeeSchedule,
    amount: int,
    *,
    online: bool,
    copies: Sequence[Copies] = ONE_COPY,
) -> tuple[Share, ...]:
    """How a fee of that sum is laid out over items; nothing where the schedule cannot say."""
    sums: dict[str, int] = {}
    for line in schedule.lines:
        sums[line.item] = sums.get(line.item, 0) + _line_amount(line, online, copies)
    if len(sums) == 1:
        sums = dict.fromkeys(sums, amount)
    if "" in sums or sum(sums.values()) != amount:
        return ()
    return tuple(Share(item, part) for item, part in sums.items() if part)


def copies_in(answers: Mapping[str, Any]) -> tuple[Copies, ...]:
    """What is copied: `copies` and `pages` of each of the `originals`, or of the one there is.

    What is no number yet, as in a draft, counts as one.
    """
    originals = answers.get("originals")
    entries = originals if isinstance(originals, list) and originals else [answers]
    return tuple(
        Copies(_count(entry.get("copies")), _count(entry.get("pages")))
        for entry in entries
        if isinstance(entry, Mapping)
    )


def _line(source: Mapping[str, Any]) -> FeeLine:
    line = FeeLine(**{**source, "name": Bilingual(**source["name"])})
    if line.per not in PER:
        raise ValueError(f"per {line.per!r} is not one of {', '.join(PER)}")
    return line


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 1


def _line_amount(line: FeeLine, online: bool, copies: Sequence[Copies]) -> int:
    amount = line.online_amount if online and line.online_amount is not None else line.amount
    if line.per == "dossier":
        return amount
    return sum(each.number * _of_one_copy(line, amount, each.pages) for each in copies)


def _of_one_copy(line: FeeLine, amount: int, pages: int) -> int:
    if line.per == "copy":
        return amount
    first = pages if line.from_page is None else min(pages, line.from_page - 1)
    whole = amount * first + line.then * (pages - first)
    return whole if line.at_most is None else min(whole, line.at_most)
