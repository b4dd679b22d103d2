"""Facts of services, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DECISION_749 = "Quyết định 749/QĐ-TTg"
DECISION_766 = "Quyết định 766/QĐ-TTg"

CATALOGUE_SEEN = declare(
    FactKind(
        name="services.catalogue_seen",
        version=1,
        fields={"procedures": int, "at_highest_level": int},
        description="Danh mục thủ tục của một ngày: bao nhiêu, trong đó bao nhiêu ở mức cao nhất.",
    )
)
DOSSIER_SUBMITTED = declare(
    FactKind(
        name="services.dossier_submitted",
        version=1,
        fields={
            "procedure": str,
            "channel": str,
            "level": str,
            "at_highest_level": bool,
            "fee": int,
        },
        description="Một hồ sơ được nộp; `level` là cấp của cơ quan nhận, `fee` tính bằng đồng.",
    )
)
DOSSIER_FINISHED = declare(
    FactKind(
        name="services.dossier_finished",
        version=1,
        fields={
            "procedure": str,
            "channel": str,
            "level": str,
            "outcome": str,
            "on_time": bool,
            "digital": bool,
        },
        description="Một hồ sơ được giải quyết; `digital`: kết quả là bản điện tử có chữ ký số.",
    )
)
DOSSIER_REDRESSED = declare(
    FactKind(
        name="services.dossier_redressed",
        version=1,
        fields={"procedure": str, "kind": str, "reopened": bool, "amount": int},
        description="Một hồ sơ được làm lại hoặc trả lại tiền vì khiếu nại đúng; `amount` tính bằng đồng.",
    )
)
DOSSIER_RATED = declare(
    FactKind(
        name="services.dossier_rated",
        version=1,
        fields={"procedure": str, "stars": int, "level": str},
        description="Người nộp chấm điểm sau khi có kết quả, 1 đến 5 sao.",
    )
)


def _digital(code: str, levels: tuple[str, ...], vi: str, en: str) -> Indicator:
    return register_indicator(
        Indicator(
            code=f"services.digital_{code}",
            title_vi=f"Hồ sơ công việc {vi} xử lý trên môi trường số",
            title_en=f"Work dossiers of {en} processed digitally",
            unit="percent",
            definition_vi="Hồ sơ có kết quả ký số trên hệ thống, chia cho mọi hồ sơ đã giải quyết.",
            definition_en="Dossiers whose result was signed in the system, over all decided dossiers.",
            formula_version=1,
            source_act=DECISION_749,
            facts=(DOSSIER_FINISHED.name,),
            expression=shares(
                DOSSIER_FINISHED,
                lambda facts: facts.digital | (facts.outcome == "refused"),
                only=lambda facts: facts.level.isin(levels),
            ),
        )
    )


HIGHEST_LEVEL = register_indicator(
    Indicator(
        code="services.highest_level",
        title_vi="Dịch vụ công ở mức cao nhất",
        title_en="Public services at the highest level",
        unit="percent",
        definition_vi="Thủ tục ở mức 4 (toàn trình từ 15/8/2022), chia cho mọi thủ tục trong danh mục.",
        definition_en="Procedures at level 4 (whole process from 15/8/2022), over all in the catalogue.",
        formula_version=1,
        source_act=DECISION_749,
        facts=(CATALOGUE_SEEN.name,),
        expression=shares(
            CATALOGUE_SEEN,
            "at_highest_level",
            lambda facts: facts.procedures,
        ),
    )
)
ONLINE = register_indicator(
    Indicator(
        code="services.online",
        title_vi="Hồ sơ nộp qua mạng",
        title_en="Dossiers submitted online",
        unit="percent",
        definition_vi="Hồ sơ người dân tự nộp qua mạng, chia cho mọi hồ sơ được nộp.",
        definition_en="Dossiers that people submitted online themselves, over all submitted.",
        formula_version=1,
        source_act=DECISION_766,
        facts=(DOSSIER_SUBMITTED.name,),
        expression=shares(DOSSIER_SUBMITTED, lambda facts: facts.channel == "online"),
    )
)
DIGITAL_PROVINCE = _digital(
    "province", ("ministry", "province"), "cấp bộ, tỉnh", "ministries and provinces"
)
DIGITAL_DISTRICT = _digital("district", ("district",), "cấp huyện", "districts")
DIGITAL_COMMUNE = _digital("commune", ("commune",), "cấp xã", "communes")
ON_TIME = register_indicator(
    Indicator(
        code="services.on_time",
        title_vi="Hồ sơ giải quyết đúng hẹn",
        title_en="Dossiers decided on time",
        unit="percent",
        definition_vi="Hồ sơ giải quyết trước hoặc đúng hạn, chia cho mọi hồ sơ đã giải quyết.",
        definition_en="Dossiers decided by their due time, over all decided.",
        formula_version=1,
        source_act=DECISION_766,
        facts=(DOSSIER_FINISHED.name,),
        expression=shares(DOSSIER_FINISHED, "on_time"),
    )
)
SATISFACTION = register_indicator(
    Indicator(
        code="services.satisfaction",
        title_vi="Bà con hài lòng",
        title_en="Satisfaction",
        unit="stars",
        definition_vi="Trung bình số sao người nộp chấm, 1 đến 5.",
        definition_en="Mean of the stars that applicants gave, 1 to 5.",
        formula_version=1,
        source_act=DECISION_766,
        facts=(DOSSIER_RATED.name,),
        expression=shares(DOSSIER_RATED, "stars"),
    )
)
