"""What open data contributes: the datasets of the house, and a link in the menu."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .enums import Kind
from .registry import (
    PUBLISHERS,
    Declaration,
    Division,
    FactSource,
    IndicatorSource,
    declare_dataset,
)

MONTH = Division("month", ("Tháng", "Month"), Kind.MONTH)
PROVINCE = Division("province", ("Tỉnh, thành", "Province"), Kind.PROVINCE)
CHANNEL = Division(
    "channel",
    ("Cách nộp", "Channel"),
    Kind.CATEGORY,
    "channel",
    {"online": ("Qua mạng", "Online"), "counter": ("Tại quầy", "At the counter")},
)
OUTCOME = Division(
    "outcome",
    ("Kết quả", "Outcome"),
    Kind.CATEGORY,
    "outcome",
    {
        "granted": ("Đã giải quyết", "Granted"),
        "refused": ("Không giải quyết", "Refused"),
        "not_accepted": ("Không tiếp nhận", "Not accepted"),
        "withdrawn": ("Người nộp đã rút", "Withdrawn"),
    },
)
IN_TIME = Division(
    "in_time",
    ("Đúng hạn", "In time"),
    Kind.CATEGORY,
    "on_time",
    {"yes": ("Đúng hạn", "In time"), "no": ("Trễ hạn", "Late")},
)
AS_PROMISED = Division(
    "as_promised",
    ("Chờ không quá giờ hứa", "Within the promised wait"),
    Kind.CATEGORY,
    values={"yes": ("Trong giờ hứa", "Within"), "no": ("Lâu hơn", "Longer")},
)
DOSSIERS = ("Số hồ sơ", "Dossiers")

declare_dataset(
    Declaration(
        code="ho-so-da-nop",
        title=("Hồ sơ đã nộp", "Dossiers submitted"),
        text=(
            "Hồ sơ thủ tục hành chính đã nộp, theo tháng, tỉnh và cách nộp.",
            "Dossiers of administrative procedures submitted, by month, province and channel.",
        ),
        theme="GOVE",
        divisions=(MONTH, PROVINCE, CHANNEL),
        source=FactSource("services.dossier_submitted"),
        counted=DOSSIERS,
        keywords=(("thủ tục hành chính", "administrative procedures"), ("hồ sơ", "dossiers")),
    )
)
declare_dataset(
    Declaration(
        code="ho-so-da-giai-quyet",
        title=("Hồ sơ đã giải quyết", "Dossiers finished"),
        text=(
            "Hồ sơ đã giải quyết, theo tháng, tỉnh, kết quả, đúng hạn hay trễ hạn.",
            "Dossiers that were finished, by month, province, outcome, in time or late.",
        ),
        theme="GOVE",
        divisions=(MONTH, PROVINCE, OUTCOME, IN_TIME),
        source=FactSource("services.dossier_finished"),
        counted=DOSSIERS,
        keywords=(("đúng hạn", "in time"), ("hồ sơ", "dossiers")),
    )
)
declare_dataset(
    Declaration(
        code="cho-o-mot-cua",
        title=("Người chờ ở bộ phận một cửa", "Visitors waiting at one-stop shops"),
        text=(
            "Người được gọi ở quầy một cửa, theo tháng, tỉnh, chờ trong giờ hứa hay lâu hơn.",
            "Visitors called at one-stop shops, by month, province, within the promised wait or longer.",
        ),
        theme="GOVE",
        divisions=(MONTH, PROVINCE, AS_PROMISED),
        source=IndicatorSource("queue.within_promise"),
        counted=("Số người", "People"),
        keywords=(("một cửa", "one-stop shop"),),
    )
)
add_to_menu(
    MenuEntry(
        _("Dữ liệu mở"),
        "open_data:catalogue",
        lambda actor: True,
        130,
        group=MenuGroup.LOOK_UP,
    )
)
add_to_menu(
    MenuEntry(
        _("Công bố dữ liệu"),
        "open_data:office",
        lambda actor: actor.has_role(*PUBLISHERS),
        131,
        group=MenuGroup.WATCH,
    )
)
