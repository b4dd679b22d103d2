"""The books of Yên Hoà: births and marriages of those who live there, as the population register has them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import actor_for_account, appoint_officer
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status import actions
from nentang.government.civil_status.actions.enter_entry import enter_past
from nentang.government.civil_status.models import CivilEntry, PaperBook
from nentang.government.civil_status.rules.numbers import BookPlace
from nentang.government.population.public import CivilIdentity, PermanentResidence

from .cast import FOUNDED, Office

MOST_BIRTHS = 40
UNTIL_REGISTERED = timedelta(days=20)
"""How long after a birth it was registered."""
BEFORE_FIRST_CHILD = timedelta(days=500)
PAPER_YEAR, PAPER_LINES = 1979, 12
"""Before anybody of the demo's families has a child, so that no number is taken."""
Typed = dict[str, str]


def write_books(commune: Office, *, at: datetime) -> list[CivilEntry]:
    """Births of children who live in the commune and marriages of their parents, each in its year's book."""
    children = _children_of(commune.unit.code)
    people = _by_number(children)
    births = [(_registered(each), "births", _birth(each, people)) for each in children]
    marriages = _marriages(children, people)
    numbers: dict[tuple[str, int], int] = {}
    return [
        _enter(commune, kind, typed, day, _next(numbers, kind, day.year), at)
        for day, kind, typed in sorted(births + marriages, key=lambda each: (each[0], each[1]))
    ]


def begin_paper_book(commune: Office, *, at: datetime) -> PaperBook:
    """A book of 1979, typed by clerk and leader: one line done, one different, one waiting, one unreadable."""
    first, second = (_as_registrar(each, commune, at) for each in (commune.clerk, commune.leader))
    book = actions.open_paper_book(
        kind="births",
        year=PAPER_YEAR,
        volume=1,
        first=1,
        lines=PAPER_LINES,
        organization_id=commune.organization_id,
        actor=first,
        at=at,
    )
    for number, names in enumerate(
        (("Lê Thị Nháp", "Lê Thị Nháp"), ("Bùi Văn Nháp", "Bùi Văn Nhập"), ("Vũ Thị Thử",)), 1
    ):
        for actor, name in zip((first, second), names, strict=False):
            typed = {
                "registered_on": f"{number}/3/{PAPER_YEAR}",
                "full_name": name,
                "sex": "female" if "Thị" in name else "male",
                "birth": f"{number}/2/{PAPER_YEAR}",
            }
            actions.type_line(book=book, number=number, typed=typed, actor=actor, at=at)
    actions.mark_unreadable(
        book=book, number=4, note="Trang rách mất nửa dưới", actor=second, at=at
    )
    return book


def _as_registrar(officer: Actor, commune: Office, at: datetime) -> Actor:
    """The officer, who keeps the books of the commune as well."""
    account_id = officer.account_id or 0
    known = actor_for_account(account_id, at)
    if known.has_role("registrar", organization_id=commune.organization_id):
        return known
    appoint_officer(
        account_id=account_id,
        role="registrar",
        organization_id=commune.organization_id,
        valid_from=FOUNDED,
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account_id, at)


def _children_of(unit_code: str) -> list[CivilIdentity]:
    """Who lives there, has a known mother and was born on a known day; the youngest first."""
    homes = PermanentResidence.objects.filter(unit_code=unit_code, superseded_at=None)
    rows = CivilIdentity.objects.filter(record__in=homes.values("record"), superseded_at=None)
    rows = rows.exclude(mother_number="").filter(birth_on__isnull=False)
    return list(rows.select_related("record").order_by("-birth_on", "pk")[:MOST_BIRTHS])


def _by_number(children: Sequence[CivilIdentity]) -> Mapping[str, CivilIdentity]:
    numbers = {each.mother_number for each in children} | {each.father_number for each in children}
    rows = CivilIdentity.objects.filter(record__code__in=numbers, superseded_at=None)
    return {row.record.code: row for row in rows.select_related("record")}


def _registered(child: CivilIdentity) -> date:
    return (child.birth_on or date(child.birth_year, 1, 1)) + UNTIL_REGISTERED


def _birth(child: CivilIdentity, people: Mapping[str, CivilIdentity]) -> Typed:
    typed = {
        "full_name": child.full_name,
        "sex": child.sex,
        "birth": _day(child),
        "ethnicity": child.ethnicity,
        "nationality": "Việt Nam",
        "hometown": child.hometown,
        "personal_number": child.record.code,
    }
    for side, number in (("mother", child.mother_number), ("father", child.father_number)):
        if known := people.get(number):
            typed |= {
                f"{side}_name": known.full_name,
                f"{side}_birth": _day(known),
                f"{side}_number": number,
            }
    return typed


def _marriages(
    children: Sequence[CivilIdentity], people: Mapping[str, CivilIdentity]
) -> list[tuple[date, str, Typed]]:
    """Each couple once, before their eldest child here."""
    eldest = {
        (each.mother_number, each.father_number): each
        for each in children  # the youngest first: the eldest stays
        if each.mother_number in people and each.father_number in people
    }
    return [
        (
            (child.birth_on or date(child.birth_year, 1, 1)) - BEFORE_FIRST_CHILD,
            "marriages",
            {
                **_spouse("wife", people[mother]),
                **_spouse("husband", people[father]),
            },
        )
        for (mother, father), child in eldest.items()
    ]


def _spouse(side: str, who: CivilIdentity) -> Typed:
    return {
        f"{side}_name": who.full_name,
        f"{side}_birth": _day(who),
        f"{side}_number": who.record.code,
    }


def _day(who: CivilIdentity) -> str:
    return who.birth_on.isoformat() if who.birth_on else str(who.birth_year)


def _next(numbers: dict[tuple[str, int], int], kind: str, year: int) -> int:
    numbers[kind, year] = numbers.get((kind, year), 0) + 1
    return numbers[kind, year]


def _enter(
    commune: Office, kind: str, typed: Typed, day: date, number: int, at: datetime
) -> CivilEntry:
    return enter_past(
        facts=actions.facts_from(kind, typed),
        place=BookPlace(kind, commune.unit.code, day.year, 1, number),
        registered_on=day,
        organization_id=commune.organization_id,
        basis=Basis(BasisKind.BOOK, f"{number:02d}/{day.year}"),
        actor=SYSTEM,
        at=at,
    )
