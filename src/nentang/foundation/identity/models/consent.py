"""What a person agreed to share with a program."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Consent(models.Model):
    """That an account lets a client have what its scopes name, until withdrawn."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents"
    )
    client = models.ForeignKey("allauth_idp_oidc.Client", on_delete=models.CASCADE)
    scopes = models.JSONField(default=list)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        verbose_name = _("đồng ý chia sẻ")
        constraints = [
            models.UniqueConstraint(
                name="one_consent_for_a_client",
                fields=["account", "client"],
                condition=Q(withdrawn_at__isnull=True),
            )
        ]
