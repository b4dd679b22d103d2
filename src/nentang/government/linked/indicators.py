"""Facts of linked procedures, and the indicator that is computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

CHAIN_BEGUN = declare(
    FactKind(
        name="linked.chain_begun",
        version=1,
        fields={"kind": str, "parts": int},
        description="Nhiều thủ tục được khai một lần; `parts` là số thủ tục.",
    )
)
PART_OPENED = declare(
    FactKind(
        name="linked.part_opened",
        version=1,
        fields={
            "kind": str,
            "part": str,
            "procedure": str,
            "answers_carried": int,
            "answers_asked": int,
            "papers_carried": int,
            "by_hand": bool,
        },
        description="Thủ tục sau trong một việc liên thông được mở hồ sơ: bao nhiêu câu trả lời và giấy tờ "
        "lấy từ phần trước, bao nhiêu câu phải hỏi; `by_hand`: người nộp tự khai tiếp.",
    )
)
PART_FINISHED = declare(
    FactKind(
        name="linked.part_finished",
        version=1,
        fields={"kind": str, "part": str, "procedure": str, "outcome": str},
        description="Một thủ tục trong việc liên thông đã kết thúc.",
    )
)


NOT_ASKED_AGAIN = register_indicator(
    Indicator(
        code="linked.not_asked_again",
        title_vi="Điều không hỏi lại ở thủ tục liên thông",
        title_en="What linked procedures do not ask again",
        unit="percent",
        definition_vi="Câu trả lời và giấy tờ của thủ tục sau lấy từ phần đã khai và kết quả trước, "
        "trên mọi câu trả lời và giấy tờ của thủ tục đó.",
        definition_en="Answers and papers of later procedures taken from what was declared and from earlier "
        "results, of all their answers and papers.",
        formula_version=1,
        source_act="Nghị định 63/2024/NĐ-CP",
        facts=(PART_OPENED.name,),
        expression=shares(
            PART_OPENED,
            "answers_carried",
            lambda each: each.answers_carried + each.answers_asked,
        ),
    )
)
