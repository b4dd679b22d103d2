"""What personal data puts in the menu."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, add_to_menu

from .enums import ROLE
from .permissions import may_see_notice

add_to_menu(
    MenuEntry(
        _("Dữ liệu về tôi"),
        "personal_data:about_me",
        lambda actor: actor.person_id is not None and not actor.is_officer,
        order=85,
    )
)
add_to_menu(
    MenuEntry(_("Bảo vệ dữ liệu"), "personal_data:desk", lambda actor: actor.has_role(ROLE), 19)
)
grant_access("breach", may_see_notice)
