"""A sum with the pieces of which it is made, and the way further down."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import ancestors, unit_as_of
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.adapters.sdmx import Area, report_area
from nentang.measure.reporting.queries import NATION, Piece, add_up, find_sum
from nentang.measure.reporting.rules.regimes import LEVELS, Cell
from nentang.measure.reporting.rules.sums import Part, Tally

from .asked import Asked, geography_context, pieces_asked
from .board import choices
from .words import level_words, spoken, value_words


def sum_context(
    asked: Asked, words: Mapping[str, str], own: Collection[int], at: datetime
) -> dict[str, Any]:
    """The cells of the sum; of the chosen one the pieces, each a link further down where the reader may follow it."""
    pieces, left_out = pieces_asked(asked)
    total = add_up(pieces, asked.regime)
    cell = asked.regime.cell(words.get("o", "")) or asked.regime.cells[0]
    is_own = asked.units_on is None
    stored = find_sum(asked.regime.code, asked.period.key, asked.unit_code) if is_own else None
    return {
        **choices(asked.regime.code, asked.period.key, (), at),
        "asked": asked,
        "place": place_words(asked),
        "path": _path(asked, cell),
        "cells": _cells(asked, total, cell),
        "cell": cell,
        "cell_title": cell.title(spoken()),
        "cell_unit": cell.unit(spoken()),
        "cell_total": value_words(total.values.get(cell.id)),
        "pieces": _with_figures_first([_piece(asked, piece, cell, own) for piece in pieces]),
        "gaps": gap_words(total.tally),
        "tally": _tally(total.tally),
        "is_stale": (stored is not None and stored.is_stale) or any(p.is_stale for p in pieces),
        "computed_at": stored.computed_at if stored else None,
        "downloads": _downloads(asked),
        **geography_context(asked, left_out, cell.id, legal_day(at)),
    }


def gap_words(tally: Tally) -> list[str]:
    """`thiếu 3 trong 157 xã`, for each level of which reports are missing."""
    return [
        _("thiếu %(gap)s trong %(all)s %(level)s")
        % {"gap": gap, "all": tally.expected[level], "level": level_words(level)}
        for level, gap in _by_rank(tally.missing)
    ]


def place_words(asked: Asked) -> str:
    """The name of the unit as it was on the day whose units are meant."""
    if asked.unit_code == NATION:
        return _("Cả nước")
    return unit_as_of(asked.unit_code, asked.day).full_name


def sum_table(asked: Asked) -> tuple[list[str], list[list[object]]]:
    """The sum and its pieces as a table: a row each, a column for each cell."""
    pieces, _left_out = pieces_asked(asked)
    total = add_up(pieces, asked.regime)
    head = [_("Nơi"), _("Mã đơn vị"), _("Báo cáo"), _("Bản số"), _("Còn thiếu")]
    head += [f"{cell.title(spoken())} ({cell.unit(spoken())})" for cell in asked.regime.cells]
    rows = [_table_row(asked, place_words(asked), asked.unit_code, "", None, total)]
    rows += [
        _table_row(
            asked,
            piece.title,
            piece.unit_code,
            piece.report_code,
            piece.version,
            Part(piece.values, piece.tally),
        )
        for piece in pieces
    ]
    return head, rows


def areas_of(asked: Asked) -> list[Area]:
    """The sum and its pieces as places of the exchange of statistics, those with figures only."""
    pieces, _left_out = pieces_asked(asked)
    total = add_up(pieces, asked.regime)
    whole = [
        Area(asked.unit_code or "VN", place_words(asked), total.values, not total.tally.missing)
    ]
    return whole + [
        Area(_area_code(asked, piece), piece.title, piece.values, not piece.tally.missing)
        for piece in pieces
        if piece.values
    ]


def _area_code(asked: Asked, piece: Piece) -> str:
    """Its own report of a unit stands apart from the unit's sum."""
    if piece.is_sum or (piece.unit_code and piece.unit_code != asked.unit_code):
        return piece.unit_code
    return report_area(piece.report_code)


def _table_row(
    asked: Asked, title: str, unit_code: str, report: str, version: int | None, part: Part
) -> list[object]:
    values: list[object] = [part.values.get(cell.id, "") for cell in asked.regime.cells]
    gaps = "; ".join(gap_words(part.tally))
    return [title, unit_code, report, version or "", gaps, *values]


def _cells(asked: Asked, total: Part, chosen_cell: Cell) -> list[dict[str, Any]]:
    return [
        {
            "title": cell.title(spoken()),
            "unit": cell.unit(spoken()),
            "value": value_words(total.values.get(cell.id)),
            "url": f"{asked.url(o=cell.id)}#o-chon",
            "is_chosen": cell.id == chosen_cell.id,
            "group": cell.group(spoken()),
        }
        for cell in asked.regime.cells
    ]


def _piece(asked: Asked, piece: Piece, cell: Cell, own: Collection[int]) -> dict[str, Any]:
    if piece.is_sum:
        url = f"{asked.url(**{'don-vi': piece.unit_code, 'o': cell.id})}#o-chon"
    elif piece.version and piece.bodies & set(own):
        url = reverse("reporting:version", args=[piece.report_code, piece.version])
    else:
        url = ""
    return {
        "title": piece.title,
        "url": url,
        "value": value_words(piece.values.get(cell.id)),
        "version": piece.version,
        "is_sum": piece.is_sum,
        "is_taken_in": piece.is_taken_in,
        "gaps": gap_words(piece.tally) if piece.is_sum else [],
        "is_missing": not piece.is_sum and piece.version is None,
        "parts": piece.parts,
    }


def _with_figures_first(pieces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(pieces, key=lambda piece: not piece["value"])


def _path(asked: Asked, cell: Cell) -> list[dict[str, str]]:
    """From the nation down to the unit."""
    crumbs = [{"label": _("Cả nước"), "url": asked.url(**{"don-vi": "", "o": cell.id})}]
    if asked.unit_code:
        unit = unit_as_of(asked.unit_code, asked.day)
        for each in (*ancestors(unit), unit):
            crumbs.append(
                {"label": each.full_name, "url": asked.url(**{"don-vi": each.code, "o": cell.id})}
            )
    return crumbs


def _tally(tally: Tally) -> list[dict[str, Any]]:
    return [
        {
            "level": level_words(level),
            "expected": count,
            "filed": tally.filed.get(level, 0),
            "taken_in": tally.taken_in.get(level, 0),
        }
        for level, count in _by_rank(tally.expected)
    ]


def _by_rank(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """From ministries down to communes."""
    return sorted(counts.items(), key=lambda each: LEVELS.index(each[0]))


def _downloads(asked: Asked) -> list[tuple[str, str]]:
    words = dict(parse_qsl(urlsplit(asked.url()).query))
    here = reverse("reporting:sum_file")
    forms = (
        ("csv", "CSV"),
        ("json", "JSON"),
        ("sdmx", "SDMX-ML"),
        ("sdmx-csv", "SDMX-CSV"),
        ("dsd", "SDMX DSD"),
    )
    return [(label, f"{here}?{urlencode({**words, 'dang': form})}") for form, label in forms]
