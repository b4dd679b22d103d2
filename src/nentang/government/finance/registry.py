"""The register of units with budget relation, as registers knows it; and where the state books its revenue."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from nentang.agreements.revenue import RevenueChart, revenue_chart
from nentang.foundation.registers.public import (
    Aspect,
    Register,
    Statistic,
    declare_register,
    latest,
)

from .enums import BudgetLevel, UnitState
from .models import LAW, BudgetUnit, UnitProfile, UnitStanding


def _names(records: Sequence[BudgetUnit]) -> dict[int, str]:
    return {pk: said.name for pk, said in latest(UnitProfile, records).items()}


def _open(on: date) -> QuerySet[UnitProfile]:
    """What is said of the units that are open on that day, as known now."""
    standing = UnitStanding.objects.filter(
        state=UnitState.OPEN, superseded_at=None, valid_from__lte=on
    ).exclude(valid_to__lte=on)
    said = UnitProfile.objects.filter(superseded_at=None, valid_from__lte=on)
    return said.exclude(valid_to__lte=on).filter(record__in=standing.values("record"))


def _by_level(on: date) -> list[tuple[str, int]]:
    counts = Counter(dict(_open(on).values_list("level").annotate(n=Count("id"))))
    return [(str(level.label), counts[level.value]) for level in BudgetLevel]


def _parent(said: UnitProfile) -> str:
    return said.parent.code if said.parent else ""


def _treasury(said: UnitProfile) -> str:
    return said.treasury.name if said.treasury else ""


def _successor(said: UnitStanding) -> str:
    return said.successor.code if said.successor else ""


def _chart() -> RevenueChart:
    """With all that it does, which a process that books nothing never loads."""
    made: RevenueChart = import_string("nentang.government.finance.queries.FinanceChart")()
    return made


revenue_chart.bind(_chart)

BUDGET_UNITS = declare_register(
    Register(
        name="budget_units",
        title=_("Đơn vị có quan hệ với ngân sách"),
        record_title=_("Đơn vị"),
        code_title=_("Mã số đơn vị"),
        record=BudgetUnit,
        aspects=(
            Aspect(
                name="profile",
                model=UnitProfile,
                title=_("Thông tin đơn vị"),
                fields={
                    "name": _("Tên"),
                    "kind": _("Loại đơn vị"),
                    "chapter": _("Chương"),
                    "level": _("Cấp ngân sách"),
                    "parent_id": _("Đơn vị cấp trên"),
                    "treasury_id": _("Kho bạc nơi giao dịch"),
                },
                in_words={
                    "kind": lambda said: str(said.get_kind_display()),
                    "level": lambda said: str(said.get_level_display()),
                    "parent_id": _parent,
                    "treasury_id": _treasury,
                },
            ),
            Aspect(
                name="standing",
                model=UnitStanding,
                title=_("Tình trạng mã số"),
                fields={"state": _("Tình trạng"), "successor_id": _("Đơn vị nhận sáp nhập")},
                in_words={
                    "state": lambda row: str(row.get_state_display()),
                    "successor_id": _successor,
                },
            ),
        ),
        headings=_names,
        people=lambda record: [],
        legal_basis=LAW,
        readers=("registrar", "leader"),
        writers=("registrar",),
        statistics=(
            Statistic(
                "budget_units_by_level", _("Đơn vị đang hoạt động theo cấp ngân sách"), _by_level
            ),
        ),
    )
)
