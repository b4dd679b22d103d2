"""What the measure computes from the facts of the axis."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.document_exchange.actions import (
    exchange_waiting,
    note_paper_document,
    report_status,
)
from nentang.government.document_exchange.enums import StatusCode
from nentang.government.document_exchange.indicators import ELECTRONIC, HOURS_TO_REGISTER
from nentang.government.document_exchange.models import ReceivedDocument
from nentang.measure.indicators.public import compute_indicators, value_of

from .factories import make_axis, send


@pytest.mark.django_db(transaction=True)
def test_the_share_of_electronic_documents_and_the_time_to_register_come_out_of_real_ones(
    at: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.FACTS_FOLDER = tmp_path / "facts"
    axis = make_axis(at)
    for number, on_paper in (("1", False), ("2", False), ("3", True)):
        send(axis, at, number=number, goes_on_paper_too=on_paper)
    note_paper_document(organization_id=axis.province.pk, actor=SYSTEM, at=at)
    exchange_waiting(at=at)
    for hours, received in enumerate(ReceivedDocument.objects.order_by("pk"), start=1):
        report_status(
            received_id=received.pk,
            status=StatusCode.REGISTERED,
            actor=SYSTEM,
            at=at + timedelta(hours=hours),
        )

    compute_indicators(actor=SYSTEM, at=at + timedelta(days=1))

    day = at.date()
    share = value_of(ELECTRONIC.code, "98", first=day, last=day, on=day)
    hours_each = value_of(HOURS_TO_REGISTER.code, "98", first=day, last=day, on=day)
    assert (share.value, hours_each.value) == (0.5, 2.0)
