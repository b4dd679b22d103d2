"""Reports in the officers' menu."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .queries import waiting_count

add_to_menu(
    MenuEntry(
        _("Báo cáo"),
        "reporting:mine",
        lambda actor: actor.is_officer,
        40,
        waiting=waiting_count,
        group=MenuGroup.RECORDS,
    )
)
