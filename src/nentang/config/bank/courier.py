"""Carries signed notices to the merchant until they are acknowledged."""

import threading
from typing import Protocol

import httpx

from nentang.economy.payments.rules.signatures import payload_of
from nentang.kernel import clock

from .store import Notice, Store

BEAT = 0.2  # seconds between two looks at what is due
FINAL = {400, 409, 413, 422}  # sending the same again cannot help


class Signer(Protocol):
    """Signs as the merchant expects."""

    def sign(self, payload: bytes) -> str:
        """The header's value."""


class Courier:
    """A thread that tells the merchant at `notify_url` what is due."""

    def __init__(self, store: Store, notify_url: str, signer: Signer) -> None:
        self._store, self._notify_url, self._signer = store, notify_url, signer
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
        body = notice.body.encode()
        timestamp = str(int(clock.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "Bank-Timestamp": timestamp,
            "Bank-Signature": self._signer.sign(payload_of(timestamp, body)),
        }
        try:
            answer = client.post(self._notify_url, content=body, headers=headers)
        except httpx.HTTPError as fault:
            self._store.note_answer(notice, type(fault).__name__, is_done=False)
            return
        is_done = answer.is_success or answer.status_code in FINAL
        said = f"{answer.status_code} {_outcome(answer)}".strip()
        self._store.note_answer(notice, said, is_done=is_done)


def _outcome(answer: httpx.Response) -> str:
    """What the merchant made of it, in their own word, if they say so."""
    try:
        told = answer.json()
        return str(told.get("outcome") or told.get("code", ""))[:80]
    except (ValueError, AttributeError):
        return ""
