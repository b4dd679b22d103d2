"""What linked procedures refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, NotAllowed, NotFound


class ChainNotFound(NotFound):
    """No such linked matter, or the caller may not know of it."""

    code = "linked.chain_not_found"
    message = _("Không tìm thấy việc liên thông này. Kiểm tra lại mã trên giấy hẹn.")


class KindNotFound(NotFound):
    """Procedures are not linked in that way on that day."""

    code = "linked.kind_not_found"
    message = _("Ngày này chưa làm gộp được các việc đó. Làm từng thủ tục trong danh mục.")


class PartNotFound(NotFound):
    """The linked matter has no such part."""

    code = "linked.part_not_found"
    message = _("Không có phần việc này. Mở lại trang của việc liên thông.")


class NotForCompanies(NotAllowed):
    """A company is not born and does not die."""

    code = "linked.not_for_companies"
    message = _("Việc này của người, không của tổ chức. Chọn làm cho chính mình rồi khai lại.")


class NothingToWithdraw(Conflict):
    """Every part has begun or is withdrawn."""

    code = "linked.nothing_to_withdraw"
    message = _("Không còn phần nào chưa bắt đầu. Phần đã bắt đầu thì rút ở trang hồ sơ của nó.")


class PartGoesItsWay(Conflict):
    """The part is under way, done or withdrawn; nothing is to be done by hand."""

    code = "linked.part_goes_its_way"
    message = _("Phần này đang chạy hoặc đã xong, không cần khai thêm. Tải lại trang để xem.")


class FormRenewed(Conflict):
    """One of the procedures asks by another form since the draft was begun."""

    code = "linked.form_renewed"
    message = _("Tờ khai đã có mẫu mới. Những điều đã khai vẫn còn; xem lại các câu rồi gửi.")


class BodyMissing(Conflict):
    """The body that receives the part is not in this system."""

    code = "linked.body_missing"
    message = _(
        "Cơ quan nhận việc này chưa có trong hệ thống. Mang kết quả đã có đến cơ quan đó để làm tiếp."
    )
