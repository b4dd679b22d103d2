"""A place in the menu for officers, and who may open files that came."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, add_to_menu

from .permissions import may_open_files


def _is_officer(actor: Actor) -> bool:
    return actor.is_officer


add_to_menu(MenuEntry(_("Trục văn bản"), "document_exchange:overview", _is_officer, order=94))
grant_access("axis_document", may_open_files)
