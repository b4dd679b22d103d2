"""What the bank remembers: orders, and notices until they are acknowledged."""

import json
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS orders (
    code TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, amount INTEGER NOT NULL, description TEXT NOT NULL,
    return_url TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open', paid_amount INTEGER NOT NULL DEFAULT 0,
    "transaction" TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS notices (
    id TEXT PRIMARY KEY, body TEXT NOT NULL, due REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT '', is_done INTEGER NOT NULL DEFAULT 0
);
"""
LONGEST_PAUSE = 60.0  # seconds between two tries


class OrderDiffers(Exception):
    """Another order was opened under this code."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a merchant; `code` is the merchant's."""

    code: str
    id: str
    amount: int
    description: str
    return_url: str
    state: str = "open"
    paid_amount: int = 0
    transaction: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the merchant; `answer` is what they said last."""

    id: str
    body: str
    due: float
    tries: int
    answer: str
    is_done: bool


class Store:
    """One SQLite file, one connection, one thread at a time."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(file, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._lock = threading.RLock()
        self._connection.executescript(SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def open_order(self, *, code: str, amount: int, description: str, return_url: str) -> Order:
        """The order under that code, opened now or before; OrderDiffers for other content."""
        with self._writing() as rows:
            rows.execute(
                "INSERT INTO orders (code, id, amount, description, return_url) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (code) DO NOTHING",
                (code, secrets.token_urlsafe(12), amount, description, return_url),
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
            self._tell({"type": "order.refused", "code": order.code, "amount": 0}, after=0)

    def pay(self, order: Order, *, amount: int, after: float = 0.0) -> str:
        """Move that much for the order, told after so many seconds; the transaction's number."""
        transaction = new_transaction()
        with self._writing() as rows:
            rows.execute(
                "UPDATE orders SET state = 'paid', paid_amount = ?, \"transaction\" = ?"
                " WHERE code = ? AND state != 'paid'",
                (amount, transaction, order.code),
            )
            notice = {"type": "order.paid", "code": order.code, "amount": amount}
            self._tell({**notice, "transaction": transaction}, after=after)
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
        with self._writing():
            self._tell(notice, after=0)
        return str(notice["transaction"])

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

    def _tell(self, told: dict[str, Any], *, after: float) -> None:
        number = f"msg_{secrets.token_hex(12)}"
        body = json.dumps({"id": number, **told}, ensure_ascii=False)
        self._connection.execute(
            "INSERT INTO notices (id, body, due) VALUES (?, ?, ?)",
            (number, body, time.time() + after),
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


def new_transaction() -> str:
    """A number as banks write it: `FT` and twelve digits."""
    return f"FT{secrets.randbelow(10**12):012d}"


def _as_order(row: sqlite3.Row) -> Order:
    return Order(**{name: row[name] for name in Order.__dataclass_fields__})


def _as_notice(row: sqlite3.Row) -> Notice:
    return Notice(**{name: row[name] for name in Notice.__dataclass_fields__})
