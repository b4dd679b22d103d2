"""Notifications: registration."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Messages through exchangeable gateways, receipts, preferences."""

    name = "nentang.foundation.notifications"
    label = "notifications"
    verbose_name = "Thông báo"
