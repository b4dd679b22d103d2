"""What officers enter about documents."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.public import Account

from .enums import Channel, NumberingWay, Secrecy, Urgency
from .rules.draft import LONGEST_SUMMARY, LONGEST_TEXT
from .rules.types import types_on


class DayInput(forms.DateInput):
    """A day as the browser offers it."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"type": "date"})


def people(found: Sequence[Account]) -> list[tuple[int, str]]:
    """Choices of colleagues."""
    return [(each.pk, each.display_name) for each in found]


class DraftForm(forms.Form):
    """A document that is drafted."""

    type_code = forms.ChoiceField(label=_("Loại văn bản"))
    unit = forms.CharField(
        label=_("Ký hiệu đơn vị soạn thảo"),
        required=False,
        max_length=20,
        help_text=_("Chữ viết tắt như VX, VP. Công văn bắt buộc phải có."),
    )
    summary = forms.CharField(
        label=_("Trích yếu"),
        max_length=LONGEST_SUMMARY,
        help_text=_("Một câu nói văn bản về việc gì."),
        error_messages={"required": _("Ghi trích yếu: văn bản nói về việc gì.")},
    )
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        help_text=_(
            "Mỗi đoạn một dòng. Dòng căn cứ, «QUYẾT ĐỊNH:» và «Điều 1.» được trình bày đúng thể thức."
        ),
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    recipients = forms.CharField(
        label=_("Nơi nhận"),
        max_length=20_000,
        help_text=_(
            "Mỗi nơi một dòng. Ghi đúng tên cơ quan thì văn bản được gửi qua mạng ngay khi đóng dấu."
        ),
        error_messages={"required": _("Ghi ít nhất một nơi nhận.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    signer = forms.TypedChoiceField(label=_("Người ký"), coerce=int)
    authority = forms.CharField(
        label=_("Ký thay mặt, ký thay"),
        required=False,
        max_length=120,
        help_text=_("Ví dụ TM. Ủy ban nhân dân, KT. Chủ tịch. Người đứng đầu ký thì để trống."),
    )
    position = forms.CharField(
        label=_("Chức vụ người ký"),
        max_length=120,
        error_messages={"required": _("Ghi chức vụ của người ký.")},
    )
    urgency = forms.ChoiceField(label=_("Mức độ khẩn"), choices=Urgency)
    secrecy = forms.ChoiceField(label=_("Độ mật"), choices=Secrecy)

    def __init__(self, *args: Any, on: date, signers: Sequence[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "vi"
        types = [(each.code, each.name(language)) for each in types_on(on).values()]
        self.fields["type_code"].choices = types  # type: ignore[attr-defined] # a choice field
        self.fields["signer"].choices = people(signers)  # type: ignore[attr-defined] # likewise


class ArrivalForm(forms.Form):
    """A document that came on paper or by e-mail."""

    channel = forms.ChoiceField(
        label=_("Cách nhận"), choices=[c for c in Channel.choices if c[0] != Channel.AXIS]
    )
    sender_name = forms.CharField(
        label=_("Nơi gửi"),
        max_length=200,
        error_messages={"required": _("Ghi cơ quan hoặc người gửi văn bản.")},
    )
    number = forms.CharField(
        label=_("Số, ký hiệu"), required=False, max_length=60, help_text=_("Ví dụ 12/QĐ-UBND.")
    )
    issued_on = forms.DateField(label=_("Ngày của văn bản"), required=False, widget=DayInput())
    type_name = forms.ChoiceField(label=_("Loại văn bản"))
    summary = forms.CharField(
        label=_("Trích yếu"),
        max_length=LONGEST_SUMMARY,
        error_messages={"required": _("Ghi trích yếu: văn bản nói về việc gì.")},
    )
    urgency = forms.ChoiceField(label=_("Mức độ khẩn"), choices=Urgency)
    secrecy = forms.ChoiceField(label=_("Độ mật"), choices=Secrecy)
    answer_by = forms.DateField(
        label=_("Nơi gửi đề nghị trả lời trước ngày"), required=False, widget=DayInput()
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(each.name_vi, each.name_vi) for each in types_on(on).values()]
        self.fields["type_name"].choices = [  # type: ignore[attr-defined] # a choice field
            ("Công văn", "Công văn"),
            *(each for each in names if each[0] != "Công văn"),
            ("Đơn, thư", _("Đơn, thư")),
        ]


class WorkFileForm(forms.Form):
    """A work file that is opened."""

    title = forms.CharField(
        label=_("Tên hồ sơ"),
        max_length=300,
        help_text=_("Việc gì, năm nào. Ví dụ: Chuyển đổi số của xã năm 2020."),
        error_messages={"required": _("Ghi tên hồ sơ: việc gì, năm nào.")},
    )
    retention_years = forms.TypedChoiceField(label=_("Thời hạn bảo quản"), coerce=int)

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["retention_years"].choices = [  # type: ignore[attr-defined] # a choice field
            (each, retention_words(each)) for each in years
        ]


class NotationForm(forms.Form):
    """How a body is called in its numbers, and how it numbers."""

    notation = forms.CharField(
        label=_("Ký hiệu cơ quan"),
        max_length=20,
        help_text=_("Chữ in hoa, như trong «12/QĐ-UBND»."),
        error_messages={"required": _("Ký hiệu cơ quan gồm 1 đến 20 chữ in hoa, ví dụ UBND.")},
    )
    numbering = forms.ChoiceField(
        label=_("Cách đánh số"), choices=NumberingWay, widget=forms.RadioSelect
    )


def retention_words(years: int) -> str:
    """`10 năm`, or for ever."""
    return str(_("{years} năm")).format(years=years) if years else str(_("Vĩnh viễn"))
