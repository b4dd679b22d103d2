"""The register of businesses, as registers knows it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import (
    Aspect,
    LikenessRule,
    Register,
    RegisterService,
    Statistic,
    declare_register,
    is_like_name,
    latest,
)
from nentang.kernel.text import fold

from .enums import BusinessKind, BusinessState
from .models import LAW, Activity, Business, Owner, Registration, Standing
from .rules.trades import trades_law


def _names(records: Sequence[Business]) -> dict[int, str]:
    return {pk: said.name for pk, said in latest(Registration, records).items()}


def _owners(record: Business) -> list[int]:
    owner = latest(Owner, [record]).get(record.pk)
    return [owner.person_id] if owner else []


def _trades(activity: Activity) -> str:
    known = trades_law().in_force(on=max(activity.valid_from, date(2018, 8, 20)))
    sections = ((code, known.section_of(code)) for code in activity.trades)
    named = [f"{code} ({section.vi})" for code, section in sections if section]
    return "; ".join([*named, *([activity.described] if activity.described else [])])


def _keys(records: Sequence[Business]) -> dict[int, list[str]]:
    found = latest(Registration, records)
    return {pk: [f"{fold(said.name)}|{said.unit_code}"] for pk, said in found.items()}


def _is_like(one: Business, other: Business) -> bool:
    names = _names([one, other])
    return is_like_name(names.get(one.pk, ""), names.get(other.pk, ""))


def _by_kind(on: date) -> list[tuple[str, int]]:
    active = Standing.objects.filter(
        state=BusinessState.ACTIVE, superseded_at=None, valid_from__lte=on
    ).exclude(valid_to__lte=on)
    said = Registration.objects.filter(
        superseded_at=None, valid_from__lte=on, record__in=active.values("record")
    ).exclude(valid_to__lte=on)
    counts = Counter(dict(said.values_list("kind").annotate(n=Count("id"))))
    return [(str(kind.label), counts[kind.value]) for kind in BusinessKind]


BUSINESSES = declare_register(
    Register(
        name="businesses",
        title=_("Đăng ký kinh doanh"),
        record_title=_("Cơ sở kinh doanh"),
        code_title=_("Mã số thuế"),
        record=Business,
        aspects=(
            Aspect(
                name="registration",
                model=Registration,
                title=_("Nội dung đăng ký"),
                fields={
                    "name": _("Tên"),
                    "kind": _("Loại hình"),
                    "unit_code": _("Mã xã, phường"),
                    "address_line": _("Địa chỉ"),
                    "capital": _("Vốn, đồng"),
                },
                in_words={
                    "kind": lambda said: str(said.get_kind_display()),
                    "capital": lambda said: f"{said.capital:,}".replace(",", "."),
                },
            ),
            Aspect(
                name="activity",
                model=Activity,
                title=_("Ngành, nghề"),
                fields={"trades": _("Ngành, nghề")},
                in_words={"trades": _trades},
            ),
            Aspect(
                name="owner",
                model=Owner,
                title=_("Người đứng tên"),
                fields={"person_id": _("Họ và tên"), "title": _("Chức danh")},
                in_words={"person_id": lambda owner: owner.person.full_name},
            ),
            Aspect(
                name="standing",
                model=Standing,
                title=_("Tình trạng"),
                fields={"state": _("Tình trạng")},
                in_words={"state": lambda row: str(row.get_state_display())},
            ),
        ),
        headings=_names,
        people=_owners,
        legal_basis=LAW,
        readers=("registrar", "leader"),
        writers=("registrar",),
        likeness=(LikenessRule("name_and_place", _("Cùng tên, cùng nơi"), _keys, _is_like),),
        services=(
            RegisterService(
                name="lookup.v1",
                title=_("Tra cứu cơ sở kinh doanh theo mã số thuế"),
                text=_(
                    "Cho biết cơ sở kinh doanh mang mã số thuế ấy tên gì, làm gì, ở đâu, còn hoạt động không; "
                    "không cho biết ai đứng tên."
                ),
                key="tax_code",
                fields=(
                    "registration.name",
                    "registration.kind",
                    "registration.unit_code",
                    "registration.address_line",
                    "activity.trades",
                    "standing.state",
                ),
                rows=("registration.kind", "registration.unit_code"),
                purposes=("dossier", "inspection", "management", "statistics"),
            ),
        ),
        statistics=(
            Statistic("businesses_by_kind", _("Cơ sở đang hoạt động theo loại hình"), _by_kind),
        ),
    )
)
