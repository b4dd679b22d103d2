"""Refusals of schools."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import NotAllowed


class NotYourList(NotAllowed):
    """The list is another body's."""

    code = "schools.not_your_list"
    message = _("Danh sách này của xã khác. Mở danh sách của cơ quan nơi anh chị làm việc.")
