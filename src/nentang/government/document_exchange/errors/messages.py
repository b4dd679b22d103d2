"""Messages of other systems that are not as the axis takes them."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Invalid


class MessageFault(Invalid):
    """A message that is not taken as it is; the same again will not be either."""

    code = "document_exchange.message_fault"
    message = _("Thông điệp chưa đúng. Kiểm tra lại rồi gửi.")


class MessageUnreadable(MessageFault):
    """It is no XML, or not XML as the axis takes it."""

    code = "document_exchange.message_unreadable"
    message = _(
        "Thông điệp không phải XML đọc được: UTF-8, không có chú thích và chỉ thị xử lý. Tạo lại thông điệp rồi gửi."
    )


class MessageTooLarge(MessageFault):
    """It is larger, or deeper, than a message may be."""

    code = "document_exchange.message_too_large"
    message = _(
        "Thông điệp lớn quá {most} MB. Gửi tệp lớn theo từng phần trước, rồi gửi thông điệp."
    )


class DoctypeRefused(MessageFault):
    """A DOCTYPE may pull in what nobody signed."""

    code = "document_exchange.doctype_refused"
    message = _("Thông điệp có DOCTYPE nên không nhận. Bỏ DOCTYPE và thực thể rồi gửi lại.")


class NamespaceWrong(MessageFault):
    """The root is not edXML of the standard."""

    code = "document_exchange.namespace_wrong"
    message = _(
        "Thông điệp không theo không gian tên của QCVN 102:2016/BTTTT. Kiểm tra phần tử gốc."
    )


class ElementMissing(MessageFault):
    """The standard asks for an element that is not there."""

    code = "document_exchange.element_missing"
    message = _("Thông điệp thiếu phần tử {element}. Bổ sung rồi gửi lại.")


class ElementWrong(MessageFault):
    """An element holds what it cannot hold, or stands there twice."""

    code = "document_exchange.element_wrong"
    message = _(
        "Phần tử {element} trong thông điệp chưa đúng. Sửa theo QCVN 102:2016/BTTTT rồi gửi lại."
    )


class Base64Wrong(MessageFault):
    """A file cannot be decoded."""

    code = "document_exchange.base64_wrong"
    message = _("Tệp {name} không giải mã được từ base64. Mã hóa lại rồi gửi.")


class AttachmentWrong(MessageFault):
    """A file is not the one that was announced."""

    code = "document_exchange.attachment_wrong"
    message = _(
        "Tệp {name} không khớp với phần kê khai: mã băm, dung lượng hoặc loại tệp. Gửi lại đúng tệp."
    )
