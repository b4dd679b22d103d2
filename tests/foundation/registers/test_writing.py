"""Who writes into a record, and when it is refused."""

from datetime import date, datetime

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.organizations.public import succeed_organization
from nentang.foundation.registers.errors import (
    ChangedMeanwhile,
    NothingHeld,
    NotYourRegister,
    PeriodInvalid,
    PurposeMissing,
    RecordLocked,
    RecordNotFound,
)
from nentang.foundation.registers.permissions import keepers_for
from nentang.foundation.registers.public import (
    Act,
    lock_record,
    open_record,
    register_named,
    say_anew,
    search_records,
    unlock_record,
    write_version,
)
from nentang.government.population.models import Absence, Citizen, CivilIdentity
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

pytestmark = pytest.mark.django_db
TODAY = date(2020, 12, 7)


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@pytest.fixture
def citizen(commune: Commune, at: datetime) -> Citizen:
    return make_citizen(commune=commune, at=at)


def _away(citizen: Citizen, commune: Commune, at: datetime, **others: object) -> Absence:
    values = {"act": Act.ENTRY, "valid_from": TODAY, "basis": BOOK, "actor": commune.registrar}
    version = Absence(record=citizen, destination="Hà Nội")
    return write_version(version=version, at=at, **(values | others))  # type: ignore[arg-type]


def test_only_the_body_that_keeps_a_record_writes(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    with pytest.raises(NotYourRegister):
        _away(citizen, commune, at, actor=commune.stranger)
    with pytest.raises(NotYourRegister):
        _away(citizen, commune, at, actor=commune.leader)

    assert not Absence.objects.exists()


def test_another_body_is_not_told_whether_anything_is_held(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    said = {"model": Absence, "record": citizen, "said": {"destination": "Hà Nội"}}
    by = {"act": Act.CORRECTION, "basis": BOOK, "at": at}
    with pytest.raises(NotYourRegister):
        say_anew(**said, **by, actor=commune.stranger)  # type: ignore[arg-type]
    with pytest.raises(NothingHeld):
        say_anew(**said, **by, actor=commune.registrar)  # type: ignore[arg-type]


def test_a_locked_record_is_not_changed_until_it_is_unlocked(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    lock_record(record=citizen, reason="Đang xác minh", actor=commune.registrar, at=at)
    with pytest.raises(RecordLocked) as refused:
        _away(citizen, commune, at)
    assert "Đang xác minh" in refused.value.sentence

    unlock_record(record=citizen, actor=commune.registrar, at=at)
    assert _away(citizen, commune, at).destination == "Hà Nội"


def test_whoever_writes_on_an_old_page_is_told(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    seen = citizen.revision
    _away(citizen, commune, at, revision=seen)
    with pytest.raises(ChangedMeanwhile):
        _away(citizen, commune, at, revision=seen)
    stale = Citizen.objects.get(pk=citizen.pk)
    _away(citizen, commune, at)
    with pytest.raises(ChangedMeanwhile):
        _away(stale, commune, at)


def test_a_period_ends_after_it_begins(citizen: Citizen, commune: Commune, at: datetime) -> None:
    with pytest.raises(PeriodInvalid):
        _away(citizen, commune, at, valid_to=TODAY)


def test_what_nobody_said_cannot_be_said_anew(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    with pytest.raises(NothingHeld):
        say_anew(
            model=Absence,
            record=citizen,
            said={"destination": "Huế"},
            act=Act.CHANGE,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )


def test_a_correction_keeps_what_was_held(citizen: Citizen, commune: Commune, at: datetime) -> None:
    say_anew(
        model=CivilIdentity,
        record=citizen,
        said={"full_name": "Lê Thị Mậu"},
        act=Act.CORRECTION,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )

    rows = CivilIdentity.objects.filter(record=citizen).order_by("id")
    assert [row.full_name for row in rows] == ["Lê Thị Mẫu", "Lê Thị Mậu"]
    assert rows[1].valid_from == rows[0].valid_from
    citizen.refresh_from_db()
    assert citizen.folded.startswith("le thi mau")


def test_each_reading_says_why_and_the_person_sees_it(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    with pytest.raises(PurposeMissing):
        open_record(
            register="population", code=citizen.code, purpose=" ", actor=commune.registrar, at=at
        )
    open_record(
        register="population",
        code=citizen.code,
        purpose="Giải quyết hồ sơ: H42-1",
        actor=commune.registrar,
        at=at,
    )

    looks = looks_at_person(citizen.person_id, limit=10)
    assert [look.purpose for look in looks] == ["Giải quyết hồ sơ: H42-1"]


def test_to_others_a_record_does_not_exist(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    register = register_named("population")
    with pytest.raises(RecordNotFound):
        open_record(
            register="population", code=citizen.code, purpose="Tò mò", actor=commune.stranger, at=at
        )
    for text in ("", "mẫu", citizen.code):
        assert not search_records(register, text, keepers=keepers_for(commune.stranger, register))


@pytest.mark.parametrize("text", ["le thi mau", "Mẫu", "THỊ  lê", "083187000001", "mau 1987"])
def test_search_forgives_marks_and_order(
    text: str, citizen: Citizen, commune: Commune, at: datetime
) -> None:
    register = register_named("population")
    found = search_records(register, text, keepers=keepers_for(commune.registrar, register))
    assert [record.pk for record in found] == [citizen.pk]


def test_whoever_takes_over_from_a_body_keeps_its_records(
    citizen: Citizen, commune: Commune, at: datetime
) -> None:
    succeed_organization(
        old_id=commune.body.pk, new_id=commune.neighbour.pk, on=TODAY, actor=SYSTEM, at=at
    )
    register = register_named("population")

    found = search_records(register, "", keepers=keepers_for(commune.stranger, register))
    assert [record.pk for record in found] == [citizen.pk]
    assert _away(citizen, commune, at, actor=commune.stranger).destination == "Hà Nội"
