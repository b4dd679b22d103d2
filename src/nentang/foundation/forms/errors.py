"""What forms refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class DraftNotFound(NotFound):
    """No such draft, or it belongs to somebody else."""

    code = "forms.draft_not_found"
    message = _("Không có bản nháp này, hoặc đã gửi đi. Xem trong hồ sơ của tôi.")


class StepNotFound(NotFound):
    """The form has no such step."""

    code = "forms.step_not_found"
    message = _("Tờ khai không có phần này. Mở lại bản nháp từ hồ sơ của tôi.")


class FormChanged(Conflict):
    """A published version was published again with another text."""

    code = "forms.form_changed"
    message = _("Mẫu {form} đã công bố với nội dung khác. Tăng số phiên bản rồi công bố lại.")


class FormNotFound(NotFound):
    """No such version is published."""

    code = "forms.form_not_found"
    message = _("Chưa có biểu mẫu này. Kiểm tra lại mã và số phiên bản.")


class FormFaulty(Invalid):
    """A form that nobody could fill in is not published."""

    code = "forms.form_faulty"
    message = _("Mẫu {form} còn lỗi nên chưa công bố được: {faults}.")


class PublishingNotAllowed(NotAllowed):
    """Only the installation itself and administrators publish forms."""

    code = "forms.publishing_not_allowed"
    message = _("Chỉ người quản trị mới công bố được biểu mẫu.")


class SignInToSave(NotAllowed):
    """A draft belongs to an account."""

    code = "forms.sign_in_to_save"
    message = _("Đăng nhập để phần đã khai được lưu lại.")


class DraftIncomplete(Invalid):
    """Something is missing or wrong; `fields` says what and where."""

    code = "forms.draft_incomplete"
    message = _("Còn chỗ chưa khai xong. Sửa các ô được đánh dấu rồi gửi lại.")


class DraftTooBig(Invalid):
    """More than a form may hold; what was saved before is still there."""

    code = "forms.draft_too_big"
    message = _("Dài quá {limit} KB nên lần này chưa lưu. Rút ngắn, hoặc gửi thành tệp kèm theo.")
