"""Services built on the data: registered by their makers, confirmed by the owner, counted as growth."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.public import record_fact
from nentang.foundation.identity.public import actor_for_account
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators, value_of
from nentang.measure.open_data.actions import decide_service, register_service
from nentang.measure.open_data.errors import (
    AddressUnfit,
    NotYourDataset,
    ReasonMissing,
    ServiceDecided,
    ServiceKnown,
)
from nentang.measure.open_data.indicators import SERVICE_CONFIRMED
from nentang.measure.open_data.models import DataService
from nentang.measure.open_data.queries import declarations, populations
from nentang.measure.programme.public import target_for
from tests.foundation.identity.factories import make_account

from .factories import Keepers, make_keepers, take_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def keepers(at: datetime) -> Keepers:
    found = make_keepers(at=at)
    take_on(found, at=at)
    clock.use(lambda: at)
    return found


def register(at: datetime, url: str = "https://xe.example.vn/") -> DataService:
    actor = actor_for_account(make_account(at=at).pk, at=at)
    return register_service(
        code="chuyen-xe",
        title="Xe nào đến",
        maker="Nhóm Mẫu",
        url=url,
        summary="Báo giờ xe đến bến.",
        actor=actor,
        at=at,
    )


def test_a_service_is_shown_once_it_is_confirmed(
    keepers: Keepers, at: datetime, client: Client
) -> None:
    service = register(at)
    assert "Xe nào đến" not in client.get("/du-lieu-mo/dich-vu/").content.decode()

    decide_service(service_id=service.pk, grant=True, reason="", actor=keepers.writer, at=at)

    assert "Xe nào đến" in client.get("/du-lieu-mo/dich-vu/").content.decode()


def test_only_the_owner_decides_once_and_says_why_not(keepers: Keepers, at: datetime) -> None:
    service = register(at)
    stranger = make_keepers(at=at).writer

    with pytest.raises(NotYourDataset):
        decide_service(service_id=service.pk, grant=True, reason="", actor=stranger, at=at)
    with pytest.raises(ReasonMissing):
        decide_service(service_id=service.pk, grant=False, reason=" ", actor=keepers.writer, at=at)
    decide_service(service_id=service.pk, grant=False, reason="hỏng", actor=keepers.writer, at=at)
    with pytest.raises(ServiceDecided):
        decide_service(service_id=service.pk, grant=True, reason="", actor=keepers.writer, at=at)


@pytest.mark.parametrize(
    "url",
    [
        "http://xe.example.vn/",
        "javascript:alert(1)",
        "https://a@b.vn/",
        "https://xe",
        'https://a.vn/"x',
    ],
)
def test_an_address_that_is_none_of_the_web_is_refused(
    keepers: Keepers, at: datetime, url: str
) -> None:
    with pytest.raises(AddressUnfit):
        register(at, url)


def test_an_address_is_registered_once(keepers: Keepers, at: datetime) -> None:
    register(at)

    with pytest.raises(ServiceKnown):
        register(at)


def test_growth_is_measured_against_the_year_before(at: datetime) -> None:
    for days_ago, number in ((400, 4), (30, 5)):
        for _ in range(number):
            day = at - timedelta(days=days_ago)
            record_fact(
                SERVICE_CONFIRMED, at=day, organization_id=None, unit_code="", dataset="chuyen-xe"
            )
    compute_indicators(actor=SYSTEM, at=at)
    today = at.date()

    first = date(today.year - 1, today.month, 1) + timedelta(days=32)
    found = value_of("open_data.services_growth", "", first=first, last=today, on=today)

    assert found.value == pytest.approx(0.25)  # five where there were four
    target = target_for("open_data.services_growth", today)
    assert target is not None
    assert target.id == "dv_du_lieu"


def test_no_two_datasets_count_the_same() -> None:
    """Two tables of the same dossiers, each safe alone, would tell on each other."""
    seen: dict[str, str] = {}
    for code, declaration in declarations().items():
        for population in populations(declaration):
            assert population not in seen, f"{code} counts what {seen[population]} counts"
            seen[population] = code
