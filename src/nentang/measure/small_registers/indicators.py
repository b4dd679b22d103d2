"""Facts of the registers, and the indicators that are computed from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nentang.foundation.facts.public import FactKind, Indicator, declare, register_indicator

if TYPE_CHECKING:
    import ibis

DECISION_749 = "Quyết định 749/QĐ-TTg"
ENTRY_PUBLISHED = declare(
    FactKind(
        name="small_registers.entry_published",
        version=1,
        fields={"register": str, "state": str, "again": bool, "sent_in": bool},
        description="Một mục của sổ được công bố; `again`: phiên bản sau, `sent_in`: do người dân, doanh nghiệp gửi.",
    )
)
ENTRY_CONFIRMED = declare(
    FactKind(
        name="small_registers.entry_confirmed",
        version=1,
        fields={"register": str, "in_time": bool},
        description="Một mục của sổ được xác nhận là còn đúng; `in_time`: không muộn hơn hạn.",
    )
)
ENTRY_STALE = declare(
    FactKind(
        name="small_registers.entry_stale",
        version=1,
        fields={"register": str},
        description="Một mục của sổ quá hạn xác nhận; mỗi hạn một lần.",
    )
)
ENTRY_COUNTED = declare(
    FactKind(
        name="small_registers.entry_counted",
        version=1,
        fields={"register": str, "above": float, "below": float},
        description="Một mục đang công bố được đếm, mỗi tháng một lần; `above` trên `below`.",
    )
)


def _counted_in(register: str) -> Callable[[Mapping[str, ibis.Table]], ibis.Table]:
    def expression(tables: Mapping[str, ibis.Table]) -> ibis.Table:
        facts = tables[ENTRY_COUNTED.name]
        facts = facts.filter(facts.register == register)
        return facts.group_by("unit_code", "day").aggregate(
            numerator=facts.above.sum(), denominator=facts.below.sum()
        )

    return expression


def _kept_current(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """A confirmation in time counts above and below; one too late, and a term that passed, below only."""
    confirmed = tables[ENTRY_CONFIRMED.name]
    in_time = confirmed.filter(confirmed.in_time)
    kept = in_time.select("unit_code", "day").mutate(above=1.0)
    late = tables[ENTRY_STALE.name].select("unit_code", "day").mutate(above=0.0)
    both = kept.union(late)
    return both.group_by("unit_code", "day").aggregate(
        numerator=both.above.sum(), denominator=both.count().cast("float64")
    )


def _of_register(
    code: str, register: str, title: tuple[str, str], definition: tuple[str, str]
) -> Indicator:
    return register_indicator(
        Indicator(
            code=f"small_registers.{code}",
            title_vi=title[0],
            title_en=title[1],
            unit="percent",
            definition_vi=definition[0],
            definition_en=definition[1],
            formula_version=1,
            source_act=DECISION_749,
            facts=(ENTRY_COUNTED.name,),
            expression=_counted_in(register),
        )
    )


FIBRE = _of_register(
    "fibre_coverage",
    "coverage",
    ("Hộ gia đình có cáp quang (theo sổ phủ mạng)", "Households with fibre (by the register)"),
    (
        "Hộ có cáp quang chia cho hộ gia đình, theo các mục đang công bố trong sổ phủ mạng; mỗi xã đếm mỗi tháng một lần.",
        "Households with fibre over all households, by the published entries of the coverage register; each commune once a month.",
    ),
)
IPV6 = _of_register(
    "ipv6_share",
    "domains",
    ("Hệ thống chạy IPv6", "Systems that run on IPv6"),
    (
        "Hệ thống đã chạy IPv6 chia cho mọi hệ thống đang công bố trong sổ tên miền; mỗi hệ thống đếm mỗi tháng một lần.",
        "Systems that run on IPv6 over all in the register of domains; each once a month.",
    ),
)
ANSWERED = _of_register(
    "challenges_answered",
    "challenges",
    ("Bài toán đã có lời giải", "Challenges that were solved"),
    (
        "Bài toán đã có lời giải chia cho mọi bài toán đã công bố; mỗi bài đếm mỗi tháng một lần.",
        "Challenges with a published solution over all that were published; each once a month.",
    ),
)
KEPT_CURRENT = register_indicator(
    Indicator(
        code="small_registers.kept_current",
        title_vi="Mục của sổ được xác nhận đúng hạn",
        title_en="Register entries confirmed in time",
        unit="percent",
        definition_vi="Lần xác nhận không muộn hơn hạn, chia cho những lần ấy và những hạn đã qua mà chưa ai xác nhận.",
        definition_en="Confirmations by their term, over those and the terms that passed without one.",
        formula_version=1,
        source_act=DECISION_749,
        facts=(ENTRY_CONFIRMED.name, ENTRY_STALE.name),
        expression=_kept_current,
    )
)
