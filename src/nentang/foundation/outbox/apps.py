"""Outbox: registration."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Events, delivery, retries, dead letters, periodic jobs."""

    name = "nentang.foundation.outbox"
    label = "outbox"
    verbose_name = "Hộp gửi sự kiện"
