"""What the portal itself refuses."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import TooOften


class TooManyTries(TooOften):
    """A limit is used up."""

    code = "portal.too_many_tries"
    message = _("Đã thử quá nhiều lần. Thử lại sau {minutes} phút.")
