"""What officers type, made from what the books ask."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import BookKind, Standing
from .registry import BOOKS, CHOICES, LONGEST, PAPER_KINDS, REGISTERED, BookField

WHEN = _("Ngày/tháng/năm, hoặc chỉ năm")


def field_for(asked: BookField, *, is_required: bool | None = None) -> forms.Field:
    """The form's field for one thing that a book asks."""
    must = asked.is_required if is_required is None else is_required
    if choices := CHOICES.get(asked.way.name):
        return forms.ChoiceField(
            label=str(asked.title), choices=[("", "–"), *choices.choices], required=must
        )
    attrs = {"autocomplete": "off"}
    if asked.way.name in ("partial", "day", "number"):
        attrs |= {"class": "short"}
    if asked.way.name == "number":
        attrs |= {"inputmode": "numeric"}
    return forms.CharField(
        label=str(asked.title),
        required=must,
        max_length=LONGEST,
        help_text=WHEN if asked.way.name == "partial" else "",
        widget=forms.TextInput(attrs=attrs),
    )


class TypedForm(forms.Form):
    """Texts as they were typed; the book itself reads and judges them."""

    def typed(self) -> dict[str, str]:
        """By column, empty ones too."""
        return {name: str(value) for name, value in self.cleaned_data.items()}


class EntryForm(TypedForm):
    """An entry of a book. With `past` also where it stands on paper."""

    def __init__(self, kind: str, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields = {each.name: field_for(each) for each in BOOKS[kind].fields}


class LineForm(EntryForm):
    """A line of a paper book."""

    def __init__(self, kind: str, *args: object, **kwargs: object) -> None:
        super().__init__(kind, *args, **kwargs)
        self.fields = {REGISTERED.name: field_for(REGISTERED), **self.fields}
        self.fields[REGISTERED.name].widget.attrs["autofocus"] = True


class PastForm(TypedForm):
    """Where an old entry stands on paper."""

    number = forms.IntegerField(label=_("Số"), min_value=1, max_value=999_999)
    volume = forms.IntegerField(label=_("Quyển"), min_value=1, max_value=999, initial=1)
    registered_on = forms.DateField(
        label=_("Ngày đăng ký"),
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ChangeForm(TypedForm):
    """What an entry says anew: only fields that were typed otherwise count."""

    act = forms.ChoiceField(
        label=_("Loại việc"),
        choices=(
            ("change", _("Thay đổi: đúng từ hôm nay")),
            ("correction", _("Cải chính: trước đã ghi sai")),
        ),
        widget=forms.RadioSelect,
    )
    decision = forms.CharField(
        label=_("Căn cứ"), max_length=200, help_text=_("Số, ngày, cơ quan ra quyết định.")
    )
    dossier = forms.CharField(label=_("Mã hồ sơ"), max_length=40, required=False)

    def __init__(self, fields: Iterable[BookField], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        asked = {each.name: field_for(each, is_required=False) for each in fields}
        self.fields = {**asked, **self.fields}


class EndForm(forms.Form):
    """When and by what something ended."""

    ended_on = forms.DateField(
        label=_("Từ ngày"),
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    decision = forms.CharField(
        label=_("Căn cứ"), max_length=200, help_text=_("Số, ngày, cơ quan ra quyết định.")
    )


class EndMarriageForm(EndForm):
    """How a marriage ended."""

    state = forms.ChoiceField(
        label=_("Chấm dứt vì"),
        choices=[(each.value, each.label) for each in (Standing.DIVORCED, Standing.ANNULLED)],
        widget=forms.RadioSelect,
    )
    field_order = ("state", "ended_on", "decision")


class PurposeForm(forms.Form):
    """For whom and what an extract is."""

    purpose = forms.CharField(
        label=_("Cấp cho ai, để làm gì"),
        max_length=200,
        help_text=_("Người có tên trong bản ghi sẽ thấy lần xem này cùng lý do."),
    )


class PaperBookForm(forms.Form):
    """A paper book to take in."""

    kind = forms.ChoiceField(
        label=_("Loại sổ"), choices=[(kind.value, BookKind(kind).label) for kind in PAPER_KINDS]
    )
    year = forms.IntegerField(label=_("Năm"), min_value=1900, max_value=2100)
    volume = forms.IntegerField(label=_("Quyển"), min_value=1, max_value=999, initial=1)
    first = forms.IntegerField(label=_("Từ số"), min_value=1, max_value=999_999, initial=1)
    lines = forms.IntegerField(label=_("Số việc trong quyển"), min_value=1, max_value=1000)


class NoteForm(forms.Form):
    """Why a line cannot be read."""

    note = forms.CharField(label=_("Vì sao không đọc được"), max_length=200)
