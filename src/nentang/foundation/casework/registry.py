"""Kinds of cases, as their apps register them, and what officers are told of due cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

from .rules.kinds import CaseKind, Waiting, load_kind

if TYPE_CHECKING:
    from .models import Case

    KeepAway = Callable[[Case, int, datetime], bool]

_tables: dict[str, tuple[Path, str]] = {}
_kept_away: dict[str, KeepAway] = {}

NEARLY_DUE = declare_template(
    MessageTemplate(
        code="casework.nearly_due",
        title_vi="Việc {code} sắp đến hạn",
        title_en="Case {code} is nearly due",
        body_vi="Việc {code} phải xong trong một ngày làm việc nữa. Mở trang của việc để làm tiếp.",
        body_en="Case {code} is due within one working day. Open its page to go on.",
        channels=(Channel.PUSH,),
        link="/viec/{code}/",
    )
)
OVERDUE = declare_template(
    MessageTemplate(
        code="casework.overdue",
        title_vi="Việc {code} đã quá hạn",
        title_en="Case {code} is overdue",
        body_vi="Việc {code} đã quá hạn. Xin lỗi và hẹn lại với người nộp, rồi làm xong sớm nhất.",
        body_en="Case {code} is overdue. Apologise to the applicant, give a new date, and finish it soon.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/viec/{code}/",
    )
)
OVERDUE_FOR_BODY = declare_template(
    MessageTemplate(
        code="casework.overdue_for_body",
        title_vi=OVERDUE.title_vi,
        title_en=OVERDUE.title_en,
        body_vi="Việc {code} đã quá hạn. Báo cho cơ quan đang chờ biết vì sao chậm và khi nào xong, rồi làm xong sớm nhất.",
        body_en="Case {code} is overdue. Tell the body that waits for it why and until when, and finish it soon.",
        channels=OVERDUE.channels,
        link=OVERDUE.link,
    )
)
OVERDUE_FOR = {Waiting.APPLICANT: OVERDUE, Waiting.BODY: OVERDUE_FOR_BODY}


def register_kind(name: str, table: Path, *, url_name: str) -> None:
    """Make the kind in that file known; it is read when somebody first asks for it.

    ValueError where another kind has its name.
    """
    if _tables.setdefault(name, (table, url_name)) != (table, url_name):
        raise ValueError(f"two kinds are called {name}: {_tables[name][0]} and {table}")


@cache
def kind_named(name: str) -> CaseKind:
    """The kind of that name; KeyError where no app registered it, ValueError where its file has another."""
    table, url_name = _tables[name]
    kind = load_kind(table, url_name=url_name)
    if kind.name != name:
        raise ValueError(f"{table.name} is the kind {kind.name}, not {name}")
    return kind


def kinds() -> tuple[CaseKind, ...]:
    """All kinds, by name."""
    return tuple(map(kind_named, sorted(_tables)))


def keep_away(kind: str, check: KeepAway) -> None:
    """Let `check(case, account_id, at)` say who must not be given cases of that kind."""
    _kept_away[kind] = check


def is_kept_away(case: Case, account_id: int, *, at: datetime) -> bool:
    """Whether the app that holds the case keeps that officer from it."""
    check = _kept_away.get(case.kind)
    return check is not None and check(case, account_id, at)
