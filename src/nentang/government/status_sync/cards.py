"""A place in the menu for administrators."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .permissions import ROLE


def _connects(actor: Actor) -> bool:
    return actor.has_role(ROLE)


add_to_menu(MenuEntry(_("Liên thông"), "status_sync:portals", _connects, 95, group=MenuGroup.HOUSE))
