"""The registers of persons and of households, as registers knows them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.foundation.registers.public import (
    Aspect,
    LikenessRule,
    Register,
    RegisterService,
    Statistic,
    Version,
    declare_register,
    is_like_name,
    is_near_day,
    latest,
)
from nentang.kernel.text import fold

from .enums import LifeState, Sex
from .models import (
    LAW,
    RESIDENCE_LAW,
    Absence,
    Citizen,
    CivilIdentity,
    Household,
    HouseholdHome,
    LifeStatus,
    PermanentResidence,
    TemporaryResidence,
)

MOST_DWELLERS = 8
COMMUNE, ADDRESS = _("Xã, phường"), _("Số nhà, đường, thôn")


def _now(citizen: Citizen) -> CivilIdentity | None:
    return latest(CivilIdentity, [citizen]).get(citizen.pk)


def _headings(citizens: Sequence[Citizen]) -> dict[int, str]:
    found = latest(CivilIdentity, citizens)
    return {pk: f"{who.full_name}, {who.birth_year}" for pk, who in found.items()}


def _commune(row: Version, code: str) -> str:
    """The commune by its name on the day from which the version speaks; the code where there was none."""
    try:
        return unit_as_of(code, row.valid_from).place if code else ""
    except UnitNotFound:
        return code


def _born(who: CivilIdentity) -> str:
    return f"{who.birth_on:%d/%m/%Y}" if who.birth_on else str(who.birth_year)


def _keys(citizens: Sequence[Citizen]) -> dict[int, list[str]]:
    return {
        pk: [
            f"{fold(who.full_name)}|{who.birth_year}",
            f"{fold(who.full_name).split()[-1]}|{who.birth_on}|{who.sex}",
        ]
        for pk, who in latest(CivilIdentity, citizens).items()
    }


def _is_like(one: Citizen, other: Citizen) -> bool:
    left, right = _now(one), _now(other)
    if left is None or right is None or left.sex != right.sex:
        return False
    return is_like_name(left.full_name, right.full_name) and is_near_day(
        left.birth_on, right.birth_on
    )


def _living(on: date) -> QuerySet[CivilIdentity]:
    """Who those are that live on that day, as known now."""
    alive = LifeStatus.objects.filter(
        state=LifeState.ALIVE, superseded_at=None, valid_from__lte=on, record__merged_into=None
    ).exclude(valid_to__lte=on)
    who = CivilIdentity.objects.filter(superseded_at=None, valid_from__lte=on)
    return who.exclude(valid_to__lte=on).filter(record__in=alive.values("record"))


def _by_sex(on: date) -> list[tuple[str, int]]:
    counts = dict(_living(on).values_list("sex").annotate(n=Count("id")))
    return [(str(sex.label), counts.get(sex.value, 0)) for sex in Sex]


def _by_age(on: date) -> list[tuple[str, int]]:
    """By ten years of age, in years of birth."""
    by_year = _living(on).values_list("birth_year").annotate(n=Count("id"))
    groups = Counter[int]()
    for year, number in by_year:
        groups[min((on.year - year) // 10, 9)] += number
    return [(f"{ten * 10}–{ten * 10 + 9}" if ten < 9 else "90+", groups[ten]) for ten in range(10)]


def _standing(on: date) -> Q:
    return Q(superseded_at=None, valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gt=on))


def _dwellers(on: date) -> QuerySet[PermanentResidence]:
    """Who lives for good in a household on that day, as known now."""
    found = PermanentResidence.objects.filter(_standing(on), household__isnull=False)
    return found.filter(record__merged_into=None, household__merged_into=None)


def _by_size(on: date) -> list[tuple[str, int]]:
    sizes = _dwellers(on).values_list("household").annotate(n=Count("id"))
    counts = Counter(min(number, MOST_DWELLERS) for _household, number in sizes.iterator())
    words = {1: _("1 người"), MOST_DWELLERS: _("từ 8 người")}
    return [
        (str(words.get(n, _("%(n)s người") % {"n": n})), counts[n])
        for n in range(1, MOST_DWELLERS + 1)
    ]


def _households_by_unit(on: date) -> dict[str, int]:
    """Those in which somebody lives for good."""
    homes = HouseholdHome.objects.filter(
        _standing(on), record__in=_dwellers(on).values("household")
    )
    return dict(homes.values_list("unit_code").annotate(n=Count("id")))


CITIZENS = declare_register(
    Register(
        name="population",
        title=_("Dân cư"),
        record_title=_("Công dân"),
        code_title=_("Số định danh cá nhân"),
        record=Citizen,
        aspects=(
            Aspect(
                name="identity",
                model=CivilIdentity,
                title=_("Nhân thân"),
                fields={
                    "full_name": _("Họ và tên"),
                    "birth_on": _("Ngày sinh"),
                    "sex": _("Giới tính"),
                    "birth_unit": _("Nơi sinh"),
                    "hometown": _("Quê quán"),
                    "nationality": _("Quốc tịch"),
                    "ethnicity": _("Dân tộc"),
                    "father_number": _("Số định danh của cha"),
                    "mother_number": _("Số định danh của mẹ"),
                },
                in_words={
                    "birth_on": _born,
                    "sex": lambda who: str(who.get_sex_display()),
                    "birth_unit": lambda who: _commune(who, who.birth_unit),
                },
            ),
            Aspect(
                name="life",
                model=LifeStatus,
                title=_("Tình trạng"),
                fields={"state": _("Tình trạng")},
                in_words={"state": lambda row: str(row.get_state_display())},
            ),
            Aspect(
                name="residence",
                model=PermanentResidence,
                title=_("Thường trú"),
                fields={
                    "unit_code": COMMUNE,
                    "address_line": ADDRESS,
                    "household_id": _("Số hộ"),
                    "relation": _("Quan hệ với chủ hộ"),
                },
                in_words={
                    "unit_code": lambda row: _commune(row, row.unit_code),
                    "household_id": lambda row: row.household.code if row.household else "",
                    "relation": lambda row: str(row.get_relation_display()),
                },
            ),
            Aspect(
                name="stay",
                model=TemporaryResidence,
                title=_("Tạm trú"),
                fields={"unit_code": COMMUNE, "address_line": ADDRESS, "host_name": _("Chủ nhà")},
                in_words={"unit_code": lambda row: _commune(row, row.unit_code)},
            ),
            Aspect(
                name="absence",
                model=Absence,
                title=_("Tạm vắng"),
                fields={"destination": _("Nơi đến"), "reason": _("Lý do")},
            ),
        ),
        headings=_headings,
        people=lambda citizen: [citizen.person_id],
        legal_basis=LAW,
        readers=("registrar", "leader"),
        writers=("registrar",),
        likeness=(
            LikenessRule("name_and_birth", _("Cùng tên, ngày sinh gần nhau"), _keys, _is_like),
        ),
        services=(
            RegisterService(
                name="confirm.v1",
                title=_("Xác nhận nhân thân theo số định danh"),
                text=_(
                    "Cho biết số định danh, họ tên và ngày sinh có khớp với cơ sở dữ liệu về dân cư không; "
                    "khớp mới cho biết thêm những trường đã được cấp quyền."
                ),
                key="number",
                claims=("identity.full_name", "identity.birth_on"),
                fields=(
                    "identity.full_name",
                    "identity.birth_on",
                    "identity.sex",
                    "identity.ethnicity",
                    "identity.nationality",
                    "life.state",
                    "residence.unit_code",
                    "residence.address_line",
                ),
                rows=("residence.unit_code",),
                purposes=("dossier", "management", "safety"),
                names_person=True,
            ),
        ),
        statistics=(
            Statistic("population_by_sex", _("Người còn sống theo giới tính"), _by_sex),
            Statistic("population_by_age", _("Người còn sống theo nhóm tuổi"), _by_age),
        ),
    )
)


def _places(homes: Sequence[Household]) -> dict[int, str]:
    return {pk: place.address_line for pk, place in latest(HouseholdHome, homes).items()}


def _heads(home: Household) -> list[int]:
    place = latest(HouseholdHome, [home]).get(home.pk)
    return [place.head.person_id] if place and place.head else []


HOUSEHOLDS = declare_register(
    Register(
        name="households",
        title=_("Hộ gia đình"),
        record_title=_("Hộ"),
        code_title=_("Số hộ"),
        record=Household,
        aspects=(
            Aspect(
                name="home",
                model=HouseholdHome,
                title=_("Nơi ở và chủ hộ"),
                fields={"unit_code": COMMUNE, "address_line": ADDRESS, "head_id": _("Chủ hộ")},
                in_words={
                    "unit_code": lambda row: _commune(row, row.unit_code),
                    "head_id": lambda row: row.head.code if row.head else "",
                },
            ),
        ),
        headings=_places,
        people=_heads,
        legal_basis=RESIDENCE_LAW,
        readers=("registrar", "leader"),
        writers=("registrar",),
        statistics=(
            Statistic("households_by_size", _("Hộ theo số người ở"), _by_size, _households_by_unit),
        ),
    )
)
