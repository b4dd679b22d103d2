"""Facts of services, and the indicators that are computed from them."""

from typing import TYPE_CHECKING

from nentang.foundation.facts.public import FactKind, declare

if TYPE_CHECKING:
    pass

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
        description="Một hồ sơ được nộp; `level` là cấp của cơ quan nhận.",
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
        description="Một hồ sơ có kết quả; `digital`: mọi bước làm trên hệ thống và kết quả ký số.",
    )
)
DOSSIER_RATED = declare(
    FactKind(
        name="services.dossier_rated",
        version=1,
        fields={"procedure": str, "stars": int, "level": str},
        description="Người nộp chấm điểm sau khi nhận kết quả, 1 đến 5 sao.",
    )
)
