"""Facts of open data, and the indicators that are computed from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

if TYPE_CHECKING:
    import ibis

DECISION_749 = "Quyết định 749/QĐ-TTg"
DECREE_47 = "Nghị định 47/2020/NĐ-CP"
PUBLISHED = declare(
    FactKind(
        name="open_data.release_published",
        version=1,
        fields={"dataset": str, "number": int, "in_time": bool, "score": int},
        description="Một bản dữ liệu mở được công bố; `in_time`: không muộn hơn lịch.",
    )
)
OVERDUE = declare(
    FactKind(
        name="open_data.dataset_overdue",
        version=1,
        fields={"dataset": str},
        description="Một bộ dữ liệu mở quá hạn cập nhật; mỗi hạn một lần.",
    )
)
REQUEST_ANSWERED = declare(
    FactKind(
        name="open_data.request_answered",
        version=1,
        fields={"granted": bool, "in_time": bool},
        description="Một yêu cầu dữ liệu được trả lời.",
    )
)
SERVICE_CONFIRMED = declare(
    FactKind(
        name="open_data.service_confirmed",
        version=1,
        fields={"dataset": str},
        description="Một dịch vụ dựng trên dữ liệu mở được cơ quan xác nhận.",
    )
)


def _to_schedule(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """A version in time counts above and below, a due day that passed without one below only."""
    published = tables[PUBLISHED.name]
    kept = published.filter(published.in_time).select("unit_code", "day").mutate(above=1.0)
    late = tables[OVERDUE.name].select("unit_code", "day").mutate(above=0.0)
    both = kept.union(late)
    return both.group_by("unit_code", "day").aggregate(
        numerator=both.above.sum(), denominator=both.count().cast("float64")
    )


def _growth(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """A service counts above the line when it begins; a year later it is what the new ones are measured by."""
    import ibis  # noqa: PLC0415 - heavy

    begun = tables[SERVICE_CONFIRMED.name].select("unit_code", "day")
    new = begun.mutate(above=1.0, below=0.0)
    year_after = begun.mutate(
        day=(begun.day + ibis.interval(years=1)).cast("date"), above=-1.0, below=1.0
    )
    both = new.union(year_after)
    return both.group_by("unit_code", "day").aggregate(
        numerator=both.above.sum(), denominator=both.below.sum()
    )


TO_SCHEDULE = register_indicator(
    Indicator(
        code="open_data.to_schedule",
        title_vi="Bộ dữ liệu mở cập nhật đúng lịch",
        title_en="Open datasets kept to schedule",
        unit="percent",
        definition_vi="Bản dữ liệu mở công bố không muộn hơn lịch, chia cho những bản ấy và những lần quá hạn.",
        definition_en="Versions of open datasets published on schedule, over those and the due days that passed without one.",
        formula_version=1,
        source_act=DECREE_47,
        facts=(PUBLISHED.name, OVERDUE.name),
        expression=_to_schedule,
    )
)
SERVICES_GROWTH = register_indicator(
    Indicator(
        code="open_data.services_growth",
        title_vi="Tăng dịch vụ dựng trên dữ liệu mở",
        title_en="Growth of services built on open data",
        unit="percent",
        definition_vi="Dịch vụ mới được xác nhận trong kỳ so với cùng kỳ năm trước: phần tăng, chia cho số của kỳ trước.",
        definition_en="Services newly confirmed in the period against the same period a year before: the growth, over the earlier number.",
        formula_version=2,
        source_act=DECISION_749,
        facts=(SERVICE_CONFIRMED.name,),
        expression=_growth,
    )
)
REQUESTS_IN_TIME = register_indicator(
    Indicator(
        code="open_data.requests_in_time",
        title_vi="Yêu cầu dữ liệu trả lời trong hạn",
        title_en="Requests for data answered in time",
        unit="percent",
        definition_vi="Yêu cầu dữ liệu mở được trả lời trong hạn, chia cho mọi yêu cầu đã trả lời.",
        definition_en="Requests for open data answered within the term, over all answered.",
        formula_version=1,
        source_act=DECREE_47,
        facts=(REQUEST_ANSWERED.name,),
        expression=shares(REQUEST_ANSWERED, "in_time"),
    )
)
