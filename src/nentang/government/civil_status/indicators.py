"""Facts of civil status, and the indicators that are computed from them."""

from __future__ import annotations

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

CIVIL_STATUS_LAW = "Luật Hộ tịch 60/2014/QH13"
ENTRY_MADE = declare(
    FactKind(
        name="civil_status.entry_made",
        version=1,
        fields={"register": str, "source": str, "in_time": bool, "with_number": bool},
        description=(
            "Một việc được ghi vào sổ hộ tịch; `source` là căn cứ, `in_time` trong thời hạn luật định, "
            "`with_number` có số định danh cá nhân."
        ),
    )
)
LINE_SETTLED = declare(
    FactKind(
        name="civil_status.line_settled",
        version=1,
        fields={"register": str, "readable": bool, "agreed": bool},
        description=(
            "Một dòng sổ giấy đã nhập xong; `agreed`: hai người nhập giống nhau ngay từ đầu."
        ),
    )
)
PAST = ("book", "import")


def _is_new_birth(made: ibis.Table) -> ibis.Value:
    return (made.register == "births") & ~made.source.isin(PAST)


BIRTHS_IN_TIME = register_indicator(
    Indicator(
        code="civil_status.births_in_time",
        title_vi="Khai sinh đúng hạn",
        title_en="Births registered in time",
        unit="percent",
        definition_vi="Việc khai sinh ghi trong thời hạn luật định kể từ ngày sinh, chia cho mọi việc khai sinh mới.",
        definition_en="Births registered within the term of the law, over all new births registered.",
        formula_version=1,
        source_act=CIVIL_STATUS_LAW,
        facts=(ENTRY_MADE.name,),
        expression=shares(ENTRY_MADE, "in_time", only=_is_new_birth),
    )
)
BIRTHS_WITH_NUMBER = register_indicator(
    Indicator(
        code="civil_status.births_with_number",
        title_vi="Khai sinh có số định danh",
        title_en="Births with a personal number",
        unit="percent",
        definition_vi="Việc khai sinh mới có số định danh cá nhân ngay khi ghi sổ, chia cho mọi việc khai sinh mới.",
        definition_en="New births with a personal number when they are registered, over all new births.",
        formula_version=1,
        source_act=CIVIL_STATUS_LAW,
        facts=(ENTRY_MADE.name,),
        expression=shares(ENTRY_MADE, "with_number", only=_is_new_birth),
    )
)
DIGITISED = register_indicator(
    Indicator(
        code="civil_status.digitised",
        title_vi="Dòng sổ giấy đã vào sổ điện tử",
        title_en="Lines of paper books in the electronic ones",
        unit="percent",
        definition_vi="Dòng sổ giấy đọc được và đã vào sổ điện tử, chia cho mọi dòng đã nhập xong; phần còn lại là dòng không đọc được.",
        definition_en="Lines of paper books that were read and entered, over all settled; the rest could not be read.",
        formula_version=1,
        source_act=CIVIL_STATUS_LAW,
        facts=(LINE_SETTLED.name,),
        expression=shares(LINE_SETTLED, "readable"),
    )
)
