"""What stands on the slips of the one-stop shop, forms 01 to 05 of Circular 01/2018/TT-VPCP.

Who issues one puts its name above. The forms' order is kept; their wording was not compared with the
annex. Values are plain texts.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from nentang.government.catalogue.public import Procedure
from nentang.kernel.clock import VIETNAM
from nentang.kernel.frozen import Frozen
from nentang.kernel.money import format_dong

from .matter import Matter

Content = dict[str, Any]


class Handover(Frozen):
    """A body took the dossier, held it so many working minutes, and what became of it."""

    body: str
    officer: str
    from_at: datetime
    to_at: datetime | None
    minutes: int
    step: str


def receipt(matter: Matter, procedure: Procedure, *, delivery: str) -> Content:
    """Form 01: received from whom, with which papers, to be answered when and how."""
    given = [paper.name.vi for paper in procedure.papers if matter.answers.get(paper.code)]
    papers = given or ["Tờ khai điện tử"]
    return _slip(matter, "Người tiếp nhận hồ sơ") | {
        "rows": [
            *_applicant(matter, "Tiếp nhận hồ sơ của"),
            ("Nội dung yêu cầu giải quyết", procedure.name.vi),
            ("Thành phần hồ sơ", "; ".join(papers)),
            ("Số lượng hồ sơ", "01 bộ"),
            ("Thời gian giải quyết theo quy định", _deadline(procedure)),
            ("Thời gian nhận hồ sơ", instant(matter.received_at)),
            ("Thời gian trả kết quả", instant(matter.due_at) or "theo thông báo của cơ quan"),
            ("Phí, lệ phí", format_dong(matter.fee) if matter.fee else "Miễn phí"),
            ("Nhận kết quả", delivery),
        ],
    }


def supplement(matter: Matter, procedure: Procedure, *, items: str) -> Content:
    """Form 02: what is to be added."""
    return _slip(matter, "Người hướng dẫn") | {
        "rows": [
            *_applicant(matter, "Hồ sơ của"),
            ("Nội dung yêu cầu giải quyết", procedure.name.vi),
            ("Yêu cầu hoàn thiện hồ sơ", items),
        ],
        "closing": [
            "Thời gian chờ bổ sung không tính vào thời hạn giải quyết; thời hạn tính lại khi hồ sơ đã đủ.",
            "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị ông (bà) liên hệ cơ quan ghi ở trên.",
        ],
    }


def refusal(matter: Matter, procedure: Procedure, *, reason: str, accepted: bool) -> Content:
    """Form 03: why it is not accepted, or was accepted and is not granted."""
    refused = "không giải quyết" if accepted else "không tiếp nhận"
    return _slip(matter, "Người có thẩm quyền") | {
        "rows": [
            *_applicant(matter, "Hồ sơ của"),
            ("Nội dung yêu cầu giải quyết", procedure.name.vi),
            ("Lý do", reason),
        ],
        "closing": [
            f"Qua xem xét, cơ quan thông báo {refused} hồ sơ này với lý do nêu trên.",
            "Xin thông báo cho ông (bà) được biết và thực hiện.",
        ],
    }


def apology(matter: Matter, procedure: Procedure, *, reason: str, first: datetime) -> Content:
    """Form 04: that the promised time is not kept, why, and the new one."""
    return _slip(matter, "Thủ trưởng cơ quan") | {
        "paragraphs": [
            f"Kính gửi: Ông (Bà) {matter.applicant}.",
            f"{instant(matter.received_at)}, cơ quan tiếp nhận hồ sơ {procedure.name.vi}, mã {matter.code}; "
            f"hẹn trả kết quả lúc {instant(first)}.",
            f"Tuy nhiên, cơ quan chưa thể trả kết quả đúng hẹn, do: {reason}",
            f"Cơ quan xin lỗi ông (bà) và sẽ trả kết quả lúc {instant(matter.due_at)}.",
            "Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của ông (bà); rất mong được "
            "thông cảm.",
        ],
    }


def control(matter: Matter, procedure: Procedure, handovers: Sequence[Handover]) -> Content:
    """Form 05: who had the dossier from when until when, and what they did."""
    return _slip(matter, "") | {
        "rows": [
            ("Thủ tục", procedure.name.vi),
            ("Thời gian nhận hồ sơ", instant(matter.received_at)),
            ("Thời gian trả kết quả", instant(matter.due_at)),
        ],
        "table": {
            "header": ["Cơ quan, người giữ", "Nhận", "Giao", "Giờ làm việc", "Kết quả, ghi chú"],
            "lines": [_line(each) for each in handovers],
        },
    }


def register_book(lines: Sequence[Sequence[str]], period: str) -> Content:
    """Form 06: every dossier received in the period, on paper turned sideways."""
    head = [
        *("STT", "Mã hồ sơ", "Thủ tục", "Người nộp", "Địa chỉ, điện thoại", "Cơ quan giải quyết"),
        *("Nhận", "Hẹn trả", "Trả", "Cách nộp"),
    ]
    return {
        "heading": "Sổ theo dõi hồ sơ",
        "about": period,
        "sideways": True,
        "table": {
            "header": head,
            "widths": [3, 8, 7, 6, 6, 8, 6, 6, 6, 4],
            "lines": [
                [f"{number}", code.replace("-", "-\N{ZERO WIDTH SPACE}"), *rest]
                for number, (code, *rest) in enumerate(lines, 1)
            ],
        },
        "signer_role": "Người lập sổ",
    }


def instant(at: datetime | None) -> str:
    """`09 giờ 05 phút, ngày 07/12/2020`; nothing for no instant."""
    return at.astimezone(VIETNAM).strftime("%H giờ %M phút, ngày %d/%m/%Y") if at else ""


def _slip(matter: Matter, signer: str) -> Content:
    return {"about": f"Mã hồ sơ: {matter.code}", "signer_role": signer}


def _applicant(matter: Matter, label: str) -> list[tuple[str, str]]:
    rows = [
        (label, matter.applicant),
        ("Địa chỉ", matter.place),
        ("Số điện thoại", matter.phone),
        ("Thư điện tử", matter.email),
    ]
    return [row for row in rows if row[1]]


def _deadline(procedure: Procedure) -> str:
    if procedure.deadline.same_day:
        return "Trong ngày làm việc"
    days = procedure.deadline.working_days
    return f"{days} ngày làm việc" if days else "theo quy định của thủ tục"


def _line(each: Handover) -> list[str]:
    hours = f"{each.minutes // 60} giờ {each.minutes % 60:02d}"
    who = f"{each.body}, {each.officer}" if each.officer else each.body
    return [who, _short(each.from_at), _short(each.to_at), hours, each.step]


def _short(at: datetime | None) -> str:
    return at.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y") if at else "đang giữ"
