"""What stands on the notice that a complaint was accepted or not (Law on Complaints 2011, article 27)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from nentang.kernel.clock import VIETNAM

Row = tuple[str, str]


def notice_paper(
    rows: Sequence[Row], *, until: datetime | None, reason: str
) -> tuple[str, dict[str, Any]]:
    """Title and content: accepted, to be decided until then; or not accepted, why."""
    is_accepted = until is not None and not reason
    title = "Thông báo thụ lý khiếu nại" if is_accepted else "Thông báo không thụ lý khiếu nại"
    closing = (
        f"Khiếu nại được thụ lý để giải quyết; hạn giải quyết: hết ngày {_day(until)}."
        if until and is_accepted
        else "Khiếu nại không được thụ lý với lý do nêu trên."
    )
    return title, {
        "rows": [*rows, ("Lý do", reason)] if reason else list(rows),
        "closing": [closing, "Thông báo để ông (bà) được biết."],
        "signer_role": "Thủ trưởng cơ quan",
    }


def _day(at: datetime) -> str:
    return at.astimezone(VIETNAM).strftime("%d/%m/%Y")
