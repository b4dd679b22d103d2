"""What can go wrong with places and bodies."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class UnitNotFound(NotFound):
    """No administrative unit carries that code on that day."""

    code = "organizations.unit_not_found"
    message = _(
        "Ngày {day} không có đơn vị hành chính mã {code}. Kiểm tra lại mã hoặc chọn ngày khác."
    )


class OrganizationNotFound(NotFound):
    """There is no such body on that day."""

    code = "organizations.organization_not_found"
    message = _("Không tìm thấy cơ quan này. Kiểm tra lại mã hoặc chọn ngày khác.")


class OrganizationCodeTaken(Conflict):
    """Another body carries the code on some of those days."""

    code = "organizations.organization_code_taken"
    message = _(
        "Mã {code} đang là mã của cơ quan khác. Chọn mã khác hoặc cho cơ quan kia kết thúc trước."
    )


class OrganizationNotActive(Conflict):
    """The body has already ended, or does not exist on that day."""

    code = "organizations.organization_not_active"
    message = _("Cơ quan không hoạt động vào ngày {day}. Chọn ngày trong thời gian hoạt động.")


class SuccessorUnfit(Invalid):
    """A body cannot take over from itself, nor while it does not exist."""

    code = "organizations.successor_unfit"
    message = _(
        "Cơ quan này không thể kế thừa cơ quan kia. Chọn cơ quan khác đang hoạt động vào ngày {day}."
    )


class OrganizationIncomplete(Invalid):
    """Something that the body needs is missing or contradicts its level."""

    code = "organizations.organization_incomplete"
    message = _(
        "Chưa đủ thông tin về cơ quan. Điền tên, và địa bàn nếu không phải cơ quan trung ương."
    )


class NotAdministrator(NotAllowed):
    """Only an administrator of a body above may do this."""

    code = "organizations.not_administrator"
    message = _(
        "Chỉ quản trị viên của cơ quan cấp trên mới làm được việc này. Hãy nhờ quản trị viên."
    )


class GeographyInconsistent(Invalid):
    """The geography files contradict themselves or their law; nothing was loaded."""

    code = "organizations.geography_inconsistent"
    message = _("Dữ liệu địa giới chưa nhất quán: {finding}. Chưa nạp gì, hãy sửa tệp dữ liệu.")
