"""Sign everything that waits, on all cores: after an outage, or when a year is moved in."""

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from types import TracebackType

from django.db import connections

from nentang.foundation.documents.enums import DocumentState
from nentang.foundation.documents.models import IssuedDocument

from .sign_document import sign_document, signed_pdf


class SigningPool:
    """Processes that print and sign while their owner goes on; each reads over a connection of its own."""

    def __init__(self, processes: int) -> None:
        self._processes = ProcessPoolExecutor(
            processes, get_context("fork"), initializer=connections.close_all
        )
        self._begun: deque[tuple[IssuedDocument, Future[bytes]]] = deque()
        self._latest = 0

    def __enter__(self) -> "SigningPool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._processes.shutdown(cancel_futures=True)

    def begin(self, *, until: datetime) -> None:
        """Have printed and signed what waits since the last time."""
        waiting = IssuedDocument.objects.filter(state=DocumentState.SIGNING, issued_at__lte=until)
        for document in waiting.filter(pk__gt=self._latest).order_by("pk"):
            self._begun.append((document, self._processes.submit(_sign, document)))
            self._latest = document.pk

    def take(self) -> tuple[IssuedDocument, bytes] | None:
        """The next document with its signed paper, waited for; None where nothing was begun."""
        if not self._begun:
            return None
        document, pdf = self._begun.popleft()
        return document, pdf.result()


def sign_waiting_documents(*, at: datetime, pool: SigningPool) -> int:
    """How many documents issued until `at` were signed, each dated the instant of its issue.

    The pool prints and signs; this process only writes, a short transaction each.
    """
    pool.begin(until=at)
    signed = 0
    while taken := pool.take():
        document, pdf = taken
        sign_document(document_id=document.pk, at=document.issued_at, pdf=pdf)
        signed += 1
    return signed


def _sign(document: IssuedDocument) -> bytes:
    return signed_pdf(document, at=document.issued_at)
