"""Questions to a dataset: right sums, bounded, and nothing that the file does not tell."""

from collections.abc import Mapping
from datetime import datetime
from itertools import chain, combinations, product

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from nentang.kernel import clock
from nentang.measure.open_data.rules.disclosure import protect
from nentang.measure.open_data.rules.published import Column, Published, rows_of
from nentang.measure.open_data.rules.query import Question, Unreadable, ask
from nentang.measure.open_data.rules.tables import Axis, Edition, edition_of, filled
from tests.measure.factories import in_month, make_country

from .attacker import Attacker
from .factories import make_keepers, published, run_many, take_on

NOVEMBER = in_month(2020, 11)
ADDRESS = "/api/v1/open-data/datasets/chuyen-xe/query"
AXES = (Axis("month", has_total=False), Axis("place"), Axis("kind"))
COLUMNS = (
    Column("month", "month", "", ""),
    Column("place", "category", "", "", has_total=True),
    Column("kind", "category", "", "", has_total=True),
    Column("count", "count", "", ""),
    Column("status", "status", "", ""),
)
COUNTS = st.lists(st.sampled_from([0, 1, 2, 4, 5, 6, 9, 13, 30]), min_size=12, max_size=12)


def version_of(counts: list[int]) -> tuple[Edition, Published]:
    leaves = dict(zip(product(("m0", "m1"), ("a", "b", "c"), ("x", "y")), counts, strict=True))
    edition = protect([], edition_of(AXES, filled(AXES, leaves), 5)).edition
    return edition, Published(COLUMNS, rows_of(edition, (None, None, None)))


def every_question(table: Published) -> list[Question]:
    """All groupings, each with every choice of values along one axis."""
    names = ("month", "place", "kind")
    groupings = chain.from_iterable(combinations(names, n) for n in range(4))
    values = {name: sorted({str(row[i]) for row in table.rows}) for i, name in enumerate(names)}
    choices: list[Mapping[str, tuple[str, ...]]] = [{}]
    for name, known in values.items():
        some = chain.from_iterable(combinations(known, n) for n in range(1, len(known) + 1))
        choices += [{name: chosen} for chosen in some]
    return [Question(chosen, group) for group in groupings for chosen in choices]


@settings(max_examples=20)
@given(COUNTS)
def test_whatever_is_answered_is_a_sum_of_what_the_file_tells(counts: list[int]) -> None:
    edition, table = version_of(counts)
    told = {cell: count for cell, count in edition.cells.items() if cell not in edition.hidden}

    for question in every_question(table):
        for row in ask(table, question).rows:
            if row[-1] is None:
                continue
            key = dict(zip(question.groups, row[:-1], strict=True))
            parts = [cell for cell in edition.cells if _belongs(cell, key, question)]
            assert set(parts) <= set(told)  # no part of the sum is hidden
            assert row[-1] == sum(told[cell] for cell in parts)


@settings(max_examples=8)
@given(COUNTS)
def test_all_answers_together_give_no_small_group_away(counts: list[int]) -> None:
    edition, table = version_of(counts)
    attacker, sums = Attacker([edition]), {}
    for question in every_question(table):
        for row in ask(table, question).rows:
            if row[-1] is not None:
                key = dict(zip(question.groups, row[:-1], strict=True))
                cells = [cell for cell in edition.cells if _belongs(cell, key, question)]
                sums[tuple(sorted(cells))] = int(str(row[-1]))
    for known, count in sums.items():
        attacker.learn(0, known, count)

    for cell, count in edition.cells.items():
        if edition.is_small(count):
            assert attacker.bounds(0, cell)[1] >= edition.smallest


def _belongs(cell: tuple[str, ...], key: Mapping[str, object], question: Question) -> bool:
    for axis, node in zip(AXES, cell, strict=True):
        if axis.name in key and node != key[axis.name]:
            return False
        if axis.name in question.filters:
            if node not in question.filters[axis.name]:
                return False
        elif axis.name not in key and (node == "*") != axis.has_total:
            return False
    return True


@pytest.mark.parametrize(
    "question",
    [
        Question({"unknown": ("a",)}, ()),
        Question({}, ("unknown",)),
        Question({}, ("place", "place")),
        Question({}, (), sort="unknown"),
        Question({}, (), limit=501),
        Question({"place": tuple(str(n) for n in range(51))}, ()),
        Question({}, ("place",), after="nowhere"),
    ],
)
def test_what_names_nothing_or_asks_too_much_is_refused(question: Question) -> None:
    with pytest.raises(Unreadable):
        ask(version_of([7] * 12)[1], question)


def test_pages_by_key_come_to_all_rows_once() -> None:
    _, table = version_of(list(range(6, 18)))
    found: list[tuple[object, ...]] = []
    after: str | None = ""
    while after is not None:
        page = ask(table, Question({}, ("month", "place", "kind"), "-count", after, 5))
        found += page.rows
        after = page.next

    assert len(found) == len(set(found)) == 12
    assert [row[-1] for row in found] == sorted((row[-1] for row in found), reverse=True)  # type: ignore[type-var]


@pytest.fixture
def _open(db: None, at: datetime) -> None:
    make_country()
    counts = {("98001", True): 30, ("98001", False): 3, ("99002", True): 20, ("99002", False): 9}
    run_many(counts, at=in_month(2020, 10))
    keepers = make_keepers(at=at)
    take_on(keepers, at=at)
    published(keepers, at=NOVEMBER)
    clock.use(lambda: NOVEMBER)


@pytest.mark.usefixtures("_open")
def test_the_interface_answers_with_sums_and_says_what_is_hidden(client: Client) -> None:
    found = client.get(f"{ADDRESS}?group=province&sort=-count").json()
    late = client.get(f"{ADDRESS}?group=province&where=on_time:no").json()

    assert found["rows"] == [["98", 33], ["99", 29]]
    assert [row[1] for row in late["rows"]] == [None, None]


@pytest.mark.usefixtures("_open")
def test_what_the_interface_refuses_has_a_code_and_says_what_to_do(client: Client) -> None:
    answer = client.get(f"{ADDRESS}?group=password")

    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("application/problem+json")
    assert answer.json()["code"] == "open_data.query_unreadable"


@pytest.mark.usefixtures("_open")
def test_whoever_asks_too_fast_waits(client: Client) -> None:
    answers = {client.get(ADDRESS).status_code for _ in range(130)}

    assert answers == {200, 429}
