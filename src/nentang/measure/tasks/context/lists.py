"""Lists and boards: what is asked for by the words of an address, one page of it, how all of it stands."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import Tab
from nentang.kernel.text import whole_number
from nentang.measure.tasks.enums import Standing
from nentang.measure.tasks.models import Decision
from nentang.measure.tasks.queries import (
    Wanted,
    areas,
    by_area,
    by_body,
    by_decision,
    counts,
    listed,
    steered,
)
from nentang.measure.tasks.rules.tracking import tracking_on

from .words import due_words, lines_of, shares_of, standing_words

SHOWN, MOST_IN_FILE = 40, 5000
WORDS = {
    "chua-den-han": Standing.NOT_DUE,
    "trong-han": Standing.IN_TIME,
    "gia-han": Standing.EXTENDED,
    "tra-lai": Standing.RETURNED,
    "qua-han": Standing.LATE,
    "xong-dung-han": Standing.DONE_IN_TIME,
    "xong-qua-han": Standing.DONE_LATE,
}
ADDRESSES = {standing: word for word, standing in WORDS.items()}


def wanted_of(said: Mapping[str, str], decision: str = "") -> Wanted:
    """What the words of an address ask for; what is wrong asks for all."""
    return Wanted(
        decision=decision or said.get("van-ban", "")[:60],
        body=whole_number(said.get("co-quan", "")),
        area=said.get("linh-vuc", "")[:200],
        standing=str(WORDS.get(said.get("tinh-trang", ""), "")),
        whole_only=said.get("chi", "") == "goc",
    )


def list_context(
    actor: Actor, wanted: Wanted, said: Mapping[str, str], today: date, here: str
) -> dict[str, Any]:
    """One page of tasks with tabs by standing; a constant number of queries."""
    after = whole_number(said.get("sau", "")) or 0
    found = listed(actor, wanted, today, after_id=after, limit=SHOWN + 1)
    counted = counts(actor, wanted, today)
    body = organization_names([wanted.body]) if wanted.body is not None else {}
    return {
        "lines": lines_of(found[:SHOWN], today),
        "counts": counted,
        "tabs": list(_tabs(wanted, counted, here)),
        "chart": shares_of(_("Nhiệm vụ theo tình trạng"), counted) if counted["all"] else None,
        "wanted": wanted,
        "body_name": body.get(wanted.body or 0, ""),
        "areas": areas(wanted.decision) if wanted.decision else [],
        "older_url": _url(here, wanted, sau=found[SHOWN - 1].pk) if len(found) > SHOWN else "",
        "file_url": f"{reverse('tasks:table')}?{_query(wanted)}",
        "rule": tracking_on(today),
    }


def list_table(
    actor: Actor, wanted: Wanted, today: date
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The same as a table, at most five thousand rows."""
    head = (
        _("Mã"),
        _("Văn bản giao việc"),
        _("Mục"),
        _("Lĩnh vực"),
        _("Nhiệm vụ"),
        _("Cơ quan chủ trì"),
        _("Hạn ban đầu"),
        _("Hạn hiện nay"),
        _("Tình trạng"),
    )
    return head, [_row(task) for task in listed(actor, wanted, today, limit=MOST_IN_FILE)]


def _row(task: Any) -> tuple[object, ...]:
    return (
        task.code,
        task.decision.symbol,
        task.item,
        task.area,
        task.text,
        task.lead.name,
        due_words(task.due_kind, task.first_due_on),
        due_words(task.due_kind, task.due_on),
        standing_words(task.standing),
    )


def decisions_context(actor: Actor, said: Mapping[str, str], today: date) -> dict[str, Any]:
    """The newest decisions with how their tasks stand, and who steers; for everybody."""
    before = whole_number(said.get("truoc", ""))
    found = by_decision(actor, today, before_id=before, limit=SHOWN + 1)
    counted = counts(actor, Wanted(whole_only=True), today)
    last = found[SHOWN - 1][0] if len(found) > SHOWN else None
    return {
        "decisions": [_decision(each, sums) for each, sums in found[:SHOWN]],
        "counts": counted,
        "chart": shares_of(_("Nhiệm vụ theo tình trạng"), counted) if counted["all"] else None,
        "steered": steered(today),
        "older_url": f"?truoc={last.pk}" if last else "",
        "late_url": f"{reverse('tasks:list')}?tinh-trang=qua-han&chi=goc",
        "rule": tracking_on(today),
    }


def _decision(decision: Decision, sums: Mapping[str, int]) -> dict[str, Any]:
    done = sums.get("done_in_time", 0) + sums.get("done_late", 0)
    return {
        "decision": decision,
        "all": sums.get("all", 0),
        "done": done,
        "late": sums.get("late", 0),
    }


def board_context(
    actor: Actor, wanted: Wanted, said: Mapping[str, str], today: date
) -> dict[str, Any]:
    """How tasks stand by lead body or by area."""
    by = "linh-vuc" if said.get("theo", "") == "linh-vuc" else "co-quan"
    here = reverse("tasks:board")
    titles = {"co-quan": _("Theo cơ quan"), "linh-vuc": _("Theo lĩnh vực")}
    tabs = [
        Tab(title, f"{here}?theo={name}", is_current=name == by) for name, title in titles.items()
    ]
    if by == "linh-vuc":
        rows = [
            _sums(row, row["area"], "linh-vuc", row["area"])
            for row in by_area(actor, wanted, today)
        ]
        return {"rows": rows, "tabs": tabs, "title": titles[by], "older_url": ""}
    found = by_body(actor, wanted, today, after=said.get("sau", "")[:420], limit=SHOWN + 1)
    rows = [_sums(row, row["lead__name"], "co-quan", row["lead_id"]) for row in found[:SHOWN]]
    key = (
        f"{found[SHOWN - 1]['lead__sort_name']}|{found[SHOWN - 1]['lead_id']}"
        if len(found) > SHOWN
        else ""
    )
    older = f"{here}?{urlencode({'theo': by, 'sau': key})}" if key else ""
    return {"rows": rows, "tabs": tabs, "title": titles[by], "older_url": older}


def _sums(row: Mapping[str, Any], name: str, word: str, value: object) -> dict[str, Any]:
    done = row["done_in_time"] + row["done_late"]
    still = row["all"] - done - row["late"]
    address = f"{reverse('tasks:list')}?{urlencode({word: value})}"
    return {**row, "name": name, "open": still, "url": address}


def _tabs(wanted: Wanted, counted: Mapping[str, int], here: str) -> Iterator[Tab]:
    every = Wanted(wanted.decision, wanted.body, wanted.area, "", wanted.whole_only)
    yield Tab(_("Tất cả"), _url(here, every), is_current=not wanted.standing, count=counted["all"])
    for standing in Standing:
        number = counted[standing.value]
        if number or standing == wanted.standing:
            one = Wanted(
                wanted.decision, wanted.body, wanted.area, standing.value, wanted.whole_only
            )
            is_here = standing == wanted.standing
            yield Tab(str(standing.label), _url(here, one), is_current=is_here, count=number)


def _url(here: str, wanted: Wanted, **more: int) -> str:
    query = _query(wanted, in_page=here != reverse("tasks:list"), **more)
    return f"{here}?{query}" if query else here


def _query(wanted: Wanted, *, in_page: bool = False, **more: int) -> str:
    said: dict[str, object] = {
        "van-ban": "" if in_page else wanted.decision,
        "co-quan": "" if wanted.body is None else wanted.body,
        "linh-vuc": wanted.area,
        "tinh-trang": ADDRESSES.get(Standing(wanted.standing), "") if wanted.standing else "",
        "chi": "goc" if wanted.whole_only else "",
        **more,
    }
    return urlencode({name: value for name, value in said.items() if value != ""})
