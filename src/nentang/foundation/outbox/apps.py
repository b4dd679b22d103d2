"""Outbox: registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu


class OutboxConfig(AppConfig):
    """Events, delivery, retries, dead letters, periodic jobs."""

    name = "nentang.foundation.outbox"
    label = "outbox"
    verbose_name = "Hộp gửi sự kiện"
    pages = ("quan-tri",)

    def ready(self) -> None:
        """The administrator's page."""
        add_to_menu(
            MenuEntry(
                label=_("Sự kiện"),
                url_name="outbox:events",
                shown_to=lambda actor: actor.has_role("administrator"),
                order=90,
                group=MenuGroup.HOUSE,
            )
        )
