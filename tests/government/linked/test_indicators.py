"""What the measure computes from linked matters, and what programs read of them."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.linked.indicators import NOT_ASKED_AGAIN
from nentang.measure.indicators.public import compute_indicators, value_of
from tests.government.services.factories import make_applicant
from tests.government.services.test_api import Program

from .factories import AN, grant, make_place, make_trio


@pytest.mark.django_db(transaction=True)
def test_most_of_what_the_next_office_needs_is_not_asked_again(
    at: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.FACTS_FOLDER = tmp_path / "facts"
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})

    compute_indicators(actor=SYSTEM, at=at + timedelta(hours=1))

    day = at.date()
    found = value_of(NOT_ASKED_AGAIN.code, "98001", first=day, last=day, on=day)
    assert found.value == pytest.approx(15 / 16)  # the telephone was asked


@pytest.mark.django_db
def test_a_program_reads_the_matters_of_its_person_only(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})
    mine, stranger = Program(mother, at), Program(make_applicant(at=at), at)

    listed = mine.get("/linked")
    one = mine.get(f"/linked/{chain.code}")

    assert listed["items"] == [one]
    assert [each["standing"] for each in one["parts"]] == ["done", "now", "next"]
    assert one["parts"][0]["result_code"]
    assert one["parts"][1]["organization"] == "Công an xã Mẫu"
    assert stranger.get("/linked") == {"items": [], "next": None}
    assert stranger.get(f"/linked/{chain.code}")["code"] == "linked.chain_not_found"
