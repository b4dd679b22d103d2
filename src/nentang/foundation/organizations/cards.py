"""What organizations contributes elsewhere: names of bodies in the audit, a link in the menu."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.audit.public import name_organizations_with
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .queries import organization_names

name_organizations_with(organization_names)
add_to_menu(
    MenuEntry(
        _("Địa giới"), "organizations:search", lambda actor: True, 200, group=MenuGroup.LOOK_UP
    )
)
