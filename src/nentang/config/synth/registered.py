"""What the registers say of a village: rows of tables, as the registers themselves take them in."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

from nentang.government.civil_status.rules.law import volume_law
from nentang.government.civil_status.rules.numbers import volume_of
from nentang.kernel.frozen import Frozen

from .households import households
from .names import CAUSES, HAMLETS, SHOPS, pick
from .numbers import Numbers
from .people import Person, Wedding, day_of, full_years
from .village import Village

Row = Mapping[str, str]
NUMBERS_SINCE = date(2016, 1, 1).toordinal()
"""Whoever died before has no personal number (Decree 137/2015/NĐ-CP came into force then)."""
LATE, OWNS_A_SHOP, IS_EMPLOYED = 0.04, 0.05, 0.3
TRADES = {"Tạp hoá": "4711", "Quán ăn": "5610", "Tiệm may": "1410", "Sửa xe": "4542"}
OTHER_TRADE = "9639"


class Place(Frozen):
    """A commune as it is on the day: its code and name, since when, and the province's code."""

    code: str
    name: str
    since: date
    province_code: str


class Told:
    """Rows of one village, table by table; numbers are given in the order in which it is told."""

    def __init__(
        self,
        village: Village,
        place: Place,
        numbers: Numbers,
        today: date,
        dice: Random,
        books_since: date,
    ) -> None:
        self._people, self._weddings = village.people, village.weddings
        self._place, self._numbers, self._dice = place, numbers, dice
        self._today, self._books_since = today.toordinal(), books_since.toordinal()
        self._written = {person.mark: self._registration(person) for person in self._people}
        for person in self._people:
            if person.died > NUMBERS_SINCE and self._written[person.mark] <= self._today:
                person.number = numbers.personal(
                    person.born_in, is_woman=person.is_woman, birth_year=day_of(person.born).year
                )
        self._homes = households([each for each in self._people if each.number], self._today)

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Each table by the name of its register, people before what is said of them elsewhere."""
        yield "population", self._population()
        yield "births", self._book(self._births())
        yield "marriages", self._book(self._marriages())
        yield "deaths", self._book(self._deaths())
        yield "businesses", self._businesses()
        yield "insurance", self._insurance()

    def _registration(self, person: Person) -> int:
        """The day on which the birth was registered."""
        chance = self._dice.random()
        return person.born + 2 + int(700 * self._dice.random() if chance < LATE else chance * 55)

    def _population(self) -> Iterator[Row]:
        for serial, home in enumerate(self._homes, 1):
            code, where = f"{self._place.code}-{serial:06d}", self._address(serial)
            for person, relation in home.members:
                yield self._citizen(person, where) | {"household": code, "relation": relation.value}
        for person in self._people:
            if person.number and person.died <= self._today:
                yield self._citizen(person, pick(HAMLETS, self._dice)) | {
                    "died_on": day_of(person.died).isoformat()
                }

    def _citizen(self, person: Person, where: str) -> dict[str, str]:
        born = day_of(person.born)
        return {
            "number": person.number,
            "full_name": person.full_name,
            "sex": _sex(person),
            "birth_on": born.isoformat(),
            "birth_year": str(born.year),
            "ethnicity": "Kinh",
            "father_number": person.father.number if person.father else "",
            "mother_number": person.mother.number if person.mother else "",
            "unit_code": self._place.code,
            "address_line": where,
            "lives_since": self._lives_since(person).isoformat(),
        }

    def _lives_since(self, person: Person) -> date:
        """From birth, or from the marriage that brought one here; not before there was such a commune."""
        came = person.born if person.father or not person.weddings else person.weddings[0].married
        return max(day_of(came), self._place.since) if came < person.died else self._place.since

    def _address(self, serial: int) -> str:
        return f"{HAMLETS[serial % len(HAMLETS)]}, số nhà {serial}"

    def _residence(self) -> str:
        return f"{pick(HAMLETS, self._dice)}, {self._place.name}"

    def _book(self, entries: list[tuple[int, dict[str, str]]]) -> Iterator[Row]:
        """Entries of those days, numbered from 1 every year in their order."""
        entries.sort(key=lambda each: each[0])
        year, number = 0, 0
        for ordinal, said in entries:
            day = day_of(ordinal)
            number = number + 1 if day.year == year else 1
            year = day.year
            yield {
                "number": str(number),
                "volume": str(_volume(number, day)),
                "registered_on": day.isoformat(),
                **said,
            }

    def _births(self) -> list[tuple[int, dict[str, str]]]:
        return [
            (self._written[child.mark], self._birth(child))
            for child in self._people
            if child.father
            and child.born >= self._books_since
            and self._written[child.mark] <= self._today
        ]

    def _birth(self, child: Person) -> dict[str, str]:
        said = {
            "full_name": child.full_name,
            "sex": _sex(child),
            "birth": day_of(child.born).isoformat(),
            "birth_place": f"Trạm y tế {self._place.name}",
            "ethnicity": "Kinh",
            "nationality": "Việt Nam",
            "hometown": self._place.name,
            "personal_number": child.number,
        }
        for side, parent in (("mother", child.mother), ("father", child.father)):
            if parent:
                said |= _side(side, parent)
        return said

    def _marriages(self) -> list[tuple[int, dict[str, str]]]:
        return [
            (wedding.married, self._marriage(wedding))
            for wedding in self._weddings
            if self._books_since <= wedding.married <= self._today
        ]

    def _marriage(self, wedding: Wedding) -> dict[str, str]:
        ended = wedding.ended <= self._today
        parted = ended and wedding.ended_by == "divorce"
        return {
            **_side("wife", wedding.woman),
            **_side("husband", wedding.man),
            "ended_on": day_of(wedding.ended).isoformat() if ended else "",
            "decision": f"Bản án mẫu {wedding.man.mark}" if parted else "",
        }

    def _deaths(self) -> list[tuple[int, dict[str, str]]]:
        found = []
        for person in self._people:
            written = person.died + 1 + int(self._dice.random() * 20)
            if person.died >= self._books_since and written <= self._today:
                found.append((written, self._death(person)))
        return found

    def _death(self, person: Person) -> dict[str, str]:
        return {
            "full_name": person.full_name,
            "sex": _sex(person),
            "birth": day_of(person.born).isoformat(),
            "personal_number": person.number,
            "about": "Kinh, Việt Nam",
            "residence": self._residence(),
            "died": day_of(person.died).isoformat(),
            "death_place": "Tại nhà",
            "death_cause": pick(CAUSES, self._dice),
        }

    def _living(self) -> Iterator[tuple[Person, int]]:
        """Who lives, with their age in years."""
        for home in self._homes:
            for person, _relation in home.members:
                yield person, full_years(person.born, self._today)

    def _businesses(self) -> Iterator[Row]:
        for person, age in self._living():
            if 20 <= age < 65 and self._dice.random() < OWNS_A_SHOP:
                yield self._business(person, age)

    def _business(self, owner: Person, age: int) -> Row:
        shop = pick(SHOPS, self._dice)
        begun = self._today - int(self._dice.random() * min(age - 19, 12) * 365)
        return {
            "number": self._numbers.tax("13"),
            "name": f"{shop} {owner.full_name} {owner.number[-4:]}",
            "kind": "household",
            "unit_code": self._place.code,
            "address_line": self._residence(),
            "capital": str(5_000_000 * (1 + int(self._dice.random() * 40))),
            "trades": TRADES.get(shop, OTHER_TRADE),
            "owner_number": owner.number,
            "owner_title": "Chủ hộ kinh doanh",
            "starts_on": day_of(begun).isoformat(),
        }

    def _insurance(self) -> Iterator[Row]:
        for person, age in self._living():
            card = _card(age, self._dice)
            good_from = day_of(self._today).replace(month=1, day=1)
            yield {
                "number": self._numbers.insurance(self._place.province_code),
                "personal_number": person.number,
                **card,
                "facility": f"Trạm y tế {self._place.name}",
                "good_from": max(good_from, day_of(person.born)).isoformat(),
                "good_until": good_from.replace(month=12, day=31).isoformat(),
            }


def _volume(number: int, day: date) -> int:
    """The volume in which the number stands; before 2006 nobody here knows how many a volume held."""
    rules = volume_law()
    return volume_of(number, rules.in_force(on=max(day, date(2006, 4, 1))))


def _sex(person: Person) -> str:
    return "female" if person.is_woman else "male"


def _side(side: str, who: Person) -> dict[str, str]:
    return {
        f"{side}_name": who.full_name,
        f"{side}_birth": day_of(who.born).isoformat(),
        f"{side}_number": who.number,
    }


def _card(age: int, dice: Random) -> dict[str, str]:
    """Who pays, the class on the card, the level of benefit: by age, and by chance who has an employer."""
    if age < 6:
        return {"payer": "state", "category": "TE", "benefit": "1"}
    if age < 18:
        return {"payer": "state_shares", "category": "HS", "benefit": "4"}
    if age >= 80:
        return {"payer": "state", "category": "BT", "benefit": "4"}
    if age < 60 and dice.random() < IS_EMPLOYED:
        return {"payer": "employer", "category": "DN", "benefit": "4"}
    return {"payer": "household", "category": "GD", "benefit": "4"}
