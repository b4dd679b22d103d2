"""What a briefing pack says: everything the panels say of a unit as of a day, in words, with its charts."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import UnitLevel
from nentang.foundation.portal.public import day_words, instant_words, svg_picture
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.dashboard.registry import Asked, panels
from nentang.measure.dashboard.rules.goals import goals_on
from nentang.measure.dashboard.rules.spans import FIRST, month_before
from nentang.measure.indicators.public import Geography, definition_of, find_indicator, title_of
from nentang.measure.programme.public import target_table

from .boards import Board, board_of
from .charts import bars_of, map_of, trend_of
from .choice import Choice
from .words import Shown, ShownReasons, language

HEADLINE = "services.on_time"
SECOND = "services.online"
MONTHS = 23
WORDS = {
    "heading": gettext_lazy("Tài liệu trình lãnh đạo"),
    "as_of": gettext_lazy("Số liệu đến ngày"),
    "from_month": gettext_lazy("mười hai tháng, kể từ tháng"),
    "computed": gettext_lazy("Tính từ dữ kiện lúc"),
    "for_body": gettext_lazy("Làm cho"),
    "printed": gettext_lazy("In lúc"),
    "code": gettext_lazy("Mã tài liệu"),
    "off": gettext_lazy("chưa đạt"),
    "near": gettext_lazy("sát mốc"),
    "on": gettext_lazy("đúng hướng"),
    "unknown": gettext_lazy("chưa biết"),
    "first": gettext_lazy("Cần để ý trước"),
    "behind": gettext_lazy("Chưa đạt: vì đâu, ai chịu trách nhiệm"),
    "on_track": gettext_lazy("Đúng hướng"),
    "not_known": gettext_lazy("Chưa biết"),
    "groups": gettext_lazy("Từng nhóm việc"),
    "charts": gettext_lazy("Biểu đồ"),
    "method": gettext_lazy("Cách tính và nguồn"),
    "why": gettext_lazy("Vì đâu"),
    "sums_to": gettext_lazy("cộng lại đúng"),
    "who": gettext_lazy("Ai chịu trách nhiệm"),
    "known": gettext_lazy("Biết bằng cách nào"),
    "matter": gettext_lazy("Việc"),
    "now": gettext_lazy("Nay"),
    "goal": gettext_lazy("Mốc"),
    "stands": gettext_lazy("Mức đạt"),
    "definition": gettext_lazy("Tính thế nào"),
    "act": gettext_lazy("Văn bản quy định"),
    "version": gettext_lazy("Bản công thức"),
    "none_behind": gettext_lazy("Không có việc nào chậm."),
    "nothing": gettext_lazy("Chưa có việc nào."),
    "more": gettext_lazy("Còn nữa ở bản A4."),
    "hash": gettext_lazy("Dấu vân tay của số liệu (SHA-256)"),
    "honest": gettext_lazy(
        "Mọi con số ở đây mở ra được trên trang Tổng quan, đến tận từng dữ kiện; số do nơi khác báo cáo thì ghi ai báo cáo, ngày nào; chưa ai đo thì để trống. Tháng tính trọn tháng."
    ),
}


class Briefing(Frozen):
    """What is printed, when its figures were computed, and the hash of it all."""

    title: str
    data: dict[str, Any]
    data_at: datetime | None
    fingerprint: str


def briefing_of(pack: BriefingPack, *, at: datetime) -> Briefing:
    """Gathered now, in the language that is active; a number of queries that depends on no number of units."""
    choice = Choice(pack.unit_code, pack.day, Geography(pack.geography), at)
    board = board_of(choice)
    data: dict[str, Any] = {
        **_front(pack, board, at),
        "off": [_finding(each) for each in board.worst],
        "on": [_finding(each) for each in board.on],
        "unknown": [_finding(each) for each in board.unknown],
        "panels": _panels(board),
        "charts": _charts(board.asked, board.place),
        "methods": _methods(board.asked),
        "words": {name: str(words) for name, words in WORDS.items()},
    }
    printed = json.dumps(data, ensure_ascii=False, sort_keys=True)
    fingerprint = sha256(printed.encode()).hexdigest()
    computed_at = board.computation.computed_at if board.computation else None
    title = _("Tài liệu trình lãnh đạo: %(place)s") % {"place": board.place}
    return Briefing(title, {**data, "fingerprint": fingerprint}, computed_at, fingerprint)


def _front(pack: BriefingPack, board: Board, at: datetime) -> dict[str, Any]:
    asked = board.asked
    said = board.computation
    is_old = asked.words.get("dia-gioi") == Geography.OLD
    return {
        "place": board.place,
        "body": pack.organization.name,
        "who": asked.who,
        "code": pack.code,
        "day": day_words(asked.last, language()),
        "first": f"{asked.first:%m/%Y}",
        "printed_at": instant_words(at, language(), year_now=0),
        "computed_at": instant_words(said.computed_at, language(), year_now=0) if said else "",
        "geography": _("Theo địa giới ba cấp, đến ngày 30/6/2025.") if is_old else "",
        "counts": {
            "off": len(board.off),
            "near": len(board.near),
            "on": len(board.on),
            "unknown": len(board.unknown),
        },
    }


def _finding(each: Shown) -> dict[str, Any]:
    finding = each.finding
    return {
        "title": finding.title,
        "panel": each.panel,
        "value": each.value,
        "goal": each.goal,
        "goal_words": finding.goal_words,
        "word": each.word,
        "tone": each.tone,
        "short": each.short,
        "note": finding.note,
        "who": finding.who,
        "known": finding.source.words,
        "share": each.share,
        "reasons": [_reasons(reasons) for reasons in each.reasons],
    }


def _reasons(reasons: ShownReasons) -> dict[str, Any]:
    return {
        "by": reasons.by,
        "whole": reasons.whole,
        "rows": [
            {
                "label": row.label,
                "amount": row.amount,
                "width": row.width,
                "who": row.who,
                "helping": row.is_helping,
            }
            for row in reasons.rows
        ],
    }


def _panels(board: Board) -> list[dict[str, Any]]:
    """Every panel with all its lines, in the order of the panels; targets with both their goals."""
    shown = [*board.worst, *board.on, *board.unknown]
    found = []
    for panel in panels():
        lines = [each for each in shown if each.panel == str(panel.title)]
        if lines:
            rows = [
                [x.finding.title, x.value, x.goal or "–", x.word, x.finding.source.words]
                for x in lines
            ]
            found.append({"title": str(panel.title), "rows": rows})
    return found


def _charts(asked: Asked, place: str) -> dict[str, str]:
    """SVG by name; what has nothing to show is not there."""
    registered = {each.code for each in indicators()}
    codes = [code for code in (HEADLINE, SECOND) if code in registered]
    if not codes:
        return {}
    headline = find_indicator(codes[0])
    found = {
        f"trend{n}": _trend(asked, find_indicator(code), place) for n, code in enumerate(codes)
    }
    if asked.below():
        bars = bars_of(
            headline, asked.unit_code, place, first=asked.first, last=asked.last, on=asked.on
        )
        found["bars"] = svg_picture(bars, language()) if bars.bars and asked.unit else ""
    if asked.unit is None or asked.unit.level is UnitLevel.PROVINCE:
        drawn = map_of(
            headline, first=asked.first, last=asked.last, on=asked.on, chosen=asked.unit_code
        )
        known = any(each is not None for each in drawn.values.values())
        found["map"] = svg_picture(drawn, language()) if known else ""
    return {name: svg for name, svg in found.items() if svg}


def _trend(asked: Asked, indicator: Indicator, place: str) -> str:
    first = max(month_before(asked.last.replace(day=1), MONTHS), FIRST)
    drawn = trend_of(indicator, asked.unit_code, place, first=first, last=asked.last, on=asked.on)
    known = [point for point in drawn.points if point.value is not None]
    return svg_picture(drawn, language()) if known else ""


def _methods(asked: Asked) -> list[dict[str, str]]:
    """How each indicator in the pack is made, and by which act."""
    known = {each.code: each for each in indicators()}
    goals = [each.indicator for each in goals_on(asked.last).value]
    targets = [row.target.indicator for row in target_table(asked.last) if row.target.indicator]
    codes = dict.fromkeys(code for code in [*targets, *goals] if code in known)
    return [
        {
            "title": title_of(known[code]),
            "definition": definition_of(known[code]),
            "act": known[code].source_act,
            "version": str(known[code].formula_version),
        }
        for code in codes
    ]
