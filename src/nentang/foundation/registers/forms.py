"""What officers fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

PURPOSES = (
    ("case", _("Giải quyết hồ sơ")),
    ("check", _("Đối chiếu, rà soát dữ liệu")),
    ("answer", _("Trả lời cơ quan có thẩm quyền")),
)


class PurposeForm(forms.Form):
    """Why a record is read."""

    purpose = forms.ChoiceField(
        label=_("Xem để làm gì"), choices=PURPOSES, widget=forms.RadioSelect
    )
    reference = forms.CharField(
        label=_("Mã hồ sơ hoặc số văn bản"),
        max_length=80,
        help_text=_("Người có tên trong bản ghi sẽ thấy lần xem này cùng lý do."),
    )

    @property
    def words(self) -> str:
        """The purpose as the audit has it."""
        title = dict(PURPOSES)[self.cleaned_data["purpose"]]
        return f"{title}: {self.cleaned_data['reference']}"


class MomentForm(forms.Form):
    """Which day, and as known when."""

    on = forms.DateField(
        label=_("Đúng vào ngày"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    known = forms.DateField(
        label=_("Theo hiểu biết đến hết ngày"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class TableForm(forms.Form):
    """A table to take in."""

    file = forms.FileField(
        label=_("Tệp CSV, JSON (cả JSON Lines) hoặc GeoJSON"),
        widget=forms.FileInput(attrs={"accept": ".csv,.json,.jsonl,.ndjson,.geojson"}),
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
