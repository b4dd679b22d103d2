"""What messages add to the shell."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .queries import unread_count

add_to_menu(
    MenuEntry(
        _("Thông báo"),
        "notifications:messages",
        lambda actor: actor.person_id is not None,
        order=60,
        waiting=unread_count,
    )
)
add_to_menu(
    MenuEntry(
        _("Hộp thư đi"),
        "notifications:outgoing",
        lambda actor: actor.has_role("administrator"),
        order=95,
        group=MenuGroup.HOUSE,
    )
)
