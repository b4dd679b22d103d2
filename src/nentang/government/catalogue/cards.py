"""A place in the menu for those who write and publish bundles."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.portal.public import MenuEntry, add_to_menu

from .registry import ROLES


def _writes(actor: Actor) -> bool:
    return actor.has_role(*ROLES)


add_to_menu(MenuEntry(_("Soạn thủ tục"), "catalogue:procedures", _writes, order=60))
