"""The page of one task: how it stands, its parts, what was shown and asked for it."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import timeline
from nentang.foundation.facts.public import indicators
from nentang.foundation.portal.public import percent_words
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import EvidenceKind
from nentang.measure.tasks.models import Evidence
from nentang.measure.tasks.permissions import can_do, takes_part
from nentang.measure.tasks.queries import (
    evidence_of,
    extensions_of,
    leaves_of,
    parts_of,
    supports_of,
    task_standing,
)
from nentang.measure.tasks.rules.tracking import tracking_on

from .words import lines_of, spoken


def task_context(code: str, actor: Actor, at: datetime) -> dict[str, Any]:
    """Everything that the actor may see of it; files and names among colleagues only for those who take part."""
    today = legal_day(at)
    task: Any = task_standing(code, today)
    inside = takes_part(actor, task)
    leaves, done = leaves_of(task)
    (line,) = lines_of([task], today)
    shown = [_shown(each, task.unit_code, inside) for each in evidence_of(task)]
    return {
        "task": task,
        "line": line,
        "inside": inside,
        "supports": supports_of([task.pk]).get(task.pk, []),
        "parts": lines_of(parts_of(task, today), today),
        "leaves": leaves,
        "leaves_done": done,
        "progress": done * 100 // leaves if leaves else None,
        "evidence": shown if inside else [each for each in shown if each["is_accepted"]],
        "extensions": extensions_of(task) if inside else [],
        "timeline": timeline(task.case) if inside else [],
        "rule": tracking_on(task.assigned_on),
        "may_hand_on": can_do(actor, task) and task.reported_on is None,
        "indicators": _choices() if can_do(actor, task) else [],
        "crumbs": _crumbs(task),
    }


def _shown(evidence: Evidence, unit_code: str, inside: bool) -> dict[str, Any]:
    kind = EvidenceKind(evidence.kind)
    figure = ""
    if kind is EvidenceKind.INDICATOR and float(evidence.denominator or 0):
        share = float(evidence.numerator) / float(evidence.denominator)
        figure = percent_words(share, spoken())
    page_url = evidence.page_url
    if kind is EvidenceKind.INDICATOR:
        page_url = f"{reverse('indicators:board')}?chi-so={evidence.indicator}&don-vi={unit_code}"
    file = evidence.file if inside else None
    tones = {"waiting": "wait", "accepted": "ok", "returned": "late"}
    return {
        "evidence": evidence,
        "kind": kind.label,
        "tone": tones[evidence.verdict],
        "is_accepted": evidence.verdict == "accepted",
        "figure": figure,
        "page_url": page_url,
        "file": file,
        "title": _title_of(evidence.indicator),
    }


def _title_of(code: str) -> str:
    return next((title for each, title in _choices() if each == code), code)


def _choices() -> list[tuple[str, str]]:
    """Shares that the system counts, by title."""
    english = spoken() == "en"
    found = [
        (i.code, i.title_en if english else i.title_vi) for i in indicators() if i.unit == "percent"
    ]
    return sorted(found, key=lambda pair: pair[1])


def _crumbs(task: Any) -> list[dict[str, str]]:
    crumbs = [
        {"label": _("Nhiệm vụ được giao"), "url": reverse("tasks:overview")},
        {
            "label": task.decision.symbol,
            "url": reverse("tasks:decision", args=[task.decision.code]),
        },
    ]
    if task.parent:
        crumbs.append(
            {"label": task.parent.code, "url": reverse("tasks:task", args=[task.parent.code])}
        )
    return crumbs
