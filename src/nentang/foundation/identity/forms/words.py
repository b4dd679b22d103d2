"""Labels of allauth's forms in our words."""

from typing import Any

from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _

_LABELS = {
    "login": _("Tên đăng nhập hoặc số định danh cá nhân"),
    "password": _("Mật khẩu"),
    "oldpassword": _("Mật khẩu hiện tại"),
    "password1": _("Mật khẩu mới"),
    "password2": _("Nhập lại mật khẩu mới"),
    "email": _("Thư điện tử đã khai với cơ quan"),
    "code": _("Mã 6 chữ số trong ứng dụng, hoặc một mã dự phòng"),
    "name": _("Tên để nhận ra khóa này"),
    "passwordless": _("Dùng khóa này để đăng nhập không cần mật khẩu"),
}


class OurWords:
    """Labels in our words above the fields, no placeholder in them, no help in English."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = _LABELS.get(name, field.label)
            field.help_text = ""
            field.widget.attrs.pop("placeholder", None)
        let_show_passwords(self.fields)


def let_show_passwords(fields: dict[str, forms.Field]) -> None:
    """What is typed may be looked at: by a button, or without script by the address `?hien=1`."""
    is_shown = context.request is not None and "hien" in context.request.GET
    for field in fields.values():
        if not isinstance(field.widget, forms.PasswordInput):
            continue
        field.widget.attrs |= {"data-show": _("Hiện mật khẩu"), "data-hide": _("Ẩn mật khẩu")}
        if field.widget.attrs.get("autocomplete") == "new-password":
            field.widget.attrs["data-meter"] = _("Dễ đoán|Tạm được|Mạnh")
        if is_shown:
            field.widget.input_type = "text"
