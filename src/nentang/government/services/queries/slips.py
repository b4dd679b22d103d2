"""Reads for the slips of dossiers: what was issued, and who handed the dossier to whom."""

from datetime import datetime

from nentang.foundation.casework.public import TimelineEntry, kind_named, spells, timeline
from nentang.government.services.models import Dossier, Slip
from nentang.government.services.rules.slips import Handover

PLAIN = {
    "open": "Nộp hồ sơ",
    "forward": "Chuyển cơ quan khác",
    "reappoint": "Xin lỗi và hẹn lại",
    "remark": "Ghi thêm",
}


def slips_of(dossier: Dossier) -> list[Slip]:
    """The slips issued for the dossier with their documents, earliest first."""
    return list(dossier.slips.select_related("document").order_by("id"))


def handovers_of(dossier: Dossier, *, at: datetime) -> list[Handover]:
    """Every spell of holding with what was done in it, earliest first; the present one is open."""
    entries = timeline(dossier.case)
    return [
        Handover(
            body="Chờ người nộp" if spell.is_suspension else spell.organization.name,
            officer=spell.account.display_name if spell.account else "",
            from_at=spell.from_at,
            to_at=spell.to_at if spell.pk else None,
            minutes=spell.minutes,
            step="; ".join(
                _words(each) for each in entries if spell.from_at < each.at <= spell.to_at
            ),
        )
        for spell in spells(dossier.case, at=at)
    ]


def _words(entry: TimelineEntry) -> str:
    step = kind_named("dossier").transitions.get(entry.step)
    return step.title("vi") if step else PLAIN.get(entry.step, entry.step)
