"""Papers that wait are signed by other processes, each once and dated the instant of its issue."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nentang.foundation.documents.actions import SigningPool, sign_document, sign_waiting_documents
from nentang.foundation.documents.models import IssuedDocument
from tests.foundation.organizations.factories import make_organization
from tests.foundation.outbox.workers import shared_database

from .factories import make_document

MODULE = sys.modules[SigningPool.__module__]
pytestmark = pytest.mark.django_db(transaction=True)


def test_more_than_fit_ahead_are_signed_at_their_own_instants(
    at: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MODULE, "AHEAD", 2)
    with shared_database(tmp_path):
        body = make_organization(at=at, name="Ủy ban nhân dân tỉnh Mẫu", code="000.00.00.H98")
        moments = [at + timedelta(minutes=number) for number in range(5)]
        for moment in moments:
            make_document(at=moment, organization=body)
        first = IssuedDocument.objects.earliest("pk")
        with SigningPool(2) as pool:
            under_way = pool.begin(until=moments[0])
            sign_document(document_id=first.pk, at=first.issued_at)
            signed = sign_waiting_documents(at=moments[3], pool=pool)
        rows = IssuedDocument.objects.order_by("pk").values_list("state", "signed_at")

        assert (under_way, signed) == (1, 4)
        assert list(rows) == [*(("signed", moment) for moment in moments[:4]), ("signing", None)]
