"""The land register among the registers; one's own land on the home page."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.portal.public import HomeCard, PageRequest, add_home_card
from nentang.foundation.registers.public import Offer, Register, Statistic, declare_register
from nentang.kernel import clock

from .context import drawn
from .models import LAW, Parcel
from .permissions import may_list
from .queries import acts_offered, parcels_by_use, parcels_held_by, parcels_of_person
from .registry import ACT_TITLES, ASPECTS, LIKENESS, READERS, WRITERS, headings, people

SHOWN = 3


def _offers(record: Parcel, actor: Actor, at: datetime) -> Sequence[Offer]:
    return [
        Offer(ACT_TITLES[slug], reverse("land:act", args=[record.code, slug]))
        for slug in acts_offered(record, clock.legal_day(at))
    ]


def _picture(record: Parcel, on: date) -> tuple[str, Mapping[str, Any]] | None:
    context = drawn(record, on)
    return ("land/_map.html", context) if context else None


def _also_found(text: str) -> Sequence[int]:
    """By a personal or tax number of a holder."""
    is_number = text.isascii() and text.replace("-", "").isdigit() and len(text) >= 9
    return parcels_held_by(text) if is_number else ()


def _mine(request: PageRequest) -> dict[str, Any]:
    actor = request.actor
    if not may_list(actor):
        return {}
    found = parcels_of_person(
        actor.subject_person_id or 0, clock.legal_day(clock.now()), limit=SHOWN
    )
    return {"rows": headed(found)} if found else {}


def headed(found: Sequence[Parcel]) -> list[tuple[Parcel, str]]:
    """Each with what lists show of it."""
    names = headings(found)
    return [(each, names.get(each.pk) or each.code) for each in found]


REGISTER = declare_register(
    Register(
        name="land",
        title=_("Đất đai"),
        record_title=_("Thửa đất"),
        code_title=_("Mã thửa (xã-tờ-thửa)"),
        record=Parcel,
        aspects=ASPECTS,
        headings=headings,
        people=people,
        legal_basis=LAW,
        readers=READERS,
        writers=WRITERS,
        likeness=LIKENESS,
        statistics=(
            Statistic("parcels_by_use", _("Thửa đất theo mục đích sử dụng"), parcels_by_use),
        ),
        offers=_offers,
        also_found=_also_found,
        picture=_picture,
    )
)
add_home_card(HomeCard(_("Đất của tôi"), "land/_card.html", _mine, order=40))
