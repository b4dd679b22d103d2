"""Events reach their listeners, once and in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

import pytest

from nentang.foundation.outbox import registry
from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.models import Delivery
from nentang.foundation.outbox.public import listen, publish, run_until_quiet

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class LampLit:
    name: ClassVar[str] = "tests.lamp_lit"
    lamp: int


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """What the listener heard; it fails on negative lamps."""
    lamps: list[int] = []

    @listen(LampLit, "tests.hear")
    def hear(event: LampLit, *, at: datetime) -> None:
        lamps.append(event.lamp)
        if event.lamp < 0:
            raise ValueError("secret 0912345678")

    yield lamps
    registry.forget("tests.hear")


def test_an_event_reaches_its_listener_once(heard: list[int], at: datetime) -> None:
    publish(LampLit(7), at=at)
    run_until_quiet(at=at)
    run_until_quiet(at=at + timedelta(hours=1))
    assert heard == [7]
    assert Delivery.objects.get().state == DeliveryState.DONE
