"""What linked matters add to the pages of services: an offer, one entry in the list, a panel."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language

from nentang.agreements.actor import Actor
from nentang.government.services.public import (
    AssistedMatter,
    Dossier,
    DossierInfo,
    DossierPage,
    DossierPart,
    Entry,
    Grouping,
    Offer,
    add_assisted_matters,
    add_dossier_part,
    add_offers,
    group_dossiers,
)
from nentang.kernel.clock import legal_day

from .actions import begin_at_counter
from .models import PartDossier
from .queries import chains_with, linked_on, path_of, picture_of, rule_of, standing_of
from .rules.intake import PREFIX


def _offers(day: date) -> list[Offer]:
    language = get_language() or "vi"
    return [
        Offer(
            procedures=each.chain.procedures()[:1],
            title=each.chain.name.in_language(language),
            text=each.chain.summary.in_language(language),
            url=reverse("linked:offer", args=[each.chain.slug]),
        )
        for each in linked_on(day)
    ]


def _assisted(day: date) -> list[AssistedMatter]:
    language = get_language() or "vi"
    return [
        AssistedMatter(
            f"linked:{each.kind}", each.chain.name.in_language(language), _begin(each.kind)
        )
        for each in linked_on(day)
    ]


def _begin(kind: str) -> Callable[[Actor, datetime], str]:
    def begin(actor: Actor, at: datetime) -> str:
        draft = begin_at_counter(kind=kind, actor=actor, at=at)
        return reverse("linked:draft", args=[draft.public_id])

    return begin


def _hidden() -> Q:
    """Dossiers of later parts: the first one's entry stands for all."""
    later = PartDossier.objects.filter(dossier=OuterRef("pk")).exclude(part__number=1, attempt=1)
    return Q(Exists(later))


def _entries(found: Sequence[Dossier]) -> Mapping[int, Entry]:
    language = get_language() or "vi"
    entries = {}
    for dossier_id, chain in chains_with(each.pk for each in found).items():
        words, tone = standing_of(chain)
        name = rule_of(chain).name.in_language(language)
        entries[dossier_id] = Entry(name, path_of(chain), words, tone)
    return entries


def _panel(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """The chain that the dossier belongs to; {} for all others."""
    chain = chains_with([dossier.id]).get(dossier.id)
    if chain is None:
        return {}
    panel = {
        "picture": picture_of(chain, legal_day(at)),
        "title": rule_of(chain).name.in_language(get_language() or "vi"),
        "dossier": dossier,
        "url": path_of(chain),
    }
    return {"panel": panel}


add_offers(_offers)
add_assisted_matters(_assisted)
group_dossiers(Grouping(_hidden, _entries, PREFIX, "linked:draft"))
add_dossier_part(DossierPart(DossierPage.DESK, "linked/_desk_panel.html", _panel))
add_dossier_part(DossierPart(DossierPage.TRACKING, "linked/_tracked.html", _panel))
add_dossier_part(DossierPart(DossierPage.APPLICANT, "linked/_panel.html", _panel))
