"""What a leader sends to order a pack."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))


class OrderForm(forms.Form):
    """A place and a day of those that may be chosen."""

    place = forms.ChoiceField(label=_("Nơi"))
    day = forms.ChoiceField(
        label=_("Số liệu đến ngày"), help_text=_("Mười hai tháng tính đến ngày này.")
    )
    language = forms.ChoiceField(label=_("Viết bằng"), choices=LANGUAGES, initial="vi")

    def __init__(
        self,
        *given: Any,
        places: list[tuple[str, str]],
        days: list[tuple[str, str]],
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        for name, choices in (("place", places), ("day", days)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
            field.choices = choices
