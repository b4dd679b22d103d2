"""Facts of the programme."""

from nentang.foundation.facts.public import FactKind, declare

TARGET_PUBLISHED = declare(
    FactKind(
        name="programme.target_published",
        version=1,
        fields={"level": str, "again": bool, "computed": bool},
        description="Một mục tiêu của kế hoạch bộ, tỉnh được duyệt; `again`: phiên bản sau, `computed`: tính từ dữ liệu.",
    )
)
VALUE_REPORTED = declare(
    FactKind(
        name="programme.value_reported",
        version=1,
        fields={"again": bool},
        description="Một cơ quan ghi số liệu của mục tiêu cho một ngày; `again`: ghi lại cho ngày đã có.",
    )
)
OBSTACLE_LOGGED = declare(
    FactKind(
        name="programme.obstacle_logged",
        version=1,
        fields={"needs_document": bool},
        description="Một vướng mắc của mục tiêu được ghi; `needs_document`: phải sửa một văn bản.",
    )
)
OBSTACLE_CLOSED = declare(
    FactKind(
        name="programme.obstacle_closed",
        version=1,
        fields={"days": int},
        description="Một vướng mắc của mục tiêu được gỡ; `days`: số ngày từ khi vướng.",
    )
)
