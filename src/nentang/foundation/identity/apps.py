"""Identity: registration."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """People, accounts, assurance, officers, mandates, OpenID Connect."""

    name = "nentang.foundation.identity"
    label = "identity"
    verbose_name = "Định danh"
