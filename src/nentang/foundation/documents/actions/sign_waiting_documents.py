"""Sign everything that waits, on all cores: after an outage, or when a year is moved in."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context

from django.db import connections

from nentang.foundation.documents.enums import DocumentState
from nentang.foundation.documents.models import IssuedDocument

from .sign_document import sign_document, signed_pdf

BATCH = 64


def sign_waiting_documents(
    *, at: datetime, pool: ProcessPoolExecutor, told: Callable[[int], None] | None = None
) -> int:
    """How many documents issued until `at` were signed, each dated the instant of its issue.

    The pool (see `signing_pool`) prints and signs; this process only writes, a short transaction each.
    """
    waiting = IssuedDocument.objects.filter(state=DocumentState.SIGNING, issued_at__lte=at)
    signed = 0
    while batch := list(waiting.order_by("id")[:BATCH]):
        for document, pdf in zip(batch, pool.map(_sign, batch, chunksize=4), strict=True):
            sign_document(document_id=document.pk, at=document.issued_at, pdf=pdf)
        signed += len(batch)
        if told:
            told(len(batch))
    return signed


def signing_pool(processes: int) -> ProcessPoolExecutor:
    """Processes that print and sign; each reads through a connection of its own."""
    return ProcessPoolExecutor(processes, get_context("fork"), initializer=connections.close_all)


def _sign(document: IssuedDocument) -> bytes:
    return signed_pdf(document, at=document.issued_at)
