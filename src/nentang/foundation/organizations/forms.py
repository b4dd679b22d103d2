"""What people type to find a place."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _


class PlaceSearchForm(forms.Form):
    """A place in plain words, and the day for which it is asked."""

    q = forms.CharField(label=_("Tên xã, phường, huyện, tỉnh"), max_length=100, required=False)
    ngay = forms.DateField(
        label=_("Tính vào ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Ngày chưa đúng. Viết như 2025-07-01.")},
    )

    def words_and_day(self, today: date) -> tuple[str, date]:
        """What is looked for, and the day: today unless a readable one was given."""
        self.is_valid()
        return self.cleaned_data.get("q", ""), self.cleaned_data.get("ngay") or today
