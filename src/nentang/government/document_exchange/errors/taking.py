"""Messages of other systems that are as they should be and cannot be taken."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict

from .messages import MessageFault


class SenderUnknown(MessageFault):
    """The body that sends is not in the directory, or not at that installation."""

    code = "document_exchange.sender_unknown"
    message = _("Nơi gửi {sender} chưa có trong danh bạ, hoặc không thuộc hệ thống đã ký.")


class NotForUs(MessageFault):
    """Nobody here is the receiver."""

    code = "document_exchange.not_for_us"
    message = _("Nơi nhận {receiver} không có tại hệ thống này. Kiểm tra mã định danh và danh bạ.")


class KindNotTaken(MessageFault):
    """The receiver does not take this kind of message."""

    code = "document_exchange.kind_not_taken"
    message = _("Nơi nhận không nhận loại thông điệp này. Xem danh bạ để biết nơi nhận nhận gì.")


class NothingThatWasSent(Conflict):
    """A status or change is about a document that never went that way."""

    code = "document_exchange.nothing_that_was_sent"
    message = _("Văn bản {document} được nhắc tới chưa từng gửi tới nơi này. Kiểm tra mã văn bản.")


class DigestWrong(Conflict):
    """What arrived is not what its name says: it was damaged on the way."""

    code = "document_exchange.digest_wrong"
    message = _("Thông điệp bị hỏng trên đường truyền: mã băm không khớp. Gửi lại nguyên văn.")


class DocumentIdReused(Conflict):
    """Another document of the sender has that identifier."""

    code = "document_exchange.document_id_reused"
    message = _(
        "Mã văn bản {document} đã dùng cho một văn bản khác của cùng nơi gửi. Gửi với mã khác, hoặc gửi bản cập nhật."
    )


class AttachmentsMissing(Conflict):
    """Files that were announced have not come yet."""

    code = "document_exchange.attachments_missing"
    message = _("Còn {count} tệp chưa tải lên hết. Tải các phần còn lại rồi gửi lại thông điệp.")


class PartOutOfPlace(Conflict):
    """A part does not begin where the last one ended."""

    code = "document_exchange.part_out_of_place"
    message = _(
        "Phần này không nối tiếp phần trước: bên nhận đang có {received} byte. Gửi tiếp từ đó."
    )
