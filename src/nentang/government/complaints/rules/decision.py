"""What stands on the decision about a complaint (Law on Complaints 2011, article 31)."""

from datetime import date, datetime
from typing import Any

from nentang.kernel.clock import VIETNAM
from nentang.kernel.frozen import Frozen


class Matter(Frozen):
    """A complaint as its decision names it: words in Vietnamese, days and instants.

    `law` cites the act of the term; `above` is the body that takes a second complaint until
    `second_until`, empty where this was the second or none is recorded.
    """

    code: str
    instance: str
    complainant: str
    place: str
    against: str
    dossier: str
    about: str
    statement: str
    demand: str
    filed_at: datetime
    accepted_at: datetime | None
    explanations: tuple[str, ...]
    dialogues: tuple[tuple[date, str], ...]
    verdict: str
    reasons: str
    remedy: str
    law: str
    above: str
    second_until: datetime | None


def decision_paper(matter: Matter, *, decided_by_same: bool) -> dict[str, Any]:
    """The paper's content: who, what about, what was found, the conclusion, what follows, what one may do."""
    rows = [
        ("Người khiếu nại", matter.complainant),
        ("Địa chỉ", matter.place),
        ("Người bị khiếu nại", matter.against),
        ("Hồ sơ", matter.dossier),
        ("Nội dung khiếu nại", f"{matter.about}. {matter.statement}"),
        ("Đề nghị của người khiếu nại", matter.demand),
        ("Nhận khiếu nại", _instant(matter.filed_at)),
        ("Thụ lý", _instant(matter.accepted_at)),
        ("Giải trình", "\n".join(matter.explanations)),
        ("Kết quả đối thoại", "\n".join(f"{on:%d/%m/%Y}: {said}" for on, said in matter.dialogues)),
        ("Căn cứ pháp luật", matter.law),
        ("Kết luận", matter.verdict),
        ("Lý do", matter.reasons),
        ("Giải quyết", matter.remedy),
    ]
    return {
        "about": f"{matter.instance} – Mã khiếu nại: {matter.code}",
        "rows": [row for row in rows if row[1]],
        "closing": _closing(matter, decided_by_same),
        "signer_role": "Người giải quyết khiếu nại",
    }


def _closing(matter: Matter, decided_by_same: bool) -> list[str]:
    said = []
    if decided_by_same:
        said.append(
            "Người giải quyết đã tham gia xử lý hồ sơ bị khiếu nại; cơ quan không còn lãnh đạo nào khác. "
            "Khiếu nại lần hai do cơ quan cấp trên giải quyết."
        )
    if matter.above and matter.second_until:
        said.append(
            f"Nếu không đồng ý, người khiếu nại có quyền khiếu nại lần hai đến {matter.above} đến hết "
            f"ngày {matter.second_until.astimezone(VIETNAM):%d/%m/%Y}, hoặc khởi kiện vụ án hành chính tại "
            "Tòa án."
        )
    else:
        said.append(
            "Nếu không đồng ý, người khiếu nại có quyền khởi kiện vụ án hành chính tại Tòa án."
        )
    return said


def _instant(at: datetime | None) -> str:
    return at.astimezone(VIETNAM).strftime("%H giờ %M phút, ngày %d/%m/%Y") if at else ""
