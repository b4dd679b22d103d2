"""What the index contributes elsewhere: links in the menu, and who may open the files of a sheet."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .enums import APPRAISER, PUBLISHER, REPORTER
from .permissions import may_open_evidence


def _takes_part(actor: Actor) -> bool:
    return actor.has_role(REPORTER, APPRAISER, PUBLISHER)


add_to_menu(
    MenuEntry(_("Chỉ số DTI"), "index:board", lambda actor: True, 115, group=MenuGroup.WATCH)
)
add_to_menu(MenuEntry(_("Phiếu chỉ số"), "index:sheets", _takes_part, 116, group=MenuGroup.WATCH))
grant_access("index_sheet", may_open_evidence)
