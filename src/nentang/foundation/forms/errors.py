"""What forms refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, NotFound


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
