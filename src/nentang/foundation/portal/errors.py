"""What the portal itself refuses."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import TooOften, Unavailable


class TooManyTries(TooOften):
    """A limit is used up."""

    code = "portal.too_many_tries"
    message = _("Đã thử quá nhiều lần. Thử lại sau {minutes} phút.")


class DatabaseDown(Unavailable):
    """The database does not answer."""

    code = "portal.database_down"
    message = _(
        "Máy chủ đang khởi động lại. Điều vừa gửi có thể chưa được lưu; thử lại sau nửa phút, "
        "gửi lại không sinh ra hồ sơ thứ hai."
    )


class StorageFull(Unavailable):
    """There is no room to write."""

    code = "portal.storage_full"
    message = _(
        "Máy chủ hết chỗ ghi nên chưa lưu được. Không có gì bị mất hay ghi dở; "
        "người quản trị đã được báo, thử lại sau ít phút."
    )
