"""Tasks in the menu, what waits for an officer's bodies, and who may open which files."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .permissions import may_open_decision, may_open_evidence, may_open_steering
from .queries import waiting_count

add_to_menu(
    MenuEntry(
        _("Nhiệm vụ được giao"),
        "tasks:desk",
        lambda actor: actor.is_officer,
        42,
        waiting=waiting_count,
        group=MenuGroup.RECORDS,
    )
)
add_to_menu(
    MenuEntry(
        _("Nhiệm vụ, tiến độ"),
        "tasks:overview",
        lambda actor: not actor.is_officer,
        43,
        group=MenuGroup.LOOK_UP,
    )
)
grant_access("assigned_task", may_open_evidence)
grant_access("assigning_decision", may_open_decision)
grant_access("steering_committee", may_open_steering)
grant_access("steering_plan", may_open_steering)
