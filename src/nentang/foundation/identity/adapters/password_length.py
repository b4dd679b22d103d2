"""A password has an end: hashing megabytes would be work for nothing."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 128


class NotEndless:
    """At most 128 characters."""

    def validate(self, password: str, user: object = None) -> None:
        """ValidationError for a longer one."""
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        """What to do."""
        return _("Nhiều nhất 128 ký tự.")
