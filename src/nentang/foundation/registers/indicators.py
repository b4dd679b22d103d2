"""Facts of registers, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DATA_LAW = "Nghị định 47/2020/NĐ-CP"
VERSION_WRITTEN = declare(
    FactKind(
        name="registers.version_written",
        version=1,
        fields={"register": str, "aspect": str, "act": str},
        description="Một điều được ghi vào cơ sở dữ liệu; cơ quan và đơn vị là nơi giữ bản ghi.",
    )
)
VALUE_TAKEN = declare(
    FactKind(
        name="registers.value_taken",
        version=1,
        fields={"register": str, "aspect": str},
        description="Một điều được lấy từ cơ sở dữ liệu thay vì hỏi lại; cơ quan là nơi đã dùng.",
    )
)


UNCORRECTED = register_indicator(
    Indicator(
        code="registers.uncorrected",
        title_vi="Lần ghi vào cơ sở dữ liệu không phải cải chính",
        title_en="Entries in registers that correct nothing",
        unit="percent",
        definition_vi="Lần ghi không phải là cải chính điều đã ghi sai, chia cho mọi lần ghi.",
        definition_en="Entries that do not correct an earlier mistake, divided by all entries.",
        formula_version=1,
        source_act=DATA_LAW,
        facts=(VERSION_WRITTEN.name,),
        expression=shares(VERSION_WRITTEN, lambda each: each.act != "correction"),
    )
)
