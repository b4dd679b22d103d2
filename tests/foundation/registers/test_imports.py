"""A table is taken in row by row: what is wrong is said of its line, what is right is there once."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import start_import, take_rows
from nentang.foundation.registers.errors import FileUnreadable, NotYourRegister
from nentang.foundation.registers.models import ImportRun, LikenessKey
from nentang.foundation.registers.public import Basis, Line, one_by_one
from nentang.foundation.registers.queries import faults_of
from nentang.government.population.models import Citizen
from tests.government.population.factories import Commune, make_commune

pytestmark = pytest.mark.django_db
HEAD = "number,full_name,sex,birth_on,birth_year,ethnicity,unit_code,address_line\n"
GOOD = "083187000001,Lê Thị Mẫu,nữ,05/09/1987,1987,Kinh,98001,Thôn Nháp\n"
WRONG_SEX = "083187000002,Lê Văn Mẫu,nam,05/09/1987,1987,Kinh,98001,Thôn Nháp\n"
WRONG_DAY = "083187000003,Lê Thị Thử,nữ,31/02/1987,1987,Kinh,98001,Thôn Nháp\n"


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


def _start(commune: Commune, text: str, at: datetime) -> ImportRun:
    return start_import(
        register="population",
        content=text.encode(),
        filename="dan-cu.csv",
        organization_id=commune.body.pk,
        actor=commune.registrar,
        at=at,
    )


def test_right_rows_are_entered_and_wrong_ones_say_why(commune: Commune, at: datetime) -> None:
    run = _start(commune, HEAD + GOOD + WRONG_SEX + WRONG_DAY, at)
    run_until_quiet(at=at)

    run.refresh_from_db()
    assert (run.state, run.done, run.failed) == ("done", 3, 2)
    assert list(Citizen.objects.values_list("code", flat=True)) == ["083187000001"]
    assert [(fault.line, fault.column, fault.code) for fault in faults_of(run.pk)] == [
        (3, "", "population.number_disagrees"),
        (4, "birth_on", "registers.cell_unreadable"),
    ]


def test_the_same_table_again_makes_nothing_twice(commune: Commune, at: datetime) -> None:
    for _ in range(2):
        run = _start(commune, HEAD + GOOD, at)
        run_until_quiet(at=at)
        run.refresh_from_db()
        assert (run.done, run.failed) == (1, 0)

    assert Citizen.objects.count() == 1
    assert Citizen.objects.get().residences.count() == 1


def test_rows_read_twice_are_counted_once(commune: Commune, at: datetime) -> None:
    run = _start(commune, HEAD + GOOD, at)
    take_rows(run_id=run.pk, done=0, at=at)
    again = take_rows(run_id=run.pk, done=0, at=at)

    assert (again.done, again.state) == (1, "done")


@pytest.mark.parametrize(
    "text",
    ["", "number,full_name\n1,2\n", "[1, 2]", "[{]", HEAD, "\x00\x01,\n"],
)
def test_what_is_no_such_table_is_refused_whole(text: str, commune: Commune, at: datetime) -> None:
    with pytest.raises(FileUnreadable):
        _start(commune, text, at)
    assert not ImportRun.objects.exists()


def test_only_who_keeps_the_register_takes_in(commune: Commune, at: datetime) -> None:
    with pytest.raises(NotYourRegister):
        start_import(
            register="population",
            content=(HEAD + GOOD).encode(),
            filename="dan-cu.csv",
            organization_id=commune.body.pk,
            actor=commune.leader,
            at=at,
        )


def test_json_is_taken_in_as_csv_is(commune: Commune, at: datetime) -> None:
    text = (
        '[{"number": "083187000001", "full_name": "Lê Thị Mẫu", "sex": "female", '
        '"birth_on": "1987-09-05", "birth_year": 1987, "unit_code": "98001", '
        '"address_line": "Thôn Nháp"}]'
    )
    _start(commune, text, at)
    run_until_quiet(at=at)

    assert Citizen.objects.count() == 1


def test_rows_of_a_small_table_are_taken_one_by_one_and_a_wrong_one_undoes_only_itself(
    commune: Commune, at: datetime
) -> None:
    def enter(*, values: Mapping[str, str], basis: Basis, **_rest: object) -> None:
        LikenessKey.objects.create(
            register="x", rule="y", key=values["key"], record_code=basis.code, noted_at=at
        )
        if values["key"] == "wrong":
            raise NotYourRegister

    lines = [Line(n, f"7/{n}", {"key": key}) for n, key in enumerate(("good", "wrong", "fine"), 2)]
    refused = one_by_one(enter)(
        lines=lines, organization_id=commune.body.pk, actor=commune.registrar, at=at
    )

    assert [(each.line, each.code) for each in refused] == [(3, NotYourRegister.code)]
    kept = LikenessKey.objects.filter(register="x").order_by("id")
    assert list(kept.values_list("key", "record_code")) == [("good", "7/2"), ("fine", "7/4")]
