"""What people type about themselves, for whom they act, and who is an officer."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.registry import roles

from .words import let_show_passwords

TYPED_DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")
"""Ways in which people write a day; a birth long ago is quicker typed than found in a calendar."""


def _day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SignUpForm(forms.Form):
    """Who somebody is, as on their card, and a password."""

    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    personal_number = forms.CharField(
        label=_("Số định danh cá nhân"),
        help_text=_("12 chữ số trên thẻ căn cước"),
        max_length=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    birth_on = forms.DateField(
        label=_("Ngày sinh"),
        help_text=_("Ví dụ 5/9/1960"),
        input_formats=TYPED_DAYS,
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"autocomplete": "bday", "class": "short"}),
    )
    phone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        help_text=_("Ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt nhất."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_show_passwords(self.fields)


class MandateForm(forms.Form):
    """Whom somebody lets act for them, for what, until when."""

    agent_number = forms.CharField(label=_("Số định danh của người làm thay"), max_length=15)
    agent_name = forms.CharField(label=_("Họ và tên người đó"), max_length=120)
    scope = forms.ChoiceField(
        label=_("Được làm gì"),
        choices=[("services.", _("Chỉ nộp và theo dõi hồ sơ")), ("", _("Mọi việc trên cổng"))],
        initial="services.",
        required=False,
    )
    valid_to = forms.DateField(label=_("Hết hiệu lực từ ngày"), widget=_day_input())
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, initial=_("Tôi ủy quyền trên cổng này")
    )


class VerifyForm(forms.Form):
    """Whom an officer has in front of them, and what was compared."""

    number = forms.CharField(label=_("Số định danh cá nhân trên thẻ"), max_length=15)
    full_name = forms.CharField(label=_("Họ và tên trên thẻ"), max_length=120)
    basis = forms.CharField(
        label=_("Đã đối chiếu"), max_length=200, initial=_("Thẻ căn cước và gương mặt")
    )


class AppointmentForm(forms.Form):
    """Who works where, as what, from when."""

    account = forms.CharField(label=_("Tên đăng nhập hoặc số định danh"), max_length=150)
    role = forms.ChoiceField(label=_("Vai trò"))
    organization = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int)
    valid_from = forms.DateField(label=_("Từ ngày"), widget=_day_input())
    valid_to = forms.DateField(label=_("Hết hiệu lực từ ngày"), required=False, widget=_day_input())

    def __init__(
        self, *args: Any, organizations: Sequence[tuple[int, str]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.name, role.title) for role in roles()]  # type: ignore[attr-defined] # a ChoiceField
        self.fields["organization"].choices = organizations  # type: ignore[attr-defined] # a ChoiceField
        self.fields["valid_from"].initial = today
