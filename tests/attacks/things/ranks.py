"""The index: a sheet of the body here that is being filled in, in a round that a ministry appraises and publishes."""

from datetime import datetime, timedelta
from typing import Any

from nentang.agreements.actor import Actor
from nentang.measure.index.actions.appraise_sheet import Appraised
from tests.attacks.world import World
from tests.government.catalogue.factories import make_ministry
from tests.measure.index.factories import (
    FAMILY,
    HEAD,
    ONLINE,
    make_parties,
    make_round,
    proposed,
    sheet_in,
)

from .lot import Lot


def ranks(world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """One sheet open, one round whose results wait to be published."""
    parties = make_parties(world.here.body, make_ministry(at=at, code="G14").body, at=at)
    waiting = proposed(parties, at=at)
    sheet = sheet_in(make_round(parties, at=at, year=2021))
    values: dict[str, list[Any]] = {
        "sheet_code": [sheet.code, sheet_in(waiting).code],
        "index.code": [sheet.code],
        "criterion_code": [HEAD, ONLINE],
        "claimed": ["Chủ tịch", "0.9"],
        "questions": [{HEAD: "Số mấy?"}],
        "explanations": [{HEAD: "Số 12"}],
        "index.values": [{HEAD: Appraised("Chủ tịch")}],
        "round_id": [waiting.pk],
        "family": [FAMILY],
        "index.year": [2019, 2020],
        "appraised_by_id": [parties.judge.pk],
        "organization_ids": [[parties.body.pk]],
        "answer_by": [(at + timedelta(days=9)).date()],
    }
    places = {
        "": {"round_id": waiting.pk, "unit_code": "98001"},
        "chi-so-dti/phieu/": {"code": sheet.code},
    }
    people = (parties.reporter, parties.appraiser, parties.publisher)
    return Lot(values, people, places)
