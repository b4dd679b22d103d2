"""Facts of reporting, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DECISION_749 = "Quyết định 749/QĐ-TTg"
DECREE_09 = "Nghị định 09/2019/NĐ-CP"
REPORT_FILED = declare(
    FactKind(
        name="reporting.report_filed",
        version=1,
        fields={
            "regime": str,
            "level": str,
            "again": bool,
            "in_time": bool,
            "cells": int,
            "from_facts": int,
        },
        description="Một báo cáo được ký và gửi; `again`: gửi lại, `in_time`: trong hạn, `cells`: số ô phải điền, `from_facts`: số ô lấy nguyên từ dữ liệu.",
    )
)
REGIME_SEEN = declare(
    FactKind(
        name="reporting.regime_seen",
        version=1,
        fields={"regime": str, "connected": bool},
        description="Một chế độ báo cáo có hiệu lực trong tháng; `connected`: đã lập, ký, gửi và tổng hợp trên hệ thống.",
    )
)

CONNECTED = register_indicator(
    Indicator(
        code="reporting.regimes_connected",
        title_vi="Chế độ báo cáo nối vào hệ thống",
        title_en="Reporting regimes connected",
        unit="percent",
        definition_vi="Chế độ báo cáo có hiệu lực mà báo cáo đã được lập, ký, gửi trên hệ thống, chia cho mọi chế độ báo cáo được ghi nhận; đếm mỗi tháng một lần.",
        definition_en="Regimes in force whose reports were filled in, signed and filed in the system, over all regimes recorded; counted once a month.",
        formula_version=1,
        source_act=DECISION_749,
        facts=(REGIME_SEEN.name,),
        expression=shares(REGIME_SEEN, "connected"),
    )
)
FILED_IN_TIME = register_indicator(
    Indicator(
        code="reporting.filed_in_time",
        title_vi="Báo cáo gửi đúng hạn",
        title_en="Reports filed in time",
        unit="percent",
        definition_vi="Báo cáo được ký và gửi lần đầu trước hoặc đúng hạn, chia cho mọi báo cáo đã gửi lần đầu.",
        definition_en="Reports first signed and filed by their due time, over all filed for the first time.",
        formula_version=1,
        source_act=DECREE_09,
        facts=(REPORT_FILED.name,),
        expression=shares(REPORT_FILED, "in_time", only=lambda facts: ~facts.again),
    )
)
FROM_FACTS = register_indicator(
    Indicator(
        code="reporting.from_facts",
        title_vi="Ô báo cáo không phải điền tay",
        title_en="Report cells that nobody types",
        unit="percent",
        definition_vi="Ô của báo cáo đã gửi mà số lấy nguyên từ dữ liệu của hệ thống, chia cho mọi ô phải điền.",
        definition_en="Cells of filed reports whose value is just what the system had counted, over all cells to be filled in.",
        formula_version=1,
        source_act=DECREE_09,
        facts=(REPORT_FILED.name,),
        expression=shares(REPORT_FILED, "from_facts", lambda facts: facts.cells),
    )
)
