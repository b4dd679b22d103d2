"""A comparison for programs: CSV and JSON."""

from typing import Any

from django.utils.translation import gettext as _

from nentang.measure.indicators.public import (
    latest_computation,
    shown,
    symbol,
    title_of,
)

from .compare import Compared


def file_rows(found: Compared) -> tuple[list[str], list[tuple[object, ...]]]:
    """The comparison as a table for programs: head and rows, each with its source."""
    indicator = found.asked.indicator
    computation = latest_computation()
    computed = computation.computed_at.isoformat() if computation else ""
    head = [
        _("Mã đơn vị"),
        _("Đơn vị"),
        _("Chỉ số"),
        _("Thời gian"),
        _("Tử số"),
        _("Mẫu số"),
        _("Giá trị"),
        _("Đơn vị tính"),
        _("Bản công thức"),
        _("Văn bản quy định"),
        _("Địa giới ngày"),
        _("Tính lúc"),
    ]
    said = (
        symbol(indicator.unit),
        indicator.formula_version,
        indicator.source_act,
        found.asked.on.isoformat(),
        computed,
    )
    return head, [
        (
            place.unit.code,
            place.unit.full_name,
            title_of(indicator),
            moment.label,
            counted.numerator,
            counted.denominator,
            shown(counted.value, indicator.unit),
            *said,
        )
        for place in found.places
        for moment, counted in zip(found.moments, place.sums, strict=True)
    ]


def as_json(found: Compared) -> dict[str, Any]:
    """The same for programs; a value is null where nothing was counted."""
    indicator = found.asked.indicator
    computation = latest_computation()
    return {
        "indicator": indicator.code,
        "title": title_of(indicator),
        "unit": symbol(indicator.unit),
        "formula_version": indicator.formula_version,
        "source_act": indicator.source_act,
        "geography_on": found.asked.on.isoformat(),
        "first": found.asked.first.isoformat(),
        "last": found.asked.last.isoformat(),
        "computed_at": computation.computed_at.isoformat() if computation else None,
        "places": [
            {
                "code": place.unit.code,
                "name": place.unit.full_name,
                "numerator": place.whole.numerator,
                "denominator": place.whole.denominator,
                "value": place.value,
                "rank": place.rank,
                "series": [
                    {
                        "moment": moment.label,
                        "numerator": counted.numerator,
                        "denominator": counted.denominator,
                        "value": shown(counted.value, indicator.unit),
                    }
                    for moment, counted in zip(found.moments, place.sums, strict=True)
                ],
            }
            for place in found.places
        ],
    }
