"""What casework adds to the shell: the officers' menu, and their work on the home page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import (
    HomeCard,
    MenuEntry,
    PageRequest,
    add_home_card,
    add_to_menu,
)
from nentang.kernel import clock

from .queries import Inbox, InboxView


def _my_work(request: PageRequest) -> dict[str, Any]:
    if not request.actor.is_officer:
        return {}
    counts = Inbox(request.actor, at=clock.now()).counts().views
    return {"mine": counts[InboxView.MINE], "late": counts[InboxView.LATE]}


add_to_menu(MenuEntry(_("Việc của tôi"), "casework:inbox", lambda actor: actor.is_officer, 10))
add_home_card(HomeCard(_("Việc của tôi"), "casework/_card.html", _my_work, order=0))
