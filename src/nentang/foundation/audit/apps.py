"""Audit: registration."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did and who looked at what, why and on what legal basis."""

    name = "nentang.foundation.audit"
    label = "audit"
    verbose_name = "Nhật ký"
