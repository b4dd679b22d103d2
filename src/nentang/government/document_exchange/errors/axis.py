"""What is refused to those who connect, and what stands between installations."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable


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
