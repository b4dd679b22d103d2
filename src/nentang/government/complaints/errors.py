"""What complaints refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class ComplaintNotFound(NotFound):
    """No complaint has that code, or the caller may not know of it."""

    code = "complaints.complaint_not_found"
    message = _("Không tìm thấy khiếu nại này. Kiểm tra lại mã.")


class ExplanationNotFound(NotFound):
    """Nobody was asked under that code, or the caller may not know of it."""

    code = "complaints.explanation_not_found"
    message = _("Không tìm thấy yêu cầu giải trình này. Kiểm tra lại mã.")


class NothingToComplainAbout(Conflict):
    """The dossier is neither late nor decided, or the days to complain are over."""

    code = "complaints.nothing_to_complain_about"
    message = _(
        "Lúc này chưa có gì để khiếu nại về hồ sơ, hoặc đã hết ngày khiếu nại. Xem thời hạn trong trang hồ sơ."
    )


class AlreadyComplained(Conflict):
    """One complaint stands about a matter of a dossier at a time."""

    code = "complaints.already_complained"
    message = _(
        "Đã có khiếu nại {code} về việc này, lời vừa viết chưa gửi. Mở khiếu nại ấy để theo dõi, hoặc chọn điều khác."
    )


class AboutMissing(Invalid):
    """A complaint is about one of the matters offered."""

    code = "complaints.about_missing"
    message = _("Chọn một điều muốn khiếu nại trong danh sách.")


class StatementMissing(Invalid):
    """A complaint says what happened, and what is asked for."""

    code = "complaints.statement_missing"
    message = _("Kể việc đã xảy ra và ghi điều ông bà, anh chị đề nghị.")


class TooManyFiles(Invalid):
    """So many files come with one complaint at most."""

    code = "complaints.too_many_files"
    message = _("Gửi nhiều nhất {most} tệp. Bỏ bớt rồi gửi lại.")


class ReasonMissing(Invalid):
    """What an office writes here is read by the person who complained."""

    code = "complaints.reason_missing"
    message = _("Ghi rõ lý do để người khiếu nại hiểu.")


class VerdictMissing(Invalid):
    """A decision says whether the complaint was right, and what follows."""

    code = "complaints.verdict_missing"
    message = _("Chọn kết luận đúng, đúng một phần hoặc sai, và việc phải làm với hồ sơ.")


class DialogueInFuture(Invalid):
    """A dialogue is noted once it was held, and not before the complaint came in."""

    code = "complaints.dialogue_in_future"
    message = _("Ghi ngày đã đối thoại: từ ngày nhận khiếu nại đến hôm nay.")


class NotYourComplaint(NotAllowed):
    """The officer has no role for this in the body that settles the complaint."""

    code = "complaints.not_your_complaint"
    message = _("Khiếu nại do cơ quan hoặc vai trò khác giải quyết. Chuyển cho đúng người.")


class WorkedOnIt(NotAllowed):
    """Whoever took part in what is complained about does not handle the complaint."""

    code = "complaints.worked_on_it"
    message = _(
        "Anh chị đã xử lý hồ sơ hoặc lần khiếu nại trước nên không được giải quyết khiếu nại này. "
        "Giao cho người khác."
    )


class AlreadyExtended(Conflict):
    """The term of a complex matter is longer once."""

    code = "complaints.already_extended"
    message = _("Thời hạn đã tính theo vụ việc phức tạp rồi, không kéo dài thêm được.")


class AlreadyAsked(Conflict):
    """One explanation is waited for at a time."""

    code = "complaints.already_asked"
    message = _("Đang chờ giải trình, có trả lời rồi mới hỏi tiếp.")


class SecondNotOpen(Conflict):
    """The first complaint is not decided and its time not over, or the days for a second are over."""

    code = "complaints.second_not_open"
    message = _(
        "Khiếu nại lần hai mở khi đã có quyết định lần đầu hoặc quá hạn giải quyết, và còn trong thời hạn."
    )


class NobodyAbove(Conflict):
    """No superior body is recorded."""

    code = "complaints.nobody_above"
    message = _(
        "Hệ thống chưa ghi cơ quan cấp trên của nơi này. Gửi đơn lần hai trực tiếp ở trụ sở tiếp công dân."
    )


class ChangedMeanwhile(Conflict):
    """Somebody took a step on the complaint since the page was shown."""

    code = "complaints.changed_meanwhile"
    message = _("Người khác vừa xử lý khiếu nại này. Xem lại rồi làm tiếp.")
