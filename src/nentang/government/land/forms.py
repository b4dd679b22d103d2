"""What officers fill in when a parcel changes."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Basis, BasisKind
from nentang.kernel.errors import DomainError
from nentang.kernel.identifiers import parse_personal_number

from .enums import Origin
from .rules.shares import read_share

GIVEN = (Origin.SOLD, Origin.GIVEN, Origin.INHERITED, Origin.ALLOCATED, Origin.LEASED)
PERSONAL = {"class": "short", "inputmode": "numeric", "autocomplete": "off"}


class BasisForm(forms.Form):
    """The document behind a change."""

    document = forms.CharField(
        label=_("Căn cứ để ghi"),
        max_length=80,
        help_text=_("Mã hồ sơ hoặc số, ký hiệu văn bản"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def basis(self) -> Basis:
        """What stands behind the change."""
        return Basis(BasisKind.DOCUMENT, self.cleaned_data["document"])


class ChangeForm(BasisForm):
    """A change, with the day from which it holds."""

    valid_from = forms.DateField(
        label=_("Có hiệu lực từ ngày"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PersonalNumberField(forms.CharField):
    """A personal number that can be one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, widget=forms.TextInput(attrs=PERSONAL), **kwargs)

    def clean(self, value: Any) -> str:
        """The number in twelve digits; empty where it may be."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return parse_personal_number(text).text
        except DomainError as refused:
            raise forms.ValidationError(refused.sentence) from refused


class TransferForm(ChangeForm):
    """Who gives what part to whom."""

    giver = forms.ChoiceField(label=_("Người chuyển"), widget=forms.RadioSelect)
    part = forms.CharField(
        label=_("Phần chuyển"),
        required=False,
        max_length=40,
        help_text=_("Như 1/2 của cả thửa; để trống là chuyển hết phần của người này"),
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
    )
    taker = PersonalNumberField(label=_("Số định danh người nhận"), required=False)
    spouse = PersonalNumberField(
        label=_("Số định danh vợ hoặc chồng người nhận"),
        required=False,
        help_text=_("Chỉ ghi khi hai người nhận chung"),
    )
    organization_name = forms.CharField(
        label=_("Hoặc tên tổ chức nhận"), required=False, max_length=200
    )
    organization_code = forms.CharField(
        label=_("Mã số thuế của tổ chức"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    origin = forms.ChoiceField(
        label=_("Nhận bằng cách nào"), choices=[(each.value, each.label) for each in GIVEN]
    )

    def __init__(self, givers: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Tất cả, cả thửa")), *givers] if len(givers) > 1 else list(givers)
        self.fields["giver"].choices = choices  # type: ignore[attr-defined] # a choice field
        self.fields["giver"].required = len(givers) == 1
        if len(givers) == 1:
            self.fields["giver"].initial = givers[0][0]
        self.order_fields(
            ["giver", "part", "taker", "spouse", "organization_name", "organization_code", "origin"]
        )

    def clean_part(self) -> Fraction | None:
        """The part of the whole; None where all that the giver has is meant."""
        text = self.cleaned_data["part"]
        if not text:
            return None
        try:
            return read_share(text)
        except DomainError as refused:
            raise forms.ValidationError(refused.sentence) from refused

    def clean(self) -> dict[str, Any]:
        """Somebody takes it: one person, two spouses, or an organisation."""
        said = super().clean() or self.cleaned_data
        people, body = said.get("taker"), said.get("organization_name")
        if not self.errors and bool(people) == bool(body):
            self.add_error("taker", _("Ghi một người nhận, hoặc một tổ chức nhận."))
        if said.get("spouse") and not people:
            self.add_error("spouse", _("Ghi người nhận trước."))
        return said


class CertificateForm(ChangeForm):
    """A certificate."""

    serial = forms.CharField(
        label=_("Số phát hành"),
        max_length=12,
        help_text=_("Hai chữ cái và 6 hoặc 8 chữ số in trên phôi giấy"),
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
    )
    book_number = forms.CharField(label=_("Số vào sổ"), max_length=20)
    issued_by = forms.CharField(label=_("Nơi cấp"), max_length=200)


class MortgageForm(ChangeForm):
    """A pledge."""

    number = forms.CharField(label=_("Số đăng ký thế chấp"), max_length=60)
    lender = forms.CharField(label=_("Bên nhận thế chấp"), max_length=200)
    contract = forms.CharField(label=_("Hợp đồng số, ngày"), max_length=200)


class ReleaseForm(ChangeForm):
    """Which pledge is released."""

    number = forms.ChoiceField(label=_("Đăng ký thế chấp"), widget=forms.RadioSelect)

    def __init__(self, pledges: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].choices = list(pledges)  # type: ignore[attr-defined] # a choice field


class BlockForm(BasisForm):
    """Why a parcel is blocked."""

    reason = forms.CharField(
        label=_("Lý do ngăn chặn"), max_length=100, help_text=_("Cơ quan yêu cầu, vụ việc")
    )


class SplitForm(ChangeForm):
    """Where the line goes: from a place on a side to a place on another, or through points."""

    first_side = forms.IntegerField(label=_("Từ cạnh số"), min_value=1, max_value=2000)
    first_metres = forms.DecimalField(
        label=_("Cách đầu cạnh (m)"), min_value=0, max_value=100_000, decimal_places=3
    )
    last_side = forms.IntegerField(label=_("Đến cạnh số"), min_value=1, max_value=2000)
    last_metres = forms.DecimalField(
        label=_("Cách đầu cạnh ấy (m)"), min_value=0, max_value=100_000, decimal_places=3
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_side", "first_metres", "last_side", "last_metres"):
            self.fields[name].widget.attrs |= {"class": "short"}
        self.order_fields(["first_side", "first_metres", "last_side", "last_metres"])

    @property
    def places(self) -> tuple[tuple[int, float], tuple[int, float]]:
        """Both ends of the line."""
        said = self.cleaned_data
        return (
            (said["first_side"], float(said["first_metres"])),
            (said["last_side"], float(said["last_metres"])),
        )


class JoinForm(ChangeForm):
    """Which neighbours it becomes one with."""

    others = forms.MultipleChoiceField(label=_("Hợp với thửa"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, neighbours: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["others"].choices = list(neighbours)  # type: ignore[attr-defined] # a choice field
        self.order_fields(["others"])


def starting(on: date) -> dict[str, Any]:
    """What stands in a form before anything was typed."""
    return {"valid_from": on}
