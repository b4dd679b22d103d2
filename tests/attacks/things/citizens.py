"""The population register of the commune here: the mother's record and home, a dead man's, two that may be one."""

import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import compare_new_keys, start_import, take_evidence
from nentang.foundation.registers.models import PossibleDuplicate, Reexamination
from nentang.foundation.registers.public import Act, proof_of
from nentang.government.population.actions import (
    CitizenFacts,
    Home,
    enter_citizen,
    found_household,
    note_death,
    register_residence,
    write_identity,
)
from nentang.government.population.enums import Relation
from nentang.government.population.models import Absence, Citizen, CivilIdentity, Household
from nentang.government.population.queries import find_citizen
from nentang.government.population.registry import CITIZENS
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.population.factories import BOOK, COMMUNE

from .lot import Lot

DEAD = (
    "001040999903",
    CitizenFacts(full_name="Lê Văn Nháp", sex="male", birth_on=None, birth_year=1940),
)
TWINS = (("001187999904", "Bùi Thị Thử"), ("001187999905", "Bùi Thị Thứ"))
NEW = (
    "001187999906",
    CitizenFacts(full_name="Lê Thị Mới", sex="female", birth_on=None, birth_year=1987),
)
TABLE = "number,full_name,sex,birth_year\n001187999907,Lê Thị Bảng,nữ,1987\n"


def _on_disk(name: str) -> Path:
    """A file with the table in it; a report is written over it."""
    file = Path(tempfile.mkdtemp()) / name
    file.write_text(TABLE, encoding="utf-8")
    return file


def citizens(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """All of it kept by the body here, whose registrar is the one who may."""
    keeper_id, registrar = world.here.body.pk, masters["here"]
    mother = find_citizen(world.mother.words[1])
    assert mother
    dead = _entered(*DEAD, keeper_id, at)
    note_death(citizen=dead, died_on=date(2020, 11, 30), basis=BOOK, actor=registrar, at=at)
    home = _home(mother, registrar, at)
    run = start_import(
        register="population",
        content=TABLE.encode(),
        filename="dan-cu.csv",
        organization_id=keeper_id,
        actor=registrar,
        at=at,
    )
    pair, examined = _pair(keeper_id, at), _reexamined(mother, world, registrar, at)
    values = {**_written(mother, keeper_id, at), **_lived(mother, dead, home)}
    values |= {"examined": [examined], "pair_id": [pair]}
    here = "co-so-du-lieu/<slug:register>/"
    places = {
        here: {"register": "population", "record_code": mother.code},
        f"{here}trung/": {"number": pair},
        f"{here}nhap/": {"number": run.pk},
        "xem-lai/": {"code": examined.case.code},
    }
    return Lot(values, places=places)


def _written(mother: Citizen, keeper_id: int, at: datetime) -> dict[str, list[Any]]:
    """What is said in a register, and of whom."""
    known = CivilIdentity.objects.filter(record=mother).latest("pk")
    again = CitizenFacts(
        full_name=known.full_name,
        sex=known.sex,
        birth_on=known.birth_on,
        birth_year=known.birth_year,
    )
    number, facts = NEW
    row = {"number": number, "full_name": facts.full_name, "sex": "female", "birth_on": None}
    rest = {"birth_year": 1987, "ethnicity": "", "unit_code": "", "address_line": ""}
    return {
        **{f"{app}.basis": [BOOK] for app in ("registers", "population")},
        "record": [mother],
        "registers.enter_record.record": [
            Citizen(code=number, person_id=mother.person_id, keeper_id=keeper_id)
        ],
        "versions": [[]],
        "version": [CivilIdentity(record=mother, **known.values())],
        "model": [CivilIdentity],
        "registers.say_anew.model": [CivilIdentity, Absence],
        "said": [{"ethnicity": "Tày"}],
        "act": [Act.CHANGE],
        "last_on": [legal_day(at)],
        "keeper_id": [keeper_id],
        "registers.move_record.keeper_id": [keeper_id],
        "register": ["population"],
        "registers.code": [mother.code],
        "is_same": [True, False],
        "outcome": ["Không ảnh hưởng"],
        "registers.step": ["keep"],
        "registers.content": [TABLE.encode()],
        "registers.filename": ["dan-cu.csv"],
        "registers.file": [_on_disk("dan-cu.csv")],
        "registers.report": [_on_disk("bao-cao.csv")],
        "population.number": [mother.code, number],
        "population.facts": [again, facts],
        "population.values": [row | rest, row | rest | {"number": mother.code}],
    }


def _lived(mother: Citizen, dead: Citizen, home: Household) -> dict[str, list[Any]]:
    """Where people live and for how long."""
    there = Home(COMMUNE, "Thôn Nháp", home.code, Relation.HEAD)
    return {
        "citizen": [mother, dead],
        "head": [mother],
        "population.home": [there, Home(COMMUNE, "Thôn Thử")],
        "population.change_head.home": [home],
        "unit_code": [COMMUNE],
        "address_line": ["Thôn Nháp"],
        "host_name": ["Bùi Văn Thử"],
        "destination": ["Tỉnh Thử"],
        "died_on": [date(2020, 12, 1)],
        "province_code": ["98"],
        "sex": ["female"],
        "birth_year": [2020],
    }


def _entered(number: str, facts: CitizenFacts, keeper_id: int, at: datetime) -> Citizen:
    return enter_citizen(
        number=number, facts=facts, keeper_id=keeper_id, basis=BOOK, actor=SYSTEM, at=at
    )


def _home(head: Citizen, registrar: Actor, at: datetime) -> Household:
    """The household of which she is the head, and in which she lives."""
    by: dict[str, Any] = {"valid_from": legal_day(at), "basis": BOOK, "actor": registrar, "at": at}
    founded = found_household(unit_code=COMMUNE, address_line="Thôn Nháp", head=head, **by)
    home = Home(COMMUNE, "Thôn Nháp", founded.code, Relation.HEAD)
    register_residence(citizen=head, home=home, **by)
    return founded


def _reexamined(mother: Citizen, world: World, registrar: Actor, at: datetime) -> Reexamination:
    """Her name was used here for a dossier, and corrected since."""
    proof = proof_of(CITIZENS, mother, "identity", "full_name", on=legal_day(at))
    assert proof
    take_evidence(
        proofs=[proof],
        subject=f"dossier:{world.mother.dossiers[0]}",
        title="Đăng ký khai sinh",
        organization_id=world.here.body.pk,
        actor=SYSTEM,
        at=at,
    )
    write_identity(
        citizen=mother,
        said={"full_name": f"{world.mother.words[0]} Sửa"},
        act=Act.CORRECTION,
        basis=BOOK,
        actor=registrar,
        at=at,
    )
    run_until_quiet(at=at)
    return Reexamination.objects.get()


def _pair(keeper_id: int, at: datetime) -> int:
    for number, name in TWINS:
        facts = CitizenFacts(
            full_name=name, sex="female", birth_on=date(1987, 1, 2), birth_year=1987
        )
        _entered(number, facts, keeper_id, at)
    run_until_quiet(at=at)
    compare_new_keys(at=at)
    return PossibleDuplicate.objects.get().pk
