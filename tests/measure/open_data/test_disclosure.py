"""No small group is found out: not from sums, not from versions, however somebody reckons."""

from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from nentang.measure.open_data.rules.disclosure import protect, small_cells
from nentang.measure.open_data.rules.tables import Axis, Edition, edition_of

from .attacker import Attacker

SMALLEST = 5
PLACE, KIND, SEX = Axis("place"), Axis("kind"), Axis("sex")
MONTH = Axis("month", has_total=False)
COUNTS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 20, 57])


def table(axes: tuple[Axis, ...], counts: Sequence[int], shape: Sequence[int]) -> Edition:
    leaves = list(
        product(
            *([f"{axis.name}{n}" for n in range(k)] for axis, k in zip(axes, shape, strict=True))
        )
    )
    return edition_of(axes, dict(zip(leaves, counts, strict=True)), SMALLEST)


def published(editions: Sequence[Edition]) -> list[Edition]:
    """The editions as they are published, one after the other, without those that are refused."""
    done: list[Edition] = []
    for each in editions:
        found = protect(done, each)
        if not found.open_to_attack:
            done.append(found.edition)
    return done


def assert_nothing_small_is_found(editions: Sequence[Edition]) -> None:
    attacker = Attacker(editions)
    for number, edition in enumerate(editions):
        for cell in small_cells(edition):
            least, most = attacker.bounds(number, cell)
            assert cell in edition.hidden
            assert most >= SMALLEST, f"{cell} of edition {number} is surely small: {least}..{most}"
            assert most - least >= SMALLEST, f"{cell} of edition {number} is {least}..{most}"


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=12, max_size=12))
def test_a_table_of_two_axes_with_all_its_sums_gives_nothing_away(counts: list[int]) -> None:
    done = published([table((PLACE, KIND), counts, (3, 4))])

    assert len(done) == 1  # the first version can always be made safe
    assert_nothing_small_is_found(done)


@settings(max_examples=25, deadline=None)
@given(st.lists(COUNTS, min_size=18, max_size=18))
def test_a_table_of_three_axes_gives_nothing_away(counts: list[int]) -> None:
    done = published([table((PLACE, KIND, SEX), counts, (3, 3, 2))])

    assert len(done) == 1
    assert_nothing_small_is_found(done)


@settings(max_examples=25, deadline=None)
@given(st.lists(COUNTS, min_size=12, max_size=12))
def test_sums_of_provinces_and_districts_give_nothing_away(counts: list[int]) -> None:
    place = Axis(
        "place",
        parents={"place0": "north", "place1": "north", "place2": "south", "place3": "south"},
    )

    done = published([table((place, KIND), counts, (4, 3))])

    assert len(done) == 1
    assert_nothing_small_is_found(done)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(COUNTS, min_size=9, max_size=9),
    st.lists(
        st.lists(st.sampled_from([0, 0, 0, 0, 1, 2, -1, -2, 5]), min_size=9, max_size=9),
        min_size=1,
        max_size=3,
    ),
)
def test_differences_between_versions_give_nothing_away(
    counts: list[int], steps: list[list[int]]
) -> None:
    versions, now = [table((PLACE, KIND), counts, (3, 3))], counts
    for step in steps:
        now = [max(0, count + more) for count, more in zip(now, step, strict=True)]
        versions.append(table((PLACE, KIND), now, (3, 3)))

    assert_nothing_small_is_found(published(versions))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(COUNTS, min_size=18, max_size=18),
    st.lists(st.sampled_from([0, 0, 0, 1, 3, -2]), min_size=12, max_size=12),
)
def test_a_month_more_and_corrections_of_earlier_ones_give_nothing_away(
    counts: list[int], corrections: list[int]
) -> None:
    before = [max(0, a + b) for a, b in zip(counts, corrections, strict=False)]
    first = table((MONTH, PLACE, KIND), before, (2, 2, 3))
    second = table((MONTH, PLACE, KIND), counts, (3, 2, 3))

    assert_nothing_small_is_found(published([first, second]))


def test_a_lone_small_group_takes_another_with_it_or_its_total() -> None:
    done = published([table((KIND,), (3, 20, 40), (3,))])

    assert done[0].hidden == {("kind0",), ("kind1",)}


def test_a_group_that_grew_does_not_tell_how_small_it_was() -> None:
    first = table((KIND,), (3, 20, 40), (3,))
    grown = table((KIND,), (8, 20, 40), (3,))

    done = published([first, grown])

    assert ("kind1",) in done[1].hidden  # told, it would say 20 of the first version too
    assert_nothing_small_is_found(done)


def test_the_attacker_finds_what_a_careless_office_tells() -> None:
    careless = table((KIND,), (3, 20, 40), (3,))
    told = edition_of(careless.axes, careless.leaves, SMALLEST, frozenset({("kind0",)}))

    assert Attacker([told]).bounds(0, ("kind0",)) == (3, 3)


@settings(max_examples=40, deadline=None)
@given(st.lists(COUNTS, min_size=5, max_size=5))
def test_a_total_that_another_dataset_tells_gives_nothing_away(counts: list[int]) -> None:
    bare = table((KIND,), counts, (5,))
    pinned = edition_of(bare.axes, bare.leaves, SMALLEST, pinned=frozenset({("*",)}))

    done = published([pinned])

    assert_nothing_small_is_found(done)
    assert all(("*",) not in each.hidden for each in done)
