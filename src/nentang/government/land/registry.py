"""The land register, as registers knows it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.foundation.registers.public import Aspect, LikenessRule, Version, latest

from .models import (
    Certificate,
    Mortgages,
    Parcel,
    ParcelStanding,
    Plot,
    Right,
    ShapeVersion,
    Uses,
)
from .rules.land_uses import land_uses_law
from .rules.shapes import read_shape
from .rules.tolerances import FIRST_RULED

ACT_TITLES = {
    "chuyen-quyen": _("Chuyển quyền"),
    "cap-giay": _("Cấp Giấy chứng nhận"),
    "thu-hoi-giay": _("Thu hồi Giấy chứng nhận"),
    "the-chap": _("Đăng ký thế chấp"),
    "xoa-the-chap": _("Xóa đăng ký thế chấp"),
    "tach-thua": _("Tách thửa"),
    "hop-thua": _("Hợp thửa"),
    "ngan-chan": _("Ngăn chặn"),
    "go-ngan-chan": _("Gỡ ngăn chặn"),
    "hoan-tac": _("Hoàn tác tách, hợp thửa"),
}
"""What an officer can do with a parcel, by the word in its address."""
READERS, WRITERS = ("registrar", "leader"), ("registrar",)


def headings(records: Sequence[Parcel]) -> Mapping[int, str]:
    """One query for all."""
    return {pk: heading_of(plot) for pk, plot in latest(Plot, records).items()}


def heading_of(plot: Plot) -> str:
    """`Thửa 83, tờ 7, Ấp Nháp`."""
    words = (f"Thửa {plot.number}", f"tờ {plot.sheet}", plot.address_line)
    return ", ".join(each for each in words if each)


def people(record: Parcel) -> list[int]:
    """Who has a right to it now."""
    right = latest(Right, [record]).get(record.pk)
    return people_with(right) if right else []


def people_with(right: Right) -> list[int]:
    """The persons among those who have it together."""
    held = right.holders.shares.exclude(person=None).order_by("pk")
    return [person_id for person_id in held.values_list("person_id", flat=True) if person_id]


def likeness_keys(records: Sequence[Parcel]) -> Mapping[int, Iterable[str]]:
    """Under which numbers of which commune each is or was looked for; one query for all."""
    communes = {record.pk: record.unit_code for record in records}
    return {
        pk: [f"{communes[pk]}|{number}" for number in _numbers(plot)]
        for pk, plot in latest(Plot, records).items()
    }


def _numbers(plot: Plot) -> Iterable[str]:
    yield f"{plot.sheet}/{plot.number}"
    yield from filter(None, plot.earlier.split(", "))


def is_like(one: Parcel, other: Parcel) -> bool:
    """What took another's place is not it, nor are those that took one place together."""
    found = latest(ParcelStanding, [one, other])
    mine, its = found.get(one.pk), found.get(other.pk)
    if mine is None or its is None:
        return True
    if set(mine.predecessors) & set(its.predecessors):
        return False
    return not (
        other.code in (*mine.successors, *mine.predecessors)
        or one.code in (*its.successors, *its.predecessors)
    )


def use_words(code: str, on: date) -> str:
    """`Đất ở tại nông thôn (ONT)`, in the reader's language."""
    use = land_uses_law().in_force(on=max(on, FIRST_RULED)).by_code.get(code)
    if use is None:
        return code or str(_("Mục đích khác"))
    return f"{use.en if get_language() == 'en' else use.vi} ({code})"


def _commune(row: Version, code: str) -> str:
    try:
        return unit_as_of(code, row.valid_from).place
    except UnitNotFound:
        return code


def _uses(row: Uses) -> str:
    until = str(_("đến"))
    return "; ".join(
        f"{use_words(use.code, row.valid_from)}: {metres(use.area)}"
        + (f", {until} {use.until:%d/%m/%Y}" if use.until else "")
        for use in row.said
    )


def metres(area: object) -> str:
    """`320,5 m²`."""
    return f"{area} m²".replace(".", ",")


def _holders(row: Right) -> str:
    rows = list(row.holders.shares.select_related("person").order_by("pk"))
    if len(rows) == 1:
        return rows[0].holder_name
    return "; ".join(f"{each.holder_name}: {each.part}" for each in rows)


def _mortgages(row: Mortgages) -> str:
    if not row.entries:
        return str(_("Không thế chấp"))
    return "; ".join(f"{e['lender']} ({e['number']}, {e['contract']})" for e in row.entries)


def _listed(name: str) -> Any:
    return lambda row: ", ".join(getattr(row, name))


ASPECTS = (
    Aspect(
        name="plot",
        model=Plot,
        title=_("Thửa đất"),
        fields={
            "number": _("Thửa đất số"),
            "sheet": _("Tờ bản đồ số"),
            "area": _("Diện tích"),
            "address_line": _("Địa chỉ thửa đất"),
            "unit_code": _("Xã, phường"),
            "earlier": _("Số cũ (tờ/thửa)"),
        },
        in_words={
            "area": lambda row: metres(row.area),
            "unit_code": lambda row: _commune(row, row.unit_code),
        },
    ),
    Aspect(
        name="standing",
        model=ParcelStanding,
        title=_("Tình trạng"),
        fields={
            "state": _("Tình trạng"),
            "successors": _("Thửa kế tiếp"),
            "predecessors": _("Từ thửa"),
        },
        in_words={
            "state": lambda row: str(row.get_state_display()),
            "successors": _listed("successors"),
            "predecessors": _listed("predecessors"),
        },
    ),
    Aspect(
        name="uses",
        model=Uses,
        title=_("Mục đích sử dụng"),
        fields={"entries": _("Mục đích sử dụng")},
        in_words={"entries": _uses},
    ),
    Aspect(
        name="right",
        model=Right,
        title=_("Quyền sử dụng đất"),
        fields={
            "holders_id": _("Người sử dụng đất"),
            "form": _("Hình thức sử dụng"),
            "origin": _("Nguồn gốc sử dụng"),
        },
        in_words={
            "holders_id": _holders,
            "form": lambda row: str(row.get_form_display()),
            "origin": lambda row: str(row.get_origin_display()),
        },
    ),
    Aspect(
        name="certificate",
        model=Certificate,
        title=_("Giấy chứng nhận"),
        fields={
            "serial": _("Số phát hành"),
            "book_number": _("Số vào sổ"),
            "issued_by": _("Nơi cấp"),
            "issued_on": _("Ngày cấp"),
            "state": _("Tình trạng"),
        },
        in_words={"state": lambda row: str(row.get_state_display())},
    ),
    Aspect(
        name="mortgages",
        model=Mortgages,
        title=_("Thế chấp"),
        fields={"entries": _("Thế chấp")},
        in_words={"entries": _mortgages},
    ),
    Aspect(
        name="shape",
        model=ShapeVersion,
        title=_("Hình thửa"),
        fields={"geohash": _("Mã định danh thửa đất"), "wkt": _("Số góc")},
        in_words={"wkt": lambda row: str(read_shape(row.wkt).corners)},
    ),
)
LIKENESS = (LikenessRule("number", _("Cùng số tờ, số thửa"), likeness_keys, is_like),)
