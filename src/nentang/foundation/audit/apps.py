"""Audit: registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu


class AuditConfig(AppConfig):
    """Who did and who looked at what, why and on what legal basis."""

    name = "nentang.foundation.audit"
    label = "audit"
    verbose_name = "Nhật ký"
    pages = ("ai-da-xem",)

    def ready(self) -> None:
        """Lead people to the looks at their data; say what is held about them."""
        add_to_menu(
            MenuEntry(
                label=_("Ai đã xem dữ liệu"),
                url_name="audit:looks",
                shown_to=lambda actor: actor.is_signed_in and not actor.is_officer,
                order=80,
                group=MenuGroup.LOOK_UP,
            )
        )
