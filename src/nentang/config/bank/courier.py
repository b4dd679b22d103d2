"""Carries signed notices to the merchant until they are acknowledged."""

import json
import threading
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlencode

import httpx

from nentang.kernel import clock
from nentang.kernel.frozen import Frozen
from nentang.kernel.signatures import payload_of

from .store import Notice, Store

BEAT = 0.2  # seconds between two looks at what is due
FINAL = {400, 404, 409, 413, 422}  # sending the same again cannot help
CARD_STATES = {"order.paid": "captured", "order.refused": "declined"}


class Signer(Protocol):
    """Signs as the merchant expects."""

    def sign(self, payload: bytes) -> str:
        """The header's value."""


class Ear(Frozen):
    """Where one gateway's notices go, and how they are signed."""

    url: str
    signer: Signer


class Courier:
    """A thread that tells the merchant what is due, each gateway at its own address."""

    def __init__(self, store: Store, ears: Mapping[str, Ear]) -> None:
        self._store, self._ears = store, ears
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="courier", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the notice in hand, then end."""
        self._stopping.set()
        self._thread.join()

    def _work(self) -> None:
        with httpx.Client(timeout=5.0) as client:
            while not self._stopping.wait(BEAT):
                for notice in self._store.due_notices():
                    self._carry(client, notice)

    def _carry(self, client: httpx.Client, notice: Notice) -> None:
        ear = self._ears[notice.gateway]
        body, media_type = written(notice)
        timestamp = str(int(clock.now().timestamp()))
        headers = {
            "Content-Type": media_type,
            "Bank-Timestamp": timestamp,
            "Bank-Signature": ear.signer.sign(payload_of(timestamp, body)),
        }
        try:
            answer = client.post(ear.url, content=body, headers=headers)
        except httpx.HTTPError as fault:
            self._store.note_answer(notice, type(fault).__name__, is_done=False)
            return
        is_done = answer.is_success or answer.status_code in FINAL
        said = f"{answer.status_code} {_outcome(answer)}".strip()
        self._store.note_answer(notice, said, is_done=is_done)


def written(notice: Notice) -> tuple[bytes, str]:
    """The notice as its gateway writes it: the bank in JSON, the acquirer of cards as a form."""
    if notice.gateway == "bank":
        return notice.body.encode(), "application/json"
    told = json.loads(notice.body)
    fields = {
        "event": told["id"],
        "status": CARD_STATES[told["type"]],
        "ref": told["code"],
        "amount": told["amount"],
        "rrn": told.get("transaction", ""),
    }
    filled = {name: value for name, value in fields.items() if value != ""}
    return urlencode(filled).encode(), "application/x-www-form-urlencoded"


def _outcome(answer: httpx.Response) -> str:
    """What the merchant made of it, in their own word, if they say so."""
    try:
        told = answer.json()
        return str(told.get("outcome") or told.get("code", ""))[:80]
    except (ValueError, AttributeError):
        return ""
