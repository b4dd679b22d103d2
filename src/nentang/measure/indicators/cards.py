"""What indicators contribute elsewhere: a link in the menu."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

add_to_menu(
    MenuEntry(_("Điều hành"), "indicators:board", lambda actor: True, 120, group=MenuGroup.WATCH)
)
