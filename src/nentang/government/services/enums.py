"""Words of fixed lists in the service catalogue and dossiers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a dossier came in."""

    ONLINE = "online", _("Qua mạng")
    COUNTER = "counter", _("Tại quầy")


class Outcome(models.TextChoices):
    """How a dossier ended."""

    GRANTED = "granted", _("Đã giải quyết")
    REFUSED = "refused", _("Không giải quyết")
    NOT_ACCEPTED = "not_accepted", _("Không tiếp nhận")
    WITHDRAWN = "withdrawn", _("Người nộp đã rút")
