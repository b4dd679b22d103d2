"""The menu entry, and hearing of refusals."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, add_to_menu

from .enums import ROLE

add_to_menu(MenuEntry(_("Cảnh báo"), "watch:alarms", lambda actor: actor.has_role(ROLE), 320))
