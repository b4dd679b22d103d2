"""Invented villages are such as the law and life allow, and one seed always tells the same."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from nentang.config.synth.numbers import Numbers, Shuffled
from nentang.config.synth.registered import Place, Row
from nentang.config.synth.telling import tell_places
from nentang.government.civil_status.rules.kinship import may_not_marry
from nentang.kernel.identifiers import parse_personal_number, parse_tax_code

TODAY = date(2020, 12, 31)
PLACE = Place("14722", "Xã Mẫu", date(1976, 1, 1), "37")
NEIGHBOUR = Place("14725", "Xã Thử", date(2003, 5, 1), "83")
Tables = Mapping[str, list[Row]]
SEEDS = given(seed=st.integers(0, 10_000))
FEW = settings(max_examples=12, deadline=None)


def told(
    seed: int, *places: Place, people: int = 700, numbers: Numbers | None = None
) -> list[Tables]:
    """All rows of those places, table by table."""
    found = tell_places(
        places or (PLACE,),
        people=people,
        numbers=numbers or Numbers(seed),
        today=TODAY,
        seed=seed,
    )
    return [{name: list(rows) for name, rows in each.tables()} for _, each in found]


def full_years(born: str, on: str) -> int:
    one, other = date.fromisoformat(born), date.fromisoformat(on)
    return other.year - one.year - ((other.month, other.day) < (one.month, one.day))


def by_number(tables: Tables) -> Mapping[str, Row]:
    return {row["number"]: row for row in tables["population"]}


@FEW
@SEEDS
def test_a_number_says_sex_and_year_of_birth_and_is_given_once(seed: int) -> None:
    rows = [row for tables in told(seed, PLACE, NEIGHBOUR) for row in tables["population"]]

    assert len({row["number"] for row in rows}) == len(rows)
    for row in rows:
        number = parse_personal_number(row["number"])
        assert (number.sex, str(number.birth_year)) == (row["sex"], row["birth_on"][:4])
        assert number.province_code in ("01", "37", "79", "83")


@FEW
@SEEDS
def test_a_child_is_born_to_a_mother_and_a_father_old_enough(seed: int) -> None:
    (tables,) = told(seed)

    assert tables["births"]
    for birth in tables["births"]:
        assert 18 <= full_years(birth["mother_birth"], birth["birth"]) < 45
        assert full_years(birth["father_birth"], birth["birth"]) >= 18
        assert birth["birth"] < birth["registered_on"] <= TODAY.isoformat()


@FEW
@SEEDS
def test_nobody_marries_too_young_or_twice_at_once(seed: int) -> None:
    (tables,) = told(seed)
    died = {(row["full_name"], row["birth"]): row["died"] for row in tables["deaths"]}
    until: dict[tuple[str, str], str] = {}

    assert tables["marriages"]
    for row in tables["marriages"]:
        day = row["registered_on"]
        assert full_years(row["wife_birth"], day) >= 18
        assert full_years(row["husband_birth"], day) >= 20
        couple = [(row[f"{side}_name"], row[f"{side}_birth"]) for side in ("wife", "husband")]
        ended = min([row["ended_on"] or "9999", *(died.get(each, "9999") for each in couple)])
        for each in couple:
            assert until.get(each, "") <= day
            until[each] = ended


@FEW
@SEEDS
def test_nobody_marries_whom_blood_forbids(seed: int) -> None:
    (tables,) = told(seed)
    parents = {
        row["number"]: [row["father_number"], row["mother_number"]] for row in tables["population"]
    }

    for row in tables["marriages"]:
        if row["wife_number"] and row["husband_number"]:
            assert not may_not_marry(row["wife_number"], row["husband_number"], parents, 3)


@FEW
@SEEDS
def test_everybody_who_lives_belongs_to_one_household_with_one_head(seed: int) -> None:
    (tables,) = told(seed)
    living = [row for row in tables["population"] if "died_on" not in row]
    heads = Counter(row["household"] for row in living if row["relation"] == "head")
    spouses = Counter(row["household"] for row in living if row["relation"] == "spouse")

    assert set(heads) == {row["household"] for row in living}
    assert set(heads.values()) == {1}
    assert set(spouses.values()) <= {1}
    assert all(
        full_years(row["birth_on"], TODAY.isoformat()) >= 18
        for row in living
        if row["relation"] == "head"
    )


@FEW
@SEEDS
def test_children_and_parents_of_a_head_are_theirs(seed: int) -> None:
    (tables,) = told(seed)
    people = by_number(tables)
    homes: dict[str, dict[str, list[Row]]] = {}
    for row in tables["population"]:
        if "died_on" not in row:
            homes.setdefault(row["household"], {}).setdefault(row["relation"], []).append(row)

    assert homes
    for home in homes.values():
        (head,) = home["head"]
        for child in home.get("child", []):
            assert head["number"] in (child["father_number"], child["mother_number"])
            assert child["birth_on"] > people[head["number"]]["birth_on"]
        for parent in home.get("parent", []):
            assert parent["number"] in (head["father_number"], head["mother_number"])


@FEW
@SEEDS
def test_books_are_numbered_without_gaps_in_the_order_of_their_days(seed: int) -> None:
    (tables,) = told(seed)

    for book in ("births", "marriages", "deaths"):
        of_year: dict[str, list[int]] = {}
        days = [row["registered_on"] for row in tables[book]]
        for row in tables[book]:
            of_year.setdefault(row["registered_on"][:4], []).append(int(row["number"]))
        assert days == sorted(days)
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in of_year.values())


@FEW
@SEEDS
def test_shops_and_cards_belong_to_people_who_live(seed: int) -> None:
    (tables,) = told(seed)
    living = {n: row for n, row in by_number(tables).items() if "died_on" not in row}

    assert len({row["number"] for row in tables["businesses"]}) == len(tables["businesses"])
    for shop in tables["businesses"]:
        owner = living[shop["owner_number"]]
        assert parse_tax_code(shop["number"]).text == shop["number"]
        assert full_years(owner["birth_on"], shop["starts_on"]) >= 18
    assert {row["personal_number"] for row in tables["insurance"]} == set(living)
    assert len({row["number"] for row in tables["insurance"]}) == len(living)


def test_one_seed_tells_the_same_and_another_something_else() -> None:
    assert told(7) == told(7)
    assert told(7) != told(8)


def test_a_village_does_not_depend_on_those_told_before_but_for_its_numbers() -> None:
    (alone,) = told(7, NEIGHBOUR)
    _, after = told(7, PLACE, NEIGHBOUR, people=1400)

    names = [row["full_name"] for row in alone["population"]]
    assert names == [row["full_name"] for row in after["population"]]


def test_numbers_that_are_taken_are_passed_over() -> None:
    first = Numbers(3).personal("37", is_woman=True, birth_year=2020)
    other = Numbers(3, taken={first}).personal("37", is_woman=True, birth_year=2020)

    assert first[:6] == other[:6] == "037320"
    assert first != other


@given(size=st.integers(2, 4000), word=st.text(max_size=4))
def test_a_shuffled_order_has_every_number_once(size: int, word: str) -> None:
    order = Shuffled(size, word)

    assert {order.at(place) for place in range(size)} == set(range(size))
