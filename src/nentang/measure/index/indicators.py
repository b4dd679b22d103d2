"""Facts of the index."""

from nentang.foundation.facts.public import FactKind, declare

RESULT_PUBLISHED = declare(
    FactKind(
        name="index.result_published",
        version=1,
        fields={"family": str, "year": int, "version": int, "published": float, "coverage": float},
        description="Kết quả một nơi trong một đợt được công bố; tỷ lệ từ 0 đến 1.",
    )
)
