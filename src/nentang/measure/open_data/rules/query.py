"""Questions to a published version: filters, groups, sums, sorting, pages.

A question reads the rows as everybody has them, and nothing else: whatever it answers could be reckoned from
the downloaded file. Along an axis that is neither asked for nor filtered, the total of the table is taken;
where the table has none (months), what is told is added up. A sum of which any part is hidden is hidden.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nentang.kernel.frozen import Frozen

from .published import COUNT, HIDDEN, Column, Published, Row
from .tables import TOTAL

MOST_VALUES, MOST_FILTERS, MOST_ROWS = 50, 6, 500
LONGEST_VALUE = 120


class Unreadable(ValueError):
    """A part of the question that names nothing."""


class Question(Frozen):
    """What is asked: allowed values by column, columns to group by, what to sort by, where to go on."""

    filters: Mapping[str, tuple[str, ...]]
    groups: tuple[str, ...]
    sort: str = ""
    after: str = ""
    limit: int = 100


class Answered(Frozen):
    """Rows of group values and count (None: hidden), and the key of the next page."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    next: str | None


def ask(table: Published, question: Question) -> Answered:
    """The answer; Unreadable where a column is unknown or more is asked than is answered."""
    axes = [table.columns[i] for i in table.key_places()]
    _check(axes, question)
    sums = _sums(table, axes, question)
    ordered = _ordered(sums, question)
    page = _page(ordered, question)
    more = len(page) > question.limit
    page = page[: question.limit]
    return Answered(
        (*question.groups, COUNT),
        tuple((*key, count) for key, count in page),
        _key_text(page[-1][0]) if more else None,
    )


def _check(axes: Sequence[Column], question: Question) -> None:
    names = {axis.name for axis in axes}
    for name in (*question.filters, *question.groups):
        if name not in names:
            raise Unreadable(name[:60])
    if len(set(question.groups)) != len(question.groups):
        raise Unreadable("group")
    if len(question.filters) > MOST_FILTERS or not 0 < question.limit <= MOST_ROWS:
        raise Unreadable("limit")
    for name, values in question.filters.items():
        if not 0 < len(values) <= MOST_VALUES or any(len(v) > LONGEST_VALUE for v in values):
            raise Unreadable(name)
    if question.sort.removeprefix("-") not in {"", COUNT, *question.groups}:
        raise Unreadable("sort")


Sums = dict[tuple[str, ...], int | None]


def _sums(table: Published, axes: Sequence[Column], question: Question) -> Sums:
    places = {axis.name: table.place(axis.name) for axis in axes}
    grouped = [places[name] for name in question.groups]
    sums: dict[tuple[str, ...], int | None] = defaultdict(int)
    for row in table.rows:
        if all(_is_asked(axis, row[places[axis.name]], question) for axis in axes):
            key = tuple(str(row[i]) for i in grouped)
            sums[key] = _plus(sums[key], row, table)
    return dict(sums)


def _is_asked(axis: Column, value: object, question: Question) -> bool:
    """Filtered: one of the values, each once. Grouped: every member. Else: the total, if there is one."""
    if axis.name in question.filters:
        return value in question.filters[axis.name]
    if axis.name in question.groups or not axis.has_total:
        return value != TOTAL
    return value == TOTAL


def _plus(sum_so_far: int | None, row: Row, table: Published) -> int | None:
    count = row[table.place(COUNT)]
    if sum_so_far is None or row[-1] == HIDDEN or not isinstance(count, int):
        return None
    return sum_so_far + count


def _ordered(sums: Sums, question: Question) -> list[tuple[tuple[str, ...], int | None]]:
    found = sorted(sums.items())
    name = question.sort.removeprefix("-")
    down = question.sort.startswith("-")
    if name == COUNT:
        told = [each for each in found if each[1] is not None]
        told.sort(key=lambda each: each[1] or 0, reverse=down)
        return told + [each for each in found if each[1] is None]
    if name:
        i = question.groups.index(name)
        found.sort(key=lambda each: each[0][i], reverse=down)
    return found


def _page(
    ordered: list[tuple[tuple[str, ...], int | None]], question: Question
) -> list[tuple[tuple[str, ...], int | None]]:
    """From after the row whose key the last page ended with."""
    begin = 0
    if question.after:
        keys = [_key_text(key) for key, _ in ordered]
        if question.after not in keys:
            raise Unreadable("after")
        begin = keys.index(question.after) + 1
    return ordered[begin : begin + question.limit + 1]


def _key_text(key: tuple[str, ...]) -> str:
    return "|".join(key)
