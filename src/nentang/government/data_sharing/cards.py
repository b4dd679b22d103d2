"""A place in the menu for officers."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.portal.public import MenuEntry, add_to_menu


def _is_officer(actor: Actor) -> bool:
    return actor.is_officer


add_to_menu(MenuEntry(_("Dữ liệu dùng chung"), "data_sharing:catalogue", _is_officer, order=92))
