"""Facts of personal data."""

from nentang.foundation.facts.public import FactKind, declare

EXPORTED = declare(
    FactKind(
        name="personal_data.data_exported",
        version=1,
        fields={"rows": int, "files": int, "minutes": int},
        description="Một người được cấp dữ liệu đang giữ về mình: bao nhiêu dòng, tệp, sau bao nhiêu phút.",
    )
)
ERASED = declare(
    FactKind(
        name="personal_data.data_erased",
        version=1,
        fields={"what": str, "count": int},
        description="Dữ liệu hết thời hạn giữ được xóa: trường nào, bao nhiêu dòng.",
    )
)
