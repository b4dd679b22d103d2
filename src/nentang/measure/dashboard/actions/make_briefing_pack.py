"""Gather what a pack says, set it as a paper and as slides, keep both."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import translation

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import StoredFile, render_pdf, store_file
from nentang.foundation.outbox.public import publish
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.enums import PackState
from nentang.measure.dashboard.events import BriefingPackMade
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.dashboard.queries import Briefing, briefing_of
from nentang.measure.dashboard.registry import PAPER, SLIDES

MOST_TRIES = 3
GATHERED, SET_PAPER, SET_SLIDES = 1, 2, 3


class _Printed(Frozen):
    briefing: Briefing
    paper: bytes
    slides: bytes


def make_briefing_pack(*, pack_id: int, at: datetime) -> BriefingPack | None:
    """The pack with its files; None where another worker was quicker, or where it was tried often enough.

    Gathered and set outside any transaction; ended meanwhile, it is begun anew.
    """
    pack = BriefingPack.objects.filter(pk=pack_id, state=PackState.ORDERED).first()
    if pack is None or not _begin(pack):
        return None
    printed = _print(pack, at)
    return pack if _finish(pack, printed, at) else None


@transaction.atomic
def _begin(pack: BriefingPack) -> bool:
    """One more try; False where there were enough, and the pack has failed."""
    waiting = BriefingPack.objects.filter(pk=pack.pk, state=PackState.ORDERED)
    if pack.tries >= MOST_TRIES:
        waiting.update(state=PackState.FAILED)
        return False
    return bool(waiting.update(tries=F("tries") + 1, step=0))


def _print(pack: BriefingPack, at: datetime) -> _Printed:
    with translation.override(pack.language):
        briefing = briefing_of(pack, at=at)
    _step(pack, GATHERED)
    paper = render_pdf(PAPER, briefing.data, title=briefing.title, at=at, lang=pack.language)
    _step(pack, SET_PAPER)
    slides = render_pdf(SLIDES, briefing.data, title=briefing.title, at=at, lang=pack.language)
    _step(pack, SET_SLIDES)
    return _Printed(briefing, paper, slides)


@transaction.atomic
def _step(pack: BriefingPack, step: int) -> None:
    BriefingPack.objects.filter(pk=pack.pk, state=PackState.ORDERED).update(step=step)


@transaction.atomic
def _finish(pack: BriefingPack, printed: _Printed, at: datetime) -> bool:
    waiting = BriefingPack.objects.select_for_update().filter(pk=pack.pk, state=PackState.ORDERED)
    if waiting.first() is None:
        return False
    pack.paper = _kept(pack, printed.paper, "tai-lieu", at)
    pack.slides = _kept(pack, printed.slides, "trinh-chieu", at)
    pack.state, pack.made_at = PackState.MADE, at
    pack.data_at, pack.fingerprint = printed.briefing.data_at, printed.briefing.fingerprint
    pack.save(update_fields=["paper", "slides", "state", "made_at", "data_at", "fingerprint"])
    record(
        actor=SYSTEM,
        action="dashboard.make_briefing_pack",
        subject=f"briefing_pack:{pack.pk}",
        organization_id=pack.organization_id,
        details={"fingerprint": pack.fingerprint},
        at=at,
    )
    publish(BriefingPackMade(pack.code, pack.unit_code), at=at, key=pack.code)
    return True


def _kept(pack: BriefingPack, content: bytes, what: str, at: datetime) -> StoredFile:
    return store_file(
        content=content,
        filename=f"{what}-{pack.unit_code or 'ca-nuoc'}-{pack.day:%Y-%m-%d}.pdf",
        actor=SYSTEM,
        at=at,
        organization_id=pack.organization_id,
        subject=f"briefing_pack:{pack.pk}",
    )
