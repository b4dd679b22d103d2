"""What stands on the results of dossiers.

Values are plain texts; layout is the business of the templates.
"""

from collections.abc import Mapping
from typing import Any

from nentang.kernel.money import format_dong

from .matter import Matter
from .procedure import Procedure

SEX = {"male": "Nam", "female": "Nữ"}
LAND_USE = {
    "residential": "Đất ở",
    "rice": "Đất trồng lúa",
    "perennial": "Đất trồng cây lâu năm",
    "aquaculture": "Đất nuôi trồng thủy sản",
    "other": "Mục đích khác",
}
RECORD = {"birth": "Khai sinh", "marriage": "Kết hôn", "death": "Khai tử"}


def result_content(matter: Matter, procedure: Procedure, *, signer: str) -> dict[str, Any]:
    """What the result says, by its kind."""
    return {
        "heading": procedure.result.vi,
        "about": f"Theo hồ sơ {matter.code}",
        "rows": _rows(procedure.result_kind, matter.answers),
        "signer_name": signer,
    }


def _rows(kind: str, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    rows = {
        "birth_certificate": _birth_rows,
        "civil_status_extract": _extract_rows,
        "household_business_certificate": _business_rows,
        "land_certificate": _land_rows,
    }.get(kind, _general_rows)(answers)
    return [(label, str(value)) for label, value in rows if value not in (None, "")]


def _birth_rows(answers: Mapping[str, Any]) -> list[tuple[str, object]]:
    mother = [
        ("Họ, chữ đệm, tên người mẹ", answers.get("mother_name")),
        ("Sinh (mẹ)", _day(answers.get("mother_birth"))),
        ("Dân tộc, quốc tịch (mẹ)", _joined(answers, "mother_ethnicity", "mother_nationality")),
        ("Nơi cư trú (mẹ)", answers.get("mother_residence")),
    ]
    father = [
        ("Họ, chữ đệm, tên người cha", answers.get("father_name")),
        ("Sinh (cha)", _day(answers.get("father_birth"))),
        ("Dân tộc, quốc tịch (cha)", _joined(answers, "father_ethnicity", "father_nationality")),
        ("Nơi cư trú (cha)", answers.get("father_residence")),
    ]
    return [
        ("Họ, chữ đệm, tên", answers.get("child_name")),
        ("Ngày, tháng, năm sinh", _day(answers.get("child_birth_on"))),
        ("Giới tính", SEX.get(answers.get("child_sex", ""), "")),
        ("Dân tộc", answers.get("child_ethnicity")),
        ("Quốc tịch", answers.get("child_nationality")),
        ("Nơi sinh", answers.get("child_birth_place")),
        ("Quê quán", answers.get("child_home_town")),
        *mother,
        *father,
        ("Người đi khai sinh", answers.get("requester_name")),
    ]


def _extract_rows(answers: Mapping[str, Any]) -> list[tuple[str, object]]:
    return [
        ("Loại việc hộ tịch", RECORD.get(answers.get("record_kind", ""), "")),
        ("Họ, chữ đệm, tên", answers.get("subject_name")),
        ("Sinh", _day(answers.get("subject_birth"))),
        ("Số, quyển", answers.get("record_number")),
        ("Năm đăng ký", answers.get("registered_year")),
        ("Số bản", answers.get("copies")),
    ]


def _business_rows(answers: Mapping[str, Any]) -> list[tuple[str, object]]:
    trades = "; ".join(entry["trade"] for entry in answers.get("trades") or ())
    return [
        ("Tên hộ kinh doanh", answers.get("business_name")),
        ("Địa chỉ trụ sở", answers.get("business_place")),
        ("Ngành, nghề kinh doanh", trades),
        ("Vốn kinh doanh", format_dong(int(answers.get("capital") or 0))),
        ("Chủ hộ kinh doanh", answers.get("owner_name")),
        ("Số định danh cá nhân", answers.get("owner_number")),
        ("Nơi cư trú", answers.get("owner_residence")),
        ("Ngày bắt đầu hoạt động", _day(answers.get("starts_on"))),
    ]


def _land_rows(answers: Mapping[str, Any]) -> list[tuple[str, object]]:
    return [
        ("Người sử dụng đất", _joined(answers, "requester_name", "spouse_name")),
        ("Số định danh cá nhân", _joined(answers, "requester_number", "spouse_number")),
        ("Địa chỉ thửa đất", answers.get("plot_place")),
        ("Thửa đất số", answers.get("plot_number")),
        ("Tờ bản đồ số", answers.get("sheet_number")),
        ("Diện tích", _square_metres(answers.get("area"))),
        ("Mục đích sử dụng", LAND_USE.get(answers.get("land_use", ""), "")),
        ("Sử dụng từ", _day(answers.get("used_since"))),
        ("Diện tích sàn nhà ở", _square_metres(answers.get("floor_area"))),
    ]


def _general_rows(answers: Mapping[str, Any]) -> list[tuple[str, object]]:
    return [
        ("Người yêu cầu", answers.get("requester_name")),
        ("Nội dung yêu cầu", answers.get("request")),
        ("Kết quả", "Đã giải quyết theo yêu cầu"),
    ]


def _square_metres(value: object) -> str:
    return f"{value} m²".replace(".", ",") if value else ""


def _joined(answers: Mapping[str, Any], *names: str) -> str:
    return ", ".join(str(answers[name]) for name in names if answers.get(name))


def _day(value: object) -> str:
    """`2020-12-07` as `07/12/2020`; a year alone stays a year."""
    parts = str(value or "").split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else parts[0]
