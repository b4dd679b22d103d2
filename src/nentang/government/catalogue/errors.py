"""What can go wrong in the catalogue."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class ProcedureNotFound(NotFound):
    """No procedure of that code holds on that day."""

    code = "catalogue.procedure_not_found"
    message = _("Không có thủ tục mã {procedure} trong danh mục.")


class BundleNotFound(NotFound):
    """There is no such draft, or it is another office's."""

    code = "catalogue.bundle_not_found"
    message = _("Không có bản soạn này, hoặc bản soạn thuộc cơ quan khác.")


class NotYourProcedure(NotAllowed):
    """Only the office that owns a procedure changes it."""

    code = "catalogue.not_your_procedure"
    message = _("Chỉ cơ quan phụ trách thủ tục được soạn và công bố thủ tục này.")


class FourEyes(NotAllowed):
    """Whoever wrote on a draft does not publish it."""

    code = "catalogue.four_eyes"
    message = _(
        "Người đã soạn không tự duyệt bản của mình. Mời lãnh đạo khác của cơ quan duyệt và công bố."
    )


class DraftNotOpen(Conflict):
    """The draft is with the approver, published or put away."""

    code = "catalogue.draft_not_open"
    message = _("Bản soạn không còn ở bước này. Tải lại trang để xem bản soạn đang ở đâu.")


class SheetChanged(Conflict):
    """Somebody else saved the same sheet meanwhile."""

    code = "catalogue.sheet_changed"
    message = _(
        "Người khác vừa lưu phần này. Điều vừa gõ vẫn còn bên dưới; so với bản mới rồi lưu lại."
    )


class SheetWrong(Invalid):
    """Something on the sheet cannot be kept as it was typed."""

    code = "catalogue.sheet_wrong"
    message = _("Có chỗ chưa đúng. Sửa các ô được đánh dấu rồi lưu lại.")


class BundleFaulty(Invalid):
    """The draft cannot be published as it is."""

    code = "catalogue.bundle_faulty"
    message = _("Bản soạn còn chỗ phải sửa trước khi trình và công bố.")


class BeginsTooEarly(Invalid):
    """A bundle begins on a later day, so that no dossier of today changes under somebody's hands."""

    code = "catalogue.begins_too_early"
    message = _("Ngày có hiệu lực phải sau ngày công bố.")


class FileUnreadable(Invalid):
    """The file that was handed in is no bundle."""

    code = "catalogue.file_unreadable"
    message = _("Chưa đọc được tệp này. Dùng tệp tải về từ trang này, sửa rồi gửi lại.")


class NothingChanged(Conflict):
    """The draft says what holds already."""

    code = "catalogue.nothing_changed"
    message = _("Bản soạn chưa khác gì bản đang có hiệu lực.")


class NoteMissing(Invalid):
    """A proposal says why, a return says what to mend."""

    code = "catalogue.note_missing"
    message = _("Ghi lý do để người nhận hiểu.")


class BaseOutdated(Conflict):
    """On its day another bundle will hold than the one that the draft was written from."""

    code = "catalogue.base_outdated"
    message = _(
        "Vào ngày {day} đã có bản khác có hiệu lực, không phải bản làm gốc. Cất bản này, soạn bản mới cho ngày đó."
    )
