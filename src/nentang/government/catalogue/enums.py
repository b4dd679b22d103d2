"""Words of fixed lists in the catalogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftState(models.TextChoices):
    """Where a draft of a bundle stands."""

    OPEN = "open", _("Đang soạn")
    PROPOSED = "proposed", _("Chờ duyệt")
    PUBLISHED = "published", _("Đã công bố")
    DROPPED = "dropped", _("Đã cất")
