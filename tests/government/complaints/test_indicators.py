"""What the measure computes from the facts of complaints."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.complaints.indicators import BY_THOUSAND, IN_TIME
from nentang.measure.indicators.public import compute_indicators, value_of
from tests.government.services.factories import make_applicant, make_dossier

from .factories import accept, complain, decide, late_dossier, make_place, refused_dossier

DAY = timedelta(days=1)


@pytest.mark.django_db(transaction=True)
def test_shares_in_time_and_complaints_by_thousand_come_out_of_real_complaints(
    at: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.FACTS_FOLDER = tmp_path / "facts"
    place, citizen = make_place(at=at), make_applicant(at=at)
    late = late_dossier(place.office, citizen, at)
    refused = refused_dossier(place, citizen, at)
    for _ in range(2):
        make_dossier(office=place.office, applicant=citizen, at=at)
    in_time = complain(refused, citizen, at + DAY)
    too_late = complain(late, citizen, at + 10 * DAY, about="late")
    for complaint, accepted, decided in ((in_time, 2, 3), (too_late, 11, 60)):
        accept(complaint, place.deputy, at + accepted * DAY)
        decide(complaint, place.deputy, at + decided * DAY)

    compute_indicators(actor=SYSTEM, at=at + 61 * DAY)

    first, last = at.date(), date(2021, 2, 6)
    share = value_of(IN_TIME.code, "98001", first=first, last=last, on=last)
    rate = value_of(BY_THOUSAND.code, "98001", first=first, last=last, on=last)
    assert (share.value, rate.value) == (0.5, 500.0)
