"""What other apps add to the pages of dossiers.

It stands in their `beside_dossiers.py`, which is loaded when a page first asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.module_loading import autodiscover_modules

from nentang.kernel.frozen import Frozen

if TYPE_CHECKING:
    from nentang.agreements.actor import Actor
    from nentang.government.services.models import Dossier
    from nentang.government.services.queries import DossierInfo
    from nentang.government.services.rules.assessment import Tally


class DossierPage(StrEnum):
    """The pages of a dossier that other apps may add to."""

    APPLICANT = "applicant"
    DESK = "desk"
    TRACKING = "tracking"  # read by whoever has code and digits: no names, nothing to open


class DossierPart(Frozen):
    """What another app shows on a page of a dossier.

    `context` gives what its template needs, for this reader at this instant; {} hides it.
    """

    page: DossierPage
    template: str
    context: Callable[[DossierInfo, Actor, datetime], dict[str, Any]]


class ShownPart(Frozen):
    """A part with what it shows to this reader."""

    template: str
    context: dict[str, Any]


class Offer(Frozen):
    """Another way to a procedure: what it is called, what it spares, and its address."""

    procedures: tuple[str, ...]
    title: str
    text: str
    url: str


class MyLink(Frozen):
    """What else of theirs somebody finds beside their dossiers: `count` of it for whom they act, 0 hides it."""

    title: object
    url_name: str
    count: Callable[[Actor], int]


class Entry(Frozen):
    """What stands for several dossiers in the applicant's list. `tone` is ok, wait, late or info."""

    title: str
    url: str
    words: str
    tone: str


class Grouping(Frozen):
    """Shows several dossiers of the applicant's list as one.

    `hidden` are those that another entry stands for, `entries` what is shown in the place of a dossier,
    by its number; `drafts` is how keys of such drafts begin, `draft_url` the route that goes on with one.
    """

    hidden: Callable[[], Q]
    entries: Callable[[Sequence[Dossier]], Mapping[int, Entry]]
    drafts: str
    draft_url: str


class AssistedMatter(Frozen):
    """What a clerk may declare for somebody at the counter beside plain procedures.

    `begin` leads to its first page; it is given the clerk acting for that person, at that instant.
    """

    name: str
    title: str
    begin: Callable[[Actor, datetime], str]


_parts: list[DossierPart] = []
_groupings: list[Grouping] = []
_offers: list[Callable[[date], Sequence[Offer]]] = []
_my_links: list[MyLink] = []
_assisted: list[Callable[[date], Sequence[AssistedMatter]]] = []


@cache
def _gather() -> None:
    autodiscover_modules("beside_dossiers")


def add_dossier_part(part: DossierPart) -> None:
    """Let the page of a dossier show the part."""
    _parts.append(part)


def dossier_parts(
    page: DossierPage, dossier: DossierInfo, actor: Actor, *, at: datetime
) -> list[ShownPart]:
    """The parts of the page that have something to show, in the order of the apps."""
    _gather()
    parts = (part for part in _parts if part.page is page)
    shown = (ShownPart(part.template, part.context(dossier, actor, at)) for part in parts)
    return [part for part in shown if part.context]


def group_dossiers(grouping: Grouping) -> None:
    """Let lists of dossiers be grouped so."""
    _groupings.append(grouping)


def groupings() -> Sequence[Grouping]:
    """How lists of dossiers are grouped."""
    _gather()
    return _groupings


def add_my_link(link: MyLink) -> None:
    """Let the list of somebody's dossiers lead there."""
    _my_links.append(link)


def my_links(actor: Actor) -> list[tuple[MyLink, int]]:
    """Where the list leads for this reader, each with how many are there."""
    _gather()
    counted = ((link, link.count(actor)) for link in _my_links)
    return [(link, count) for link, count in counted if count]


def add_assisted_matters(source: Callable[[date], Sequence[AssistedMatter]]) -> None:
    """Let `source(day)` say what may be declared at the counter under written consent."""
    _assisted.append(source)


def assisted_matters(day: date) -> list[AssistedMatter]:
    """What may be declared so on that day, in the order of the apps."""
    _gather()
    return [matter for source in _assisted for matter in source(day)]


def add_offers(source: Callable[[date], Sequence[Offer]]) -> None:
    """Let `source(day)` say what is offered beside the procedures of that day."""
    _offers.append(source)


def offers_on(day: date, procedures: Sequence[str]) -> list[Offer]:
    """What is offered on that day to whoever looks at one of those procedures."""
    _gather()
    looked_at = set(procedures)
    offered = (offer for source in _offers for offer in source(day))
    return [offer for offer in offered if looked_at.intersection(offer.procedures)]


class Span(Frozen):
    """The time over which bodies are assessed, as it is known `at`."""

    since: datetime
    until: datetime
    at: datetime


class EvidenceRow(Frozen):
    """One thing behind a point: a dossier, a procedure, a complaint. `points` of at most `most`.

    `url` is for officers of the body, unless `is_public`; others read the code alone.
    """

    code: str
    title: str
    url: str
    happened_at: datetime | None
    points: float
    most: int = 1
    is_public: bool = False


class Evidence(Frozen):
    """From what bodies are assessed.

    `tallies(levels, span)` adds up, by name and body, for the bodies of `levels` (their level by identifier);
    `rows(name, body, level, span, after=, limit=)` are the things behind one name, the fewest points first.
    """

    names: tuple[str, ...]
    tallies: Callable[[Mapping[int, str], Span], Mapping[str, Mapping[int, Tally]]]
    rows: Callable[..., list[EvidenceRow]]


_evidence: list[Evidence] = []


def add_evidence(evidence: Evidence) -> None:
    """Let bodies be assessed by it too; what it counts stands in `law/assessment.yaml`."""
    _evidence.append(evidence)


def evidence_of_others() -> Sequence[Evidence]:
    """What other apps know of how bodies do."""
    _gather()
    return _evidence
