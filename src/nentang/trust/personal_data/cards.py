"""What personal data puts on the account page and in the menu; who may read its papers."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import grant_access
from nentang.foundation.identity.public import AccountLink, add_account_link
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .enums import ROLE
from .permissions import may_see_notice

add_account_link(
    AccountLink(
        _("Dữ liệu về tôi"),
        _("Nhận bản sao mọi dữ liệu đang giữ về mình; yêu cầu sửa, xóa."),
        "personal_data:about_me",
    )
)
add_to_menu(
    MenuEntry(
        _("Bảo vệ dữ liệu"),
        "personal_data:desk",
        lambda a: a.has_role(ROLE),
        19,
        group=MenuGroup.RECORDS,
    )
)
grant_access("breach", may_see_notice)
