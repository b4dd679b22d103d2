"""Following a table of added rows without missing those that commit late.

Numbers are given before commits, so ascending ids alone skip a row whose transaction was slow.
Each row keeps the number of its transaction; a follower reads in the order (transaction, id) and
only below the oldest transaction still running, where nothing can appear any more. On SQLite
writers are in line, every number is 0, and the id alone is the order.
"""

from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from django.db import connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)

if TYPE_CHECKING:
    _BigInteger = models.BigIntegerField[int, int]
else:
    _BigInteger = models.BigIntegerField


class Position(NamedTuple):
    """The last row that a follower has taken."""

    txid: int
    id: int


class _CurrentTransaction(models.Func):
    """The number of the writing transaction."""

    output_field = models.BigIntegerField()

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, tuple[()]]:
        return "0", ()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, tuple[()]]:
        return "(pg_current_xact_id()::text::bigint)", ()


class TransactionNumberField(_BigInteger):
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
        rows = self.exclude(_up_to(position))
        horizon = _horizon()
        return (rows if horizon is None else rows.filter(txid__lt=horizon)).order_by("txid", "id")

    def up_to(self, position: Position) -> Self:
        """Rows that a follower at that position has taken."""
        return self.filter(_up_to(position))

    def adopt_restored(self, position: Position) -> Position:
        """The same place, once a backup was restored into another PostgreSQL.

        There the numbering of transactions starts elsewhere. Restored rows get the numbers 0
        (taken) and 1 (not yet), below any that the new one gives.
        """
        if not self._come_from_elsewhere():
            return position
        with transaction.atomic():
            last = self.up_to(position).aggregate(last=models.Max("id"))["last"] or 0
            moved = models.Case(models.When(_up_to(position), then=0), default=1)
            self.update(txid=moved)
        return Position(0, last)

    def _come_from_elsewhere(self) -> bool:
        """Whether a row has a number that this PostgreSQL has yet to give."""
        if connection.vendor != "postgresql":
            return False
        highest = self.order_by("-txid").values_list("txid", flat=True).first()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT greatest(pg_current_xact_id_if_assigned()::text::bigint + 1,"
                " pg_snapshot_xmax(pg_current_snapshot())::text::bigint)"
            )
            return highest is not None and highest >= int(cursor.fetchone()[0])


def _up_to(position: Position) -> Q:
    return Q(txid=position.txid, id__lte=position.id) | Q(txid__lt=position.txid)


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
