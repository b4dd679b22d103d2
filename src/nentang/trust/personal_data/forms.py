"""What people and officers type."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import holdings
from nentang.foundation.organizations.public import Organization

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


class BreachForm(forms.Form):
    """What leaked, whose, since when it is known, what is done about it."""

    organization = forms.ChoiceField(label=_("Cơ quan"))
    what = forms.CharField(
        label=_("Chuyện gì đã xảy ra"),
        help_text=_("Khi nào, ở hệ thống nào, dữ liệu bị lộ, mất hay dùng sai. Không ghi tên ai."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    places = forms.MultipleChoiceField(label=_("Dữ liệu nào"), widget=forms.CheckboxSelectMultiple)
    people = forms.IntegerField(label=_("Bao nhiêu người bị ảnh hưởng"), min_value=0)
    found_at = forms.DateTimeField(
        label=_("Phát hiện lúc"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    measures = forms.CharField(
        label=_("Đã và đang làm gì"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, bodies: list[Organization], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organization"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (body.pk, body.name) for body in bodies
        ]
        self.fields["places"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (holding.label, holding.title)
            for holding in holdings()
            if holding.model.PERSONAL_DATA  # type: ignore[attr-defined]  # every model says it
        ]

    def recorded(self) -> dict[str, Any]:
        """What the action takes."""
        entered = dict(self.cleaned_data)
        number = int(entered.pop("organization"))
        return entered | {"organization_id": number}
