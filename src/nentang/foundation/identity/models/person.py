"""A natural person, once, whatever they are here for."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.enums import Sex
from nentang.kernel.personal_data import PersonalField

_IDENTIFY = "Nhận ra đúng người khi giải quyết thủ tục"
_REACH = "Báo tin về việc của người đó"
_LAW = "Luật Căn cước công dân 2014, Điều 9"


def _held(purpose: str) -> PersonalField:
    return PersonalField(purpose=purpose, legal_basis=_LAW, keep_days=None)


class Person(models.Model):
    """A natural person; where only the year of birth is known, `birth_on` is empty."""

    full_name = models.CharField(_("Họ và tên"), max_length=120)
    folded_name = models.CharField(max_length=120, db_index=True, editable=False)
    birth_on = models.DateField(_("Ngày sinh"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("Năm sinh"), null=True, blank=True)
    sex = models.CharField(_("Giới tính"), max_length=8, choices=Sex.choices, default=Sex.UNKNOWN)
    personal_number = models.CharField(
        _("Số định danh cá nhân"), max_length=12, unique=True, null=True, blank=True
    )
    nationality = models.CharField(_("Quốc tịch"), max_length=2, default="VN")
    ethnicity = models.CharField(_("Dân tộc"), max_length=40, blank=True)
    phone = models.CharField(_("Số điện thoại"), max_length=16, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    unit_code = models.CharField(_("Mã xã, phường nơi ở"), max_length=8, blank=True)
    address_line = models.CharField(_("Số nhà, đường, thôn"), max_length=200, blank=True)
    registered_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        **{
            name: _held(_IDENTIFY)
            for name in (
                "full_name",
                "folded_name",
                "birth_on",
                "birth_year",
                "sex",
                "personal_number",
                "nationality",
                "ethnicity",
            )
        },
        **{name: _held(_REACH) for name in ("phone", "email", "unit_code", "address_line")},
    }

    class Meta:
        verbose_name = _("người")
        constraints = [
            models.CheckConstraint(
                name="person_is_born",
                condition=models.Q(birth_on__isnull=False) | models.Q(birth_year__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def born(self) -> str:
        """`05/09/1987`, or `1987` where only the year is known."""
        return f"{self.birth_on:%d/%m/%Y}" if self.birth_on else str(self.birth_year)
