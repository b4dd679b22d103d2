"""Results say what was declared, as their files lay it out; a faulty file is refused by name and line."""

from datetime import date
from typing import Any

import pytest
import yaml

from nentang.foundation.documents.registry import kind_title
from nentang.government.catalogue.adapters.law_files import every_bundle_in_files
from nentang.government.catalogue.rules.bundle import questions_of
from nentang.government.catalogue.rules.results import ResultUnreadable, read_result, result_kinds

from .files import form, in_files

BIRTH = {
    "requester_name": "Lê Thị Mẫu",
    "relation": "mother",
    "child_name": "Lê An Nháp",
    "child_sex": "female",
    "child_birth_on": "2020-12-01",
    "child_birth_place": "Trạm y tế xã Mẫu",
    "child_ethnicity": "Kinh",
    "child_nationality": "Việt Nam",
    "child_home_town": "Xã Mẫu",
    "mother_name": "Lê Thị Mẫu",
    "mother_birth": "1987",
    "mother_ethnicity": "Kinh",
    "mother_nationality": "Việt Nam",
    "mother_residence": "Xã Mẫu",
    "father_known": False,
    "birth_proof": [7],
}
BORN = [
    ("Họ, chữ đệm, tên", "Lê An Nháp"),
    ("Ngày, tháng, năm sinh", "01/12/2020"),
    ("Giới tính", "Nữ"),
    ("Dân tộc", "Kinh"),
    ("Quốc tịch", "Việt Nam"),
    ("Nơi sinh", "Trạm y tế xã Mẫu"),
    ("Quê quán", "Xã Mẫu"),
    ("Họ, chữ đệm, tên người mẹ", "Lê Thị Mẫu"),
    ("Sinh (mẹ)", "1987"),
    ("Dân tộc, quốc tịch (mẹ)", "Kinh, Việt Nam"),
    ("Nơi cư trú (mẹ)", "Xã Mẫu"),
    ("Người đi khai sinh", "Lê Thị Mẫu"),
]
FATHER = {
    "father_known": True,
    "father_name": "Bùi Văn Thử",
    "father_birth": "1985-02-03",
    "father_ethnicity": "Mường",
    "father_nationality": "Việt Nam",
    "father_residence": "Xã Thử",
}
OF_FATHER = [
    ("Họ, chữ đệm, tên người cha", "Bùi Văn Thử"),
    ("Sinh (cha)", "03/02/1985"),
    ("Dân tộc, quốc tịch (cha)", "Mường, Việt Nam"),
    ("Nơi cư trú (cha)", "Xã Thử"),
]
EXTRACT = {
    "record_kind": "birth",
    "subject_name": "Lê Thị Mẫu",
    "subject_birth": "1987-09-05",
    "record_number": "12/1987",
    "registered_year": 1987,
    "copies": 2,
}
EXTRACTED = [
    ("Loại việc hộ tịch", "Khai sinh"),
    ("Họ, chữ đệm, tên", "Lê Thị Mẫu"),
    ("Sinh", "05/09/1987"),
    ("Số, quyển", "12/1987"),
    ("Năm đăng ký", "1987"),
    ("Số bản", "2"),
]
BUSINESS = {
    "owner_name": "Lê Thị Mẫu",
    "owner_number": "001187000001",
    "owner_residence": "Xã Mẫu",
    "business_name": "Quán Nháp",
    "business_place": "Chợ Mẫu",
    "starts_on": "2020-12-21",
    "capital": 30_000_000,
    "trades": [{"trade": "Bán nước"}, {"trade": "Bán bún", "conditional": False}],
}
TRADING = [
    ("Tên hộ kinh doanh", "Quán Nháp"),
    ("Địa chỉ trụ sở", "Chợ Mẫu"),
    ("Ngành, nghề kinh doanh", "Bán nước; Bán bún"),
    ("Vốn kinh doanh", "30.000.000 đ"),
    ("Chủ hộ kinh doanh", "Lê Thị Mẫu"),
    ("Số định danh cá nhân", "001187000001"),
    ("Nơi cư trú", "Xã Mẫu"),
    ("Ngày bắt đầu hoạt động", "21/12/2020"),
]
LAND = {
    "requester_name": "Lê Thị Mẫu",
    "requester_number": "001187000001",
    "spouse_name": "Bùi Văn Thử",
    "spouse_number": "001085000002",
    "plot_place": "Thôn Nháp, xã Mẫu",
    "plot_number": "83",
    "area": 320.5,
    "land_use": "perennial",
    "used_since": "1996",
}
OF_LAND = [
    ("Người sử dụng đất", "Lê Thị Mẫu, Bùi Văn Thử"),
    ("Số định danh cá nhân", "001187000001, 001085000002"),
    ("Địa chỉ thửa đất", "Thôn Nháp, xã Mẫu"),
    ("Thửa đất số", "83"),
    ("Diện tích", "320,5 m²"),
    ("Mục đích sử dụng", "Đất trồng cây lâu năm"),
    ("Sử dụng từ", "1996"),
]
GENERAL = {"requester_name": "Lê Thị Mẫu", "request": "Xin giám hộ"}
DONE = [
    ("Người yêu cầu", "Lê Thị Mẫu"),
    ("Nội dung yêu cầu", "Xin giám hộ"),
    ("Kết quả", "Đã giải quyết theo yêu cầu"),
]


def content(procedure: str, answers: dict[str, Any]) -> dict[str, Any]:
    bundle = in_files(procedure, date(2020, 12, 7))
    return bundle.result.content(
        bundle.procedure, code="000-1", answers=answers, signer="Phạm Văn Mẫu"
    )


@pytest.mark.parametrize(
    ("procedure", "heading", "answers", "rows"),
    [
        ("1.001193", "Giấy khai sinh", BIRTH, BORN),
        ("1.001193", "Giấy khai sinh", BIRTH | FATHER, BORN[:-1] + OF_FATHER + BORN[-1:]),
        ("2.000635", "Bản sao trích lục hộ tịch", EXTRACT, EXTRACTED),
        ("1.001612", "Giấy chứng nhận đăng ký hộ kinh doanh", BUSINESS, TRADING),
        ("1.013978", "Giấy chứng nhận quyền sử dụng đất", LAND, OF_LAND),
        ("1.004837", "Kết quả: đăng ký giám hộ", GENERAL, DONE),
    ],
)
def test_the_papers_that_were_there_come_out_as_they_were(
    procedure: str, heading: str, answers: dict[str, Any], rows: list[tuple[str, str]]
) -> None:
    assert content(procedure, answers) == {
        "heading": heading,
        "about": "Theo hồ sơ 000-1",
        "rows": rows,
        "signer_name": "Phạm Văn Mẫu",
    }


@pytest.mark.parametrize("kind", result_kinds())
def test_a_kind_of_result_can_be_read_and_the_verification_page_names_it(kind: str) -> None:
    titles = {b.result.title.vi for b in every_bundle_in_files() if b.result.kind == kind}

    assert titles == {str(kind_title(kind))}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{label: A, answer: shoe_size}", "nobody is asked shoe_size"),
        ("{label: A, answer: trades, each: [shoe_size]}", "nobody is asked shoe_size"),
        ("{label: A, answer: capital, colour: red}", "nobody knows ['colour']"),
        ("{label: A}", "say either answer or says"),
        ("{answer: capital}", "'label'"),
        ("{label: A, answer: premises}", "a file cannot be written"),
        ("{label: A, answer: trades}", "a repeat cannot be written"),
        ("{label: A, answer: owner_name, unit: m²}", "owner_name has no unit"),
        ("{label: A, answer: founded_by_household}", "words for [False, True]"),
        ("{label: A, answer: founded_by_household, words: {true: Có}}", "words for"),
        ("{label: A, says: B, when: {answer: shoe_size, is: [1]}}", "nobody is asked shoe_size"),
    ],
)
def test_a_faulty_row_is_refused_by_its_number(row: str, said: str) -> None:
    good = "{label: Vốn, answer: capital}"
    source = yaml.safe_load(f"title: {{vi: A, en: A}}\nform: any\nrows:\n  - {good}\n  - {row}\n")

    with pytest.raises(ResultUnreadable) as refused:
        read_result("any", source, questions_of(form("household_business")))

    assert str(refused.value).startswith("row 2: ")
    assert said in str(refused.value)


@pytest.mark.parametrize("text", ["form: any", "title: {vi: A, en: A}", "- 1"])
def test_what_is_no_result_is_refused(text: str) -> None:
    with pytest.raises(ResultUnreadable, match="something is missing or misplaced"):
        read_result("any", yaml.safe_load(text), {})
