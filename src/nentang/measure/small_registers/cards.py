"""Registers in the menu; who may open the files that prove an entry."""

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu
from nentang.kernel.text import whole_number

from .models import Entry
from .permissions import can_see

PREFIX = "register_entry"


def may_open_evidence(actor: Actor, subject: str) -> bool:
    """Officers of the body, and whoever sent the entry in."""
    number = whole_number(subject.partition(":")[2])
    entry = Entry.objects.select_related("case").filter(pk=number or 0).first()
    return entry is not None and can_see(actor, entry)


grant_access(PREFIX, may_open_evidence)
add_to_menu(
    MenuEntry(
        _("Sổ đăng ký"),
        "small_registers:index",
        lambda actor: not actor.is_officer,
        140,
        group=MenuGroup.LOOK_UP,
    )
)
add_to_menu(
    MenuEntry(
        _("Sổ đăng ký"),
        "small_registers:desk",
        lambda actor: actor.is_officer,
        60,
        group=MenuGroup.RECORDS,
    )
)
