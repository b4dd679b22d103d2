"""The form on the page of components."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExampleForm(forms.Form):
    """One field of each kind; nothing is sent anywhere."""

    name = forms.CharField(
        label=_("Tên của bé"),
        help_text=_("Viết có dấu, như trên giấy chứng sinh."),
        error_messages={"required": _("Điền tên của bé.")},
    )
    birth_on = forms.DateField(
        label=_("Ngày sinh"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Ngày này không có trên lịch.")},
    )
    place = forms.ChoiceField(
        label=_("Nơi sinh"),
        choices=[("hospital", _("Bệnh viện")), ("station", _("Trạm y tế")), ("home", _("Ở nhà"))],
    )
    sex = forms.ChoiceField(
        label=_("Giới tính"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một trong hai.")},
        choices=[("f", _("Nữ")), ("m", _("Nam"))],
    )
    note = forms.CharField(
        label=_("Dặn thêm"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    by_post = forms.BooleanField(label=_("Gửi giấy khai sinh qua bưu điện"), required=False)
