"""What identity adds elsewhere: links in the menu, titles of roles in the audit."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.audit.public import name_roles_with
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .permissions import COUNTER
from .registry import role_title

name_roles_with(role_title)
add_to_menu(
    MenuEntry(
        label=_("Xác nhận mức độ 2"),
        url_name="identity:verify_person",
        shown_to=lambda actor: actor.has_role(*COUNTER),
        order=300,
    )
)
add_to_menu(
    MenuEntry(
        label=_("Cán bộ"),
        url_name="identity:officers",
        shown_to=lambda actor: actor.has_role("administrator"),
        order=310,
        group=MenuGroup.HOUSE,
    )
)
