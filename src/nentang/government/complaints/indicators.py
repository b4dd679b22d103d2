"""Facts of complaints, and the indicators that are computed from them."""

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
from nentang.government.services.public import DOSSIER_SUBMITTED

if TYPE_CHECKING:
    import ibis

LAW_ON_COMPLAINTS = "Luật Khiếu nại số 02/2011/QH13"
COMPLAINT_FILED = declare(
    FactKind(
        name="complaints.complaint_filed",
        version=1,
        fields={"about": str, "instance": int},
        description="Một khiếu nại về hồ sơ; cơ quan và đơn vị là nơi bị khiếu nại.",
    )
)
COMPLAINT_DECIDED = declare(
    FactKind(
        name="complaints.complaint_decided",
        version=1,
        fields={"about": str, "instance": int, "verdict": str, "in_time": bool},
        description="Một khiếu nại có quyết định giải quyết; cơ quan và đơn vị là nơi giải quyết, `in_time`: trong hạn.",
    )
)


def _by_thousand(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """First complaints count above, dossiers below; a day may have only one of them."""
    filed = tables[COMPLAINT_FILED.name]
    first = filed.filter(filed.instance == 1).select("unit_code", "day")
    submitted = tables[DOSSIER_SUBMITTED.name].select("unit_code", "day")
    both = first.mutate(complaints=1000.0, dossiers=0.0).union(
        submitted.mutate(complaints=0.0, dossiers=1.0)
    )
    return both.group_by("unit_code", "day").aggregate(
        numerator=both.complaints.sum(), denominator=both.dossiers.sum()
    )


IN_TIME = register_indicator(
    Indicator(
        code="complaints.in_time",
        title_vi="Khiếu nại giải quyết trong hạn",
        title_en="Complaints decided within the term",
        unit="percent",
        definition_vi="Khiếu nại có quyết định giải quyết trong thời hạn luật định, chia cho mọi khiếu nại đã giải quyết.",
        definition_en="Complaints decided within the term of the law, over all decided.",
        formula_version=1,
        source_act=LAW_ON_COMPLAINTS,
        facts=(COMPLAINT_DECIDED.name,),
        expression=shares(COMPLAINT_DECIDED, "in_time"),
    )
)
BY_THOUSAND = register_indicator(
    Indicator(
        code="complaints.by_thousand",
        title_vi="Khiếu nại trên 1.000 hồ sơ",
        title_en="Complaints per 1,000 dossiers",
        unit="complaints",
        definition_vi="Khiếu nại lần đầu về hồ sơ, tính trên 1.000 hồ sơ được nộp ở cùng nơi và thời gian.",
        definition_en="First complaints about dossiers, per 1,000 dossiers submitted in the same place and time.",
        formula_version=1,
        source_act=LAW_ON_COMPLAINTS,
        facts=(COMPLAINT_FILED.name, DOSSIER_SUBMITTED.name),
        expression=_by_thousand,
        higher_is_better=False,
    )
)
