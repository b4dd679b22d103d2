"""What people enter to verify a document."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .rules.codes import parse_code


class CodeForm(forms.Form):
    """The code printed at the foot of a document, with or without its dash."""

    ma = forms.CharField(
        label=_("Mã xác minh"),
        max_length=20,
        help_text=_("Mười chữ và số in ở chân văn bản, ví dụ ABCDE-23456."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_ma(self) -> str:
        """The code without spaces and dashes."""
        code = parse_code(self.cleaned_data["ma"])
        if code is None:
            raise ValidationError(
                _("Mã gồm 10 chữ và số, không có chữ O, I và số 0, 1. Kiểm tra lại mã đã nhập.")
            )
        return code


class CopyForm(forms.Form):
    """A copy of the document that somebody holds."""

    tep = forms.FileField(
        label=_("Tệp cần kiểm tra"),
        help_text=_("Chọn tệp PDF đã nhận. Tệp chỉ được so với bản đã ký, không được lưu lại."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def clean_tep(self) -> Any:
        """The file, if it calls itself PDF."""
        file = self.cleaned_data["tep"]
        if not file.name.lower().endswith(".pdf"):
            raise ValidationError(_("Chọn tệp PDF. Ảnh chụp văn bản không so được."))
        return file
