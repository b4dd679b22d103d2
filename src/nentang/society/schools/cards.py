"""The lists in the menu."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .registry import SCHOOLING

add_to_menu(
    MenuEntry(
        _("Trẻ đến tuổi đi học"),
        "schools:lists",
        lambda actor: actor.has_role(SCHOOLING),
        210,
        group=MenuGroup.AT_HAND,
    )
)
