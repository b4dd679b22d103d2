"""The recorded journeys can be walked: on a phone, by keyboard alone, on the board of heads."""

from datetime import datetime

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.government.services.models import Dossier
from nentang.kernel import clock

from .journeys import FOLDER, JOURNEYS, play_journeys
from .scene import scene_of
from .small_house import make_small_house
from .walk import a_browser

MOST_KEYS = 6


def test_every_journey_is_written_with_its_pictures() -> None:
    for journey in JOURNEYS:
        page = (FOLDER / f"{journey.slug}.md").read_text("utf-8")
        pictures = {path.name for path in FOLDER.glob(f"{journey.slug}-*.webp")}
        assert pictures, "run `make screens`"
        assert {name for name in pictures if f"({name})" in page} == pictures


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_journeys_lead_where_they_should(
    live_server: LiveServer, settings: Settings, at: datetime
) -> None:
    settings.DEMO = True
    settings.RATELIMIT_ENABLE = False
    clock.use(lambda: at)
    scene = scene_of(make_small_house(at=at), at=at)
    before = Dossier.objects.count()
    with a_browser() as page:
        played = {
            journey.slug: told for journey, told in play_journeys(page, live_server.url, scene)
        }

    assert Dossier.objects.count() == before + 1
    assert played["can-bo-mot-cua"].keys <= MOST_KEYS
    assert all(len(told.told) >= 4 for told in played.values())
