"""What civil status refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class EntryRefused(Conflict):
    """The law or the registers stand against the entry."""

    code = "civil_status.entry_refused"
    message = _("Chưa ghi được vào sổ: {reasons} Xem lại rồi ghi tiếp.")


class EntryUnreadable(Invalid):
    """A value cannot be what the column says."""

    code = "civil_status.entry_unreadable"
    message = _("{column} chưa đúng: {rule}. Xem lại rồi ghi tiếp.")


class NumberUsed(Conflict):
    """The book has an entry of that number that says something else."""

    code = "civil_status.number_used"
    message = _("Sổ đã có việc khác mang số này. Xem lại số, quyển và năm.")


class DossierNotReady(Conflict):
    """Only a granted dossier is written into a book; only an open birth dossier gets a number."""

    code = "civil_status.dossier_not_ready"
    message = _("Hồ sơ chưa ở bước này. Xem lại trang hồ sơ rồi làm tiếp.")


class BookNotFound(NotFound):
    """No paper book has that number, or it is kept elsewhere."""

    code = "civil_status.book_not_found"
    message = _("Không tìm thấy quyển sổ này ở cơ quan anh chị.")


class LineNotFound(NotFound):
    """The paper book has no such line."""

    code = "civil_status.line_not_found"
    message = _("Quyển sổ không có số này. Số đi từ 1 đến hết quyển.")


class LineSettled(Conflict):
    """The line was typed twice and settled already."""

    code = "civil_status.line_settled"
    message = _("Dòng này đã nhập xong. Sang dòng tiếp theo.")


class SecondPairOfEyes(Conflict):
    """Whoever typed a line first does not check it."""

    code = "civil_status.second_pair_of_eyes"
    message = _("Anh chị đã nhập dòng này. Người khác phải nhập lần thứ hai.")


class NothingChanged(Invalid):
    """A change says something else than what is held."""

    code = "civil_status.nothing_changed"
    message = _("Nội dung mới trùng nội dung đang ghi. Không có gì để thay đổi.")


class NotMarried(Conflict):
    """Only a marriage that stands ends."""

    code = "civil_status.not_married"
    message = _("Hôn nhân này đã chấm dứt từ trước. Xem lại lịch sử bản ghi.")
