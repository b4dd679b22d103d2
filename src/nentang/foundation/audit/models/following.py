"""Following a table of added rows without missing those that commit late.

Numbers are given before commits, so ascending ids alone skip a row whose transaction was slow.
Each row keeps the number of its transaction; a follower reads in the order (transaction, id) and
only below the oldest transaction still running, where nothing can appear any more. On SQLite
writers are in line, every number is 0, and the id alone is the order.
"""

from typing import Any, NamedTuple, Self, TypeVar

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)


class Position(NamedTuple):
    """The last row that a follower has taken."""

    txid: int
    id: int


class _CurrentTransaction(models.Func):
    """The number of the writing transaction."""

    output_field = models.BigIntegerField()

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, tuple[()]]:
        return "0", ()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, tuple[()]]:
        return "(pg_current_xact_id()::text::bigint)", ()


class TransactionNumberField(models.BigIntegerField):
    """Filled by the database itself, so that an insert needs neither a read nor a parameter."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"db_default": _CurrentTransaction(), "editable": False, **options})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """As a migration writes it."""
        name, _, arguments, options = super().deconstruct()
        del options["db_default"], options["editable"]
        return name, "nentang.foundation.audit.public.TransactionNumberField", arguments, options


class FollowedQuerySet(models.QuerySet[M]):
    """Rows of a table with `txid = TransactionNumberField()`."""

    def settled_after(self, position: Position) -> Self:
        """Rows after that position, in an order to which no later commit can add before its end."""
        rows = self.filter(Q(txid=position.txid, id__gt=position.id) | Q(txid__gt=position.txid))
        horizon = _horizon()
        return (rows if horizon is None else rows.filter(txid__lt=horizon)).order_by("txid", "id")


def _horizon() -> int | None:
    """The oldest transaction still running; inside a writing transaction its own rows count too."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(pg_current_xact_id_if_assigned()::text::bigint + 1,"
            " pg_snapshot_xmin(pg_current_snapshot())::text::bigint)"
        )
        return int(cursor.fetchone()[0])
