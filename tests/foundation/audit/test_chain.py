"""The chain holds, and names the first row that does not."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from nentang.foundation.audit.models import DayRoot, Record, Seal
from nentang.foundation.audit.public import Fault, seal, verify
from nentang.foundation.audit.rules import GENESIS, canonical, day_root

from .factories import an_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind_the_triggers() -> Callable[[str], None]:
    """Runs SQL as somebody would who owns the database."""

    def run(sql: str) -> None:
        table = sql.removeprefix("DELETE FROM ").removeprefix("UPDATE ").split()[0]
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            else:
                cursor.execute(f"DROP TRIGGER {table}_added_only")
            cursor.execute(sql)

    return run


@pytest.fixture
def chain(at: datetime) -> list[int]:
    """Seven records in three batches; their ids."""
    for number in range(7):
        an_act(at=at, number=number)
    while seal(at=at, limit=3):
        pass
    return list(Record.objects.order_by("id").values_list("id", flat=True))


def test_a_record_costs_one_statement_and_no_read(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        an_act(at=at)


def test_an_untouched_chain_holds(chain: list[int]) -> None:
    verdict = verify()
    assert verdict.holds
    assert verdict.checked == 7
    assert [each.count for each in Seal.objects.order_by("id")] == [3, 3, 1]


def test_each_seal_names_the_one_before(chain: list[int]) -> None:
    seals = list(Seal.objects.order_by("id"))
    assert [each.previous for each in seals] == [GENESIS, seals[0].hash, seals[1].hash]


@pytest.mark.parametrize("column", ["action", "actor_name", "subject", "details"])
def test_the_first_altered_row_is_named(
    chain: list[int], behind_the_triggers: Callable[[str], None], column: str
) -> None:
    value = "'{}'" if column == "details" else "'another'"
    behind_the_triggers(f"UPDATE audit_record SET {column} = {value} WHERE id >= {chain[4]}")
    verdict = verify()
    assert (verdict.fault, verdict.record_id, verdict.checked) == (Fault.ALTERED, chain[4], 3)


def test_a_missing_row_is_named(
    chain: list[int], behind_the_triggers: Callable[[str], None]
) -> None:
    behind_the_triggers(f"DELETE FROM audit_record WHERE id = {chain[5]}")
    verdict = verify()
    assert (verdict.fault, verdict.record_id) == (Fault.MISSING, chain[5])


def test_a_row_slipped_in_among_sealed_ones_is_named(
    chain: list[int], behind_the_triggers: Callable[[str], None]
) -> None:
    row = Record.objects.get(pk=chain[0])
    row.pk = -1
    row.save(force_insert=True)
    Record.objects.filter(pk=-1).update(txid=0)
    verdict = verify()
    assert (verdict.fault, verdict.record_id) == (Fault.UNSEALED, -1)


def test_an_altered_seal_is_named(
    chain: list[int], behind_the_triggers: Callable[[str], None]
) -> None:
    second = Seal.objects.order_by("id")[1]
    behind_the_triggers(f"UPDATE audit_seal SET hash = '{'0' * 64}' WHERE id = {second.pk}")
    verdict = verify()
    assert (verdict.fault, verdict.seal_id) == (Fault.SEAL_ALTERED, second.pk)


def test_the_database_refuses_changes(chain: list[int]) -> None:
    for rows in (Record.objects.all(), Seal.objects.all()):
        column = "action" if rows.model is Record else "hash"
        with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
            rows.update(**{column: "another"})


@pytest.mark.postgres
def test_postgresql_refuses_deletion(chain: list[int]) -> None:
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Record.objects.all().delete()


def test_a_day_is_rooted_when_another_has_begun(at: datetime) -> None:
    heads = []
    for day in range(3):
        an_act(at=at + timedelta(days=day))
        seal(at=at + timedelta(days=day))
        heads.append(Seal.objects.latest("id").hash)
    roots = list(DayRoot.objects.order_by("day"))
    assert [str(root.day) for root in roots] == ["2020-12-07", "2020-12-08"]
    assert roots[1].hash == day_root(roots[0].hash, roots[1].day, heads[1])
    assert verify().holds


def test_an_altered_root_is_found(at: datetime, behind_the_triggers: Callable[[str], None]) -> None:
    for day in range(2):
        an_act(at=at + timedelta(days=day))
        seal(at=at + timedelta(days=day))
    behind_the_triggers(f"UPDATE audit_dayroot SET hash = '{'f' * 64}'")
    assert verify().fault is Fault.ROOT_ALTERED


@pytest.mark.postgres
def test_the_chain_goes_on_after_a_restore_into_another_postgresql(at: datetime) -> None:
    for number in range(4):
        an_act(at=at, number=number)
    seal(at=at, limit=3)
    Record.objects.update(txid=10**12)
    Seal.objects.update(last_txid=10**12)
    assert seal(at=at) == 1
    an_act(at=at, number=9)
    assert seal(at=at) == 1
    assert verify().holds
    assert verify().checked == 5


@given(st.dictionaries(st.text(min_size=1), st.integers() | st.text() | st.none()))
def test_one_content_has_one_spelling(values: dict[str, object]) -> None:
    backwards = dict(reversed(list(values.items())))
    assert canonical(values) == canonical(backwards)
