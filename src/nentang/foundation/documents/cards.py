"""What documents add to the shell."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

add_to_menu(
    MenuEntry(
        _("Giấy tờ của tôi"),
        "documents:own",
        lambda actor: actor.person_id is not None and not actor.is_officer,
        order=50,
    )
)
add_to_menu(
    MenuEntry(
        _("Xác minh văn bản"),
        "documents:enter_code",
        lambda actor: True,
        210,
        group=MenuGroup.LOOK_UP,
    )
)
