"""What the exchange refuses, each with what to do next. Messages of other systems: see `message_faults`."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable


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


class SenderNotJoined(Conflict):
    """The body has no place on the axis."""

    code = "document_exchange.sender_not_joined"
    message = _("Cơ quan chưa tham gia trục liên thông. Nhờ quản trị thêm cơ quan vào danh bạ.")


class NotYourBody(NotAllowed):
    """Officers send and answer for their own body only."""

    code = "document_exchange.not_your_body"
    message = _("Chỉ cán bộ của cơ quan này được gửi và trả lời văn bản thay cơ quan.")


class NotYourAxis(NotAllowed):
    """Connecting installations and mending letters is an administrator's."""

    code = "document_exchange.not_your_axis"
    message = _("Chỉ quản trị của cơ quan được sửa danh bạ và các kết nối của trục.")


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


class InstallationUnreadable(Invalid):
    """A connection lacks something, or says it in a way that cannot be."""

    code = "document_exchange.installation_unreadable"
    message = _(
        "Kiểm tra lại kết nối: tên, mã gồm chữ thường, số và gạch nối, địa chỉ bắt đầu bằng https, "
        "chứng thư RSA từ 2048 bit dạng PEM."
    )


class InstallationKnown(Conflict):
    """Its code, or a certificate, belongs to one we know."""

    code = "document_exchange.installation_known"
    message = _("Hệ thống với mã hoặc chứng thư này đã có. Sửa kết nối cũ thay vì thêm mới.")


class InstallationNotFound(NotFound):
    """No installation has that code."""

    code = "document_exchange.installation_not_found"
    message = _("Không tìm thấy hệ thống này. Kiểm tra lại mã.")


class ParticipantKnown(Conflict):
    """A body is reached in one place only."""

    code = "document_exchange.participant_known"
    message = _("Cơ quan với mã này đã ở trong danh bạ, tại hệ thống khác.")


class OtherSideAway(Unavailable):
    """The other installation does not answer, or not as agreed."""

    code = "document_exchange.other_side_away"
    message = _("Hệ thống bên kia chưa trả lời. Văn bản được giữ lại và tự gửi tiếp.")


class FileNotTaken(Unavailable):
    """The other side does not take a file; other documents go on all the same."""

    code = "document_exchange.file_not_taken"
    message = _("Bên nhận chưa lấy được tệp kèm theo. Văn bản được giữ lại và tự gửi tiếp.")


# Messages of other systems.


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


class SignatureMissing(MessageFault):
    """Nobody signed."""

    code = "document_exchange.signature_missing"
    message = _("Thông điệp chưa ký số. Ký bằng chứng thư đã đăng ký rồi gửi lại.")


class SignatureMisshapen(MessageFault):
    """The signature covers something else than the whole message, or by another way than agreed."""

    code = "document_exchange.signature_misshapen"
    message = _(
        "Chữ ký số không đúng dạng: một chữ ký, một tham chiếu tới toàn bộ thông điệp, RSA hoặc ECDSA với SHA-256."
    )


class SignatureWrong(MessageFault):
    """The message was changed after it was signed, or signed with another key."""

    code = "document_exchange.signature_wrong"
    message = _("Chữ ký số không khớp với nội dung. Kiểm tra khóa ký, rồi ký và gửi lại.")


class CertificateUnknown(MessageFault):
    """The certificate is not the sender's."""

    code = "document_exchange.certificate_unknown"
    message = _(
        "Chứng thư trong chữ ký chưa được đăng ký cho nơi gửi. Đăng ký chứng thư với bên nhận trước."
    )


class CertificateExpired(MessageFault):
    """The certificate's time is over, has not begun, or was ended."""

    code = "document_exchange.certificate_expired"
    message = _(
        "Chứng thư của nơi gửi hết hạn, chưa có hiệu lực hoặc đã bị thu hồi. Đăng ký chứng thư mới."
    )


class ClockInFuture(MessageFault):
    """It says it was sent later than now."""

    code = "document_exchange.clock_in_future"
    message = _(
        "Thời gian gửi trong thông điệp ở tương lai. Chỉnh đồng hồ của hệ thống gửi rồi gửi lại."
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
