"""What the queue puts in the menu and on the home page."""

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

from .enums import LEADING_ROLES, SERVING_ROLES
from .queries import live_tickets_of


def _my_numbers(request: PageRequest) -> dict[str, Any]:
    if request.actor.is_officer:
        return {}
    return {"own": live_tickets_of(request.actor.person_id, clock.legal_day(clock.now()))}


add_home_card(HomeCard(_("Đến bộ phận một cửa"), "queue/_card.html", _my_numbers, order=15))
add_to_menu(
    MenuEntry(
        _("Quầy"), "queue:windows", lambda a: a.has_role(*SERVING_ROLES, *LEADING_ROLES), order=16
    )
)
