"""What people and officers type."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import RequestKind
from .queries import bodies_in_charge
from .rules.requests import answering_on


class RequestForm(forms.Form):
    """What somebody asks about their data, of which body."""

    kind = forms.ChoiceField(
        label=_("Muốn cơ quan làm gì"), choices=RequestKind.choices, widget=forms.RadioSelect
    )
    organization = forms.ChoiceField(label=_("Cơ quan"))
    about = forms.CharField(
        label=_("Mã hồ sơ, nếu chỉ về một hồ sơ"), max_length=40, required=False
    )
    words = forms.CharField(
        label=_("Nói rõ hơn"),
        help_text=_("Dữ liệu nào, sai ở đâu, đúng là gì, hoặc vì sao không muốn cơ quan dùng."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = answering_on(on).value.kinds
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (kind.value, kind.label) for kind in RequestKind if kind in kinds
        ]
        self.fields["organization"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (body.pk, body.name) for body in bodies_in_charge(on)
        ]


class HoldForm(forms.Form):
    """Which case is kept from erasure, why, until when."""

    case_code = forms.CharField(label=_("Mã việc"), max_length=40)
    reason = forms.CharField(
        label=_("Lý do"),
        help_text=_("Tranh chấp, khiếu nại, yêu cầu của toà án. Không ghi tên ai."),
        max_length=500,
    )
    until_on = forms.DateField(
        label=_("Giữ đến trước ngày"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
