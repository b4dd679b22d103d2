"""What people enter about how they are told things."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import Language
from .models import Preference


class PreferencesForm(forms.Form):
    """Language, ways, quiet hours."""

    language = forms.ChoiceField(label=_("Ngôn ngữ của thông báo"), choices=Language)
    takes_email = forms.BooleanField(label=_("Gửi thư điện tử"), required=False)
    takes_sms = forms.BooleanField(label=_("Gửi tin nhắn đến điện thoại"), required=False)
    takes_push = forms.BooleanField(
        label=_("Hiện thông báo trên máy đã đồng ý nhận"), required=False
    )
    quiet_from = forms.TimeField(
        label=_("Giờ yên tĩnh từ"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    quiet_to = forms.TimeField(
        label=_("Giờ yên tĩnh đến"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )

    @staticmethod
    def initial_of(preference: Preference) -> dict[str, object]:
        """What stands in the form before the person changes it."""
        names = ("language", "takes_email", "takes_sms", "takes_push", "quiet_from", "quiet_to")
        return {name: getattr(preference, name) for name in names}
