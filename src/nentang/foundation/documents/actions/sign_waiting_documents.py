"""Sign everything that waits, on all cores: after an outage, or when a year is moved in."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

import django

from nentang.foundation.documents.adapters.press import (
    Letterhead,
    SignedPaper,
    letterhead_of,
    sheet_of,
    signed_paper,
)
from nentang.foundation.documents.enums import DocumentState
from nentang.foundation.documents.models import IssuedDocument
from nentang.kernel.clock import legal_day

from .sign_document import sign_document

if TYPE_CHECKING:
    from concurrent.futures import Future

AHEAD = 64  # papers held in memory at the most


class SigningPool:
    """Processes that print and sign while their owner goes on; they read no base.

    They are started afresh: what the typesetter's threads hold does not survive a fork.
    """

    def __init__(self, processes: int) -> None:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - heavy
        from multiprocessing import get_context  # noqa: PLC0415 - heavy

        self._processes = ProcessPoolExecutor(
            processes, get_context("spawn"), initializer=django.setup
        )
        self._letterheads: dict[int, Letterhead] = {}
        self._begun: deque[tuple[IssuedDocument, Future[SignedPaper]]] = deque()

    def __enter__(self) -> "SigningPool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._processes.shutdown(cancel_futures=True)

    def begin(self, *, until: datetime) -> int:
        """How many papers are under way, what waits included; AHEAD at the most."""
        begun = {document.pk for document, _ in self._begun}
        waiting = IssuedDocument.objects.filter(state=DocumentState.SIGNING, issued_at__lte=until)
        for document in waiting.exclude(pk__in=begun).order_by("pk")[: AHEAD - len(begun)]:
            sheet = sheet_of(document, self._letterhead(document), at=document.issued_at)
            self._begun.append((document, self._processes.submit(signed_paper, sheet)))
        return len(self._begun)

    def _letterhead(self, document: IssuedDocument) -> Letterhead:
        issuer, day = document.organization_id, legal_day(document.issued_at)
        head = self._letterheads.get(issuer)
        if head is None or not head.holds(day):
            head = self._letterheads[issuer] = letterhead_of(issuer, day)
        return head

    def finish(self, *, until: datetime) -> Iterator[tuple[IssuedDocument, SignedPaper]]:
        """Everything that waits, with its signed paper, each waited for; the owner marks it signed."""
        under_way = AHEAD
        while under_way == AHEAD:  # fewer: nothing else waited
            under_way = self.begin(until=until)
            while self._begun:
                document, paper = self._begun.popleft()
                yield document, paper.result()


def sign_waiting_documents(*, at: datetime, pool: SigningPool) -> int:
    """How many documents issued until `at` were signed, each dated the instant of its issue.

    The pool prints and signs; this process only writes, a short transaction each.
    """
    signed = 0
    for document, paper in pool.finish(until=at):
        sign_document(document_id=document.pk, at=document.issued_at, paper=paper)
        signed += 1
    return signed
