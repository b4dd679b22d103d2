"""Facts of office work, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DECISION_749 = "Quyết định 749/QĐ-TTg"
DECREE_30 = "Nghị định 30/2020/NĐ-CP"
DOCUMENT_ISSUED = declare(
    FactKind(
        name="office.document_issued",
        version=1,
        fields={"type": str, "level": str, "same_day": bool, "in_time": bool},
        description="Một văn bản đi được cấp số và phát hành; `same_day`: trong ngày ký, `in_time`: trong hạn của nghị định.",
    )
)
DOCUMENT_FINISHED = declare(
    FactKind(
        name="office.document_finished",
        version=1,
        fields={"channel": str, "level": str, "in_time": bool},
        description="Một văn bản đến được xử lý xong; `in_time`: trước hoặc đúng hạn lãnh đạo giao.",
    )
)
WORK_FILE_CLOSED = declare(
    FactKind(
        name="office.work_file_closed",
        version=1,
        fields={"level": str, "digital": bool, "documents": int},
        description="Một hồ sơ công việc kết thúc; `digital`: mọi văn bản trong đó được xử lý trên hệ thống.",
    )
)


def _digital(code: str, levels: tuple[str, ...], vi: str, en: str) -> Indicator:
    return register_indicator(
        Indicator(
            code=f"office.digital_{code}",
            title_vi=f"Hồ sơ công việc {vi} xử lý trên môi trường mạng",
            title_en=f"Work files of {en} handled in the network environment",
            unit="percent",
            definition_vi="Hồ sơ công việc mà mọi văn bản được nhận, xử lý và ký trên hệ thống, chia cho mọi hồ sơ công việc đã kết thúc.",
            definition_en="Work files of which every document was received, worked on and signed in the system, over all closed work files.",
            formula_version=1,
            source_act=DECISION_749,
            facts=(WORK_FILE_CLOSED.name,),
            expression=shares(
                WORK_FILE_CLOSED, "digital", only=lambda facts: facts.level.isin(levels)
            ),
        )
    )


DIGITAL_PROVINCE = _digital(
    "province", ("ministry", "province"), "cấp bộ, tỉnh", "ministries and provinces"
)
DIGITAL_DISTRICT = _digital("district", ("district",), "cấp huyện", "districts")
DIGITAL_COMMUNE = _digital("commune", ("commune",), "cấp xã", "communes")
ISSUED_IN_TIME = register_indicator(
    Indicator(
        code="office.issued_in_time",
        title_vi="Văn bản đi phát hành đúng hạn",
        title_en="Outgoing documents issued in time",
        unit="percent",
        definition_vi="Văn bản được cấp số, phát hành trong ngày ký hoặc chậm nhất ngày làm việc tiếp theo, chia cho mọi văn bản đã phát hành.",
        definition_en="Documents numbered and issued on the day of signing or at the latest the next working day, over all issued.",
        formula_version=1,
        source_act=DECREE_30,
        facts=(DOCUMENT_ISSUED.name,),
        expression=shares(DOCUMENT_ISSUED, "in_time"),
    )
)
FINISHED_IN_TIME = register_indicator(
    Indicator(
        code="office.finished_in_time",
        title_vi="Văn bản đến xử lý đúng hạn",
        title_en="Incoming documents finished in time",
        unit="percent",
        definition_vi="Văn bản đến được xử lý xong trước hoặc đúng hạn lãnh đạo giao, chia cho mọi văn bản đến đã xử lý.",
        definition_en="Incoming documents finished by the day that the leader set, over all finished.",
        formula_version=1,
        source_act=DECREE_30,
        facts=(DOCUMENT_FINISHED.name,),
        expression=shares(DOCUMENT_FINISHED, "in_time"),
    )
)
