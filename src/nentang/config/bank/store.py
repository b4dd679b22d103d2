"""What the bank remembers: orders, and notices until they are acknowledged."""

import json
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from nentang.kernel.clock import legal_day, now
from nentang.kernel.frozen import Frozen

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS orders (
    code TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, amount INTEGER NOT NULL, description TEXT NOT NULL,
    return_url TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open', paid_amount INTEGER NOT NULL DEFAULT 0,
    "transaction" TEXT NOT NULL DEFAULT '', gateway TEXT NOT NULL DEFAULT 'bank'
);
CREATE TABLE IF NOT EXISTS notices (
    id TEXT PRIMARY KEY, body TEXT NOT NULL, due REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT '', is_done INTEGER NOT NULL DEFAULT 0, gateway TEXT NOT NULL DEFAULT 'bank'
);
CREATE TABLE IF NOT EXISTS movements (
    "transaction" TEXT PRIMARY KEY, gateway TEXT NOT NULL, day TEXT NOT NULL, amount INTEGER NOT NULL,
    bank_bin TEXT NOT NULL DEFAULT '', account TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS refunds (code TEXT PRIMARY KEY, "transaction" TEXT NOT NULL, amount INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS opened (day TEXT NOT NULL);
"""
LONGEST_PAUSE = 60.0  # seconds between two tries


class OrderDiffers(Exception):
    """Another order was opened under this code."""


class Order(Frozen):
    """An order of a merchant; `code` is the merchant's."""

    code: str
    id: str
    amount: int
    description: str
    return_url: str
    state: str = "open"
    paid_amount: int = 0
    transaction: str = ""
    gateway: str = "bank"


class Notice(Frozen):
    """Something to tell the merchant; `answer` is what they said last."""

    id: str
    body: str
    due: float
    tries: int
    answer: str
    is_done: bool
    gateway: str = "bank"


class Movement(Frozen):
    """Money that moved; what went back is negative, under the merchant's code for it."""

    gateway: str
    transaction: str
    amount: int
    bank_bin: str
    account: str


class NothingToReturn(Exception):
    """That much is not left of the transaction, or the code stands for another refund."""


class Store:
    """One SQLite file, one connection, one thread at a time."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(file, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._lock = threading.RLock()
        self._connection.executescript(SCHEMA)
        with self._writing() as rows:
            rows.execute(
                "INSERT INTO opened SELECT ? WHERE NOT EXISTS (SELECT 1 FROM opened)",
                (_today().isoformat(),),
            )

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def open_order(
        self, *, code: str, amount: int, description: str, return_url: str, gateway: str = "bank"
    ) -> Order:
        """The order under that code, opened now or before; OrderDiffers for other content."""
        with self._writing() as rows:
            rows.execute(
                "INSERT INTO orders (code, id, amount, description, return_url, gateway)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING",
                (code, secrets.token_urlsafe(12), amount, description, return_url, gateway),
            )
            order = self._order("code", code)
        if order is None or (order.amount, order.description, order.return_url) != (
            amount,
            description,
            return_url,
        ):
            raise OrderDiffers
        return order

    def order_by_code(self, code: str) -> Order | None:
        """The order that the merchant means."""
        with self._lock:
            return self._order("code", code)

    def order_by_id(self, order_id: str) -> Order | None:
        """The order of that page."""
        with self._lock:
            return self._order("id", order_id)

    def orders(self) -> list[Order]:
        """The latest fifty."""
        return [_as_order(row) for row in self._read("SELECT * FROM orders ORDER BY rowid DESC")]

    def refuse(self, order: Order) -> None:
        """The payer does not want to pay; told at once."""
        with self._writing() as rows:
            rows.execute(
                "UPDATE orders SET state = 'refused' WHERE code = ? AND state = 'open'",
                (order.code,),
            )
            told = {"type": "order.refused", "code": order.code, "amount": 0}
            self._tell(told, after=0, gateway=order.gateway)

    def pay(self, order: Order, *, amount: int, after: float = 0.0) -> str:
        """Move that much for the order, told after so many seconds; the transaction's number."""
        transaction = new_transaction()
        with self._writing() as rows:
            rows.execute(
                "UPDATE orders SET state = 'paid', paid_amount = ?, \"transaction\" = ?"
                " WHERE code = ? AND state != 'paid'",
                (amount, transaction, order.code),
            )
            self._move(Movement(order.gateway, transaction, amount, "", ""))
            notice = {"type": "order.paid", "code": order.code, "amount": amount}
            self._tell({**notice, "transaction": transaction}, after=after, gateway=order.gateway)
        return transaction

    def transfer(self, *, bank_bin: str, account: str, amount: int, purpose: str) -> str:
        """Move that much to an account, told at once; the transaction's number."""
        notice = {
            "type": "transfer.received",
            "amount": amount,
            "transaction": new_transaction(),
            "bank_bin": bank_bin,
            "account": account,
            "purpose": purpose,
        }
        transaction = str(notice["transaction"])
        with self._writing():
            self._move(Movement("bank", transaction, amount, bank_bin, account))
            self._tell(notice, after=0)
        return transaction

    def refund(self, *, code: str, transaction: str, amount: int) -> None:
        """Send so much of a transaction back, once for each code. NothingToReturn."""
        with self._writing() as rows:
            found = rows.execute(
                'SELECT * FROM movements WHERE "transaction" = ? AND amount > 0', (transaction,)
            ).fetchone()
            same = rows.execute("SELECT * FROM refunds WHERE code = ?", (code,)).fetchone()
            if same and (same["transaction"], same["amount"]) == (transaction, amount):
                return
            (gone,) = rows.execute(
                'SELECT coalesce(sum(amount), 0) FROM refunds WHERE "transaction" = ?',
                (transaction,),
            ).fetchone()
            if found is None or same or not 0 < amount <= found["amount"] - gone:
                raise NothingToReturn
            rows.execute("INSERT INTO refunds VALUES (?, ?, ?)", (code, transaction, amount))
            self._move(
                Movement(found["gateway"], code, -amount, found["bank_bin"], found["account"])
            )

    def movements(self) -> list[Movement]:
        """The first fifty."""
        rows = self._read("SELECT * FROM movements ORDER BY rowid")
        return [
            Movement(**{name: row[name] for name in Movement.__struct_fields__}) for row in rows
        ]

    def statement(self, day: date, gateway: str = "") -> list[Movement] | None:
        """What moved on that day, of one gateway or of all; None for a day not over, or before the bank opened."""
        (first,) = self._read("SELECT day FROM opened")[0]
        if not date.fromisoformat(first) <= day < _today():
            return None
        query = "SELECT * FROM movements WHERE day = ? AND (gateway = ? OR ? = '') ORDER BY rowid"
        with self._lock:
            rows = self._connection.execute(query, (day.isoformat(), gateway, gateway)).fetchall()
        return [
            Movement(**{name: row[name] for name in Movement.__struct_fields__}) for row in rows
        ]

    def due_notices(self) -> list[Notice]:
        """Those to be sent now, earliest first."""
        query = "SELECT * FROM notices WHERE NOT is_done AND due <= ? ORDER BY due"
        return [_as_notice(row) for row in self._read(query, time.time())]

    def notices(self) -> list[Notice]:
        """The latest fifty."""
        return [_as_notice(row) for row in self._read("SELECT * FROM notices ORDER BY rowid DESC")]

    def note_answer(self, notice: Notice, answer: str, *, is_done: bool) -> None:
        """What the merchant said; not acknowledged, it is told again, ever more seldom."""
        pause = min(LONGEST_PAUSE, 0.5 * 2.0 ** min(notice.tries, 10))
        with self._writing() as rows:
            rows.execute(
                "UPDATE notices SET tries = tries + 1, answer = ?, is_done = ?, due = ? WHERE id = ?",
                (answer, is_done, time.time() + pause, notice.id),
            )

    def remember(self, moved: Iterable[tuple[date, Movement]]) -> None:
        """Take over what moved before this bank was opened."""
        with self._writing():
            for day, movement in moved:
                self._move(movement, day)

    def _move(self, movement: Movement, day: date | None = None) -> None:
        self._connection.execute(
            "INSERT INTO movements VALUES (?, ?, ?, ?, ?, ?)",
            (
                movement.transaction,
                movement.gateway,
                (day or _today()).isoformat(),
                movement.amount,
                movement.bank_bin,
                movement.account,
            ),
        )

    def _tell(self, told: dict[str, Any], *, after: float, gateway: str = "bank") -> None:
        number = f"msg_{secrets.token_hex(12)}"
        body = json.dumps({"id": number, **told}, ensure_ascii=False)
        self._connection.execute(
            "INSERT INTO notices (id, body, due, gateway) VALUES (?, ?, ?, ?)",
            (number, body, time.time() + after, gateway),
        )

    def _order(self, column: str, value: str) -> Order | None:
        query = f"SELECT * FROM orders WHERE {column} = ?"  # noqa: S608 - our own two words
        row = self._connection.execute(query, (value,)).fetchone()
        return _as_order(row) if row else None

    def _read(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(f"{query} LIMIT 50", values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._connection:
            yield self._connection


def _today() -> date:
    return legal_day(now())


def new_transaction() -> str:
    """A number as banks write it: `FT` and twelve digits."""
    return f"FT{secrets.randbelow(10**12):012d}"


def _as_order(row: sqlite3.Row) -> Order:
    return Order(**{name: row[name] for name in Order.__struct_fields__})


def _as_notice(row: sqlite3.Row) -> Notice:
    return Notice(**{name: row[name] for name in Notice.__struct_fields__})
