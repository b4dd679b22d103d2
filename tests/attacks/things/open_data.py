"""A dataset of the office here with a version that waits, what the mother asked, and a service of hers."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.measure.open_data.actions import (
    file_request,
    prepare_release,
    register_service,
    take_on_dataset,
)
from tests.attacks.world import World

from .lot import Lot

CODE, FREE = "health-cards-by-payer", "ho-so-da-nop"
URL = "https://xe.example.vn/"


def open_data(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """The version was prepared by one officer here; another may publish it."""
    body = world.here.body.pk
    terms = {"classification": "open", "frequency": "monthly", "licence": "nd47"}
    take_on_dataset(code=CODE, organization_id=body, actor=masters["here"], at=at, **terms)
    release = prepare_release(code=CODE, actor=masters["here"], at=at)
    about = {"about": CODE, "asked": "Số thẻ theo tuổi", "purpose": "Học"}
    request = file_request(**about, actor=world.mother.actor, at=at)
    said = {"title": "Xem thẻ", "maker": "Nhóm Mẫu", "summary": "Xem số thẻ."}
    service = register_service(code=CODE, url=URL, actor=world.mother.actor, at=at, **said)
    requests = ("answer_request", "refuse_request", "open_request")
    values = {
        "open_data.code": [CODE],
        **{f"open_data.{each}.code": [request.code] for each in requests},
        "open_data.take_on_dataset.code": [FREE],
        "open_data.about": [CODE],
        "open_data.register_service.url": ["https://khac.example.vn/"],
        "open_data.classification": ["open"],
        "open_data.frequency": ["monthly"],
        "open_data.licence": ["nd47"],
        "open_data.asked": ["Số thẻ theo nơi"],
        "open_data.maker": ["Nhóm Mẫu"],
        "open_data.summary": ["Xem số thẻ."],
        "open_data.release_id": [release.pk],
        "open_data.service_id": [service.pk],
    }
    places = {
        "du-lieu-mo/bo/": {"code": CODE, "number": 1, "format": "csv", "extension": "ttl"},
        "du-lieu-mo/danh-muc": {"extension": "ttl"},
        "du-lieu-mo/co-quan/bo/": {"code": CODE},
        "du-lieu-mo/co-quan/ban/": {"release_id": release.pk, "step": "cong-bo"},
        "du-lieu-mo/co-quan/dich-vu/": {"service_id": service.pk},
        "du-lieu-mo/co-quan/yeu-cau/": {"code": request.code},
        "du-lieu-mo/yeu-cau/": {"code": request.code},
    }
    return Lot(values, places=places)
