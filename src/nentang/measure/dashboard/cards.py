"""What the dashboard contributes elsewhere: a link in the menu, and who may open the files of a pack."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .models import BriefingPack
from .permissions import can_see
from .queries import tree_of_pack


def may_open(actor: Actor, subject: str) -> bool:
    """Whether the actor may see the pack to which the file belongs."""
    number = whole_number(subject.partition(":")[2])
    pack = BriefingPack.objects.filter(pk=number).first() if number else None
    today = clock.legal_day(clock.now())
    return pack is not None and can_see(actor, pack, tree_of_pack(pack, today), today)


grant_access("briefing_pack", may_open)
add_to_menu(
    MenuEntry(_("Tổng quan"), "dashboard:overview", lambda actor: True, 105, group=MenuGroup.WATCH)
)
