"""Facts of schools."""

from nentang.foundation.facts.public import FactKind, declare

LISTED = declare(
    FactKind(
        name="schools.child_listed",
        version=1,
        fields={"birth_year": int},
        description="Một trẻ vào danh sách đi học của xã theo cơ sở dữ liệu dân cư: sinh năm nào.",
    )
)
