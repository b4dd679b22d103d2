"""What is refused to those who send and answer."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class DocumentMayNotTravel(Conflict):
    """State secrets go neither over this axis nor into it."""

    code = "document_exchange.document_may_not_travel"
    message = _(
        "Văn bản có độ mật không được gửi qua trục liên thông. Gửi theo đường văn bản mật của cơ quan, "
        "và không nhập nội dung vào đây."
    )


class ReceiverUnknown(Invalid):
    """A receiver is not in the directory, is closed, or does not take this."""

    code = "document_exchange.receiver_unknown"
    message = _("Không gửi được tới {receiver}: chưa có trong danh bạ, hoặc không nhận loại này.")


class NoReceiver(Invalid):
    """Nobody is to receive it, or too many at once."""

    code = "document_exchange.no_receiver"
    message = _("Chọn ít nhất một nơi nhận, nhiều nhất {most} nơi trong một lần gửi.")


class DocumentUnreadable(Invalid):
    """A field is missing or too long."""

    code = "document_exchange.document_unreadable"
    message = _("Kiểm tra lại {field}: phải có, và không quá {most} ký tự.")


class TooManyFiles(Invalid):
    """More files than travel together."""

    code = "document_exchange.too_many_files"
    message = _("Một văn bản mang nhiều nhất {most} tệp. Bớt tệp, hoặc gộp lại rồi gửi.")


class NothingToChange(Invalid):
    """A recall, update or replacement names no document that this body sent."""

    code = "document_exchange.nothing_to_change"
    message = _(
        "Chưa tìm thấy văn bản đã gửi cần thu hồi, cập nhật hay thay thế. Chọn lại văn bản."
    )


class KeyUsedForAnother(Conflict):
    """The same key came with another document."""

    code = "document_exchange.key_used_for_another"
    message = _("Mã chống gửi trùng này đã dùng cho văn bản khác. Tạo mã mới rồi gửi lại.")


class DocumentIdTaken(Conflict):
    """This body already sent a document of that number, notation and day."""

    code = "document_exchange.document_id_taken"
    message = _("Văn bản số này của cùng ngày đã gửi. Kiểm tra số, ký hiệu, hoặc gửi bản cập nhật.")


class ReceivedNotFound(NotFound):
    """No document came in under that number, or the caller may not know of it."""

    code = "document_exchange.received_not_found"
    message = _("Không tìm thấy văn bản đến này. Kiểm tra lại địa chỉ.")


class ConsignmentNotFound(NotFound):
    """Nothing was sent under that number, or the caller may not know of it."""

    code = "document_exchange.consignment_not_found"
    message = _("Không tìm thấy văn bản đi này. Kiểm tra lại địa chỉ.")


class StatusNotPossible(Conflict):
    """The status does not follow from where the document stands."""

    code = "document_exchange.status_not_possible"
    message = _(
        "Văn bản đang ở trạng thái khác nên chưa báo được như vậy. Tải lại trang rồi chọn lại."
    )


class DeliveryNotDead(Conflict):
    """Only what failed or was refused is sent once more."""

    code = "document_exchange.delivery_not_dead"
    message = _("Văn bản này đang gửi hoặc đã đến, không cần gửi lại.")


class DeliveryNotFound(NotFound):
    """No delivery has that number."""

    code = "document_exchange.delivery_not_found"
    message = _("Không tìm thấy lần gửi này. Kiểm tra lại địa chỉ.")
