"""Refusals of the audit."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Invalid


class LookWithoutReason(Invalid):
    """A look at personal data must say which fields, why and on what legal basis."""

    code = "audit.look_without_reason"
    message = _("Ghi rõ xem dữ liệu nào, để làm gì và theo quy định nào rồi mới xem được.")
