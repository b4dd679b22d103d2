"""Refusals of the outbox."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict


class DeliveryNotDead(Conflict):
    """Only a dead delivery can be replayed."""

    code = "outbox.delivery_not_dead"
    message = _("Sự kiện này đã được giao hoặc đang được giao lại. Tải lại trang để xem.")
