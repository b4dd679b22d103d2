"""The officer's inbox, taking and handing out in bulk, and what is late by who has it."""

from collections.abc import Callable
from datetime import datetime
from itertools import cycle

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nentang.foundation.organizations.public import OrganizationLevel
from nentang.foundation.portal.public import Bar, Bars, PageRequest, Share, Shares, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .actions import assign_case, take_case
from .enums import HEADS
from .errors import CaseNotFound
from .models import Case
from .queries import (
    Inbox,
    InboxView,
    Rank,
    RankName,
    bodies_of_rank,
    busiest,
    case_with_code,
    chosen_cases,
    colleagues,
    delays,
    headed,
    loads,
    ranks,
    risks,
    spent,
    waits,
)
from .registry import kind_named, kinds

TITLES = {
    InboxView.MINE: _("Đến lượt tôi"),
    InboxView.SOON: _("Sắp đến hạn"),
    InboxView.LATE: _("Quá hạn"),
    InboxView.APPLICANT: _("Chờ người dân"),
    InboxView.ELSEWHERE: _("Chờ cơ quan khác"),
    InboxView.ALL: _("Cả bộ phận"),
}
HINTS = {
    InboxView.MINE: _("Việc mới đến vai trò của anh chị sẽ hiện ở đây, việc gấp nhất ở trên."),
    InboxView.SOON: _("Trong một ngày làm việc tới không có việc nào đến hạn."),
    InboxView.LATE: _("Không việc nào quá hạn."),
}
WAITS = {
    "applicant": _("Chờ người nộp"),
    "free": _("Chờ người nhận trong cơ quan"),
    "ours": _("Cơ quan khác chờ mình"),
}
RANKS = {
    RankName.OWN: _("Cơ quan của mình"),
    RankName.BESIDE: _("Sở, ngành, cơ quan chuyên môn"),
}
RANK_TONES = ("info", "ok", "wait", "left")
MOST_AT_ONCE = 50
YEARS_SHOWN = 6
NOBODY = "0"


@for_officer()
def inbox_page(request: PageRequest) -> HttpResponse:
    """What waits for the officer, most pressing first; a whole code goes straight to its case."""
    at, actor = clock.now(), request.actor
    view = _view(request.GET.get("loc", ""))
    words, kind, after = (request.GET.get(name, "")[:80] for name in ("q", "loai", "sau"))
    if words and (case := case_with_code(actor, words)):
        return redirect("casework:case", case.code)
    inbox = Inbox(actor, at=at)
    page, counts = inbox.page(view, words=words, kind=kind, after=after), inbox.counts()
    language = get_language() or "vi"
    context = {
        "view": view,
        "title": TITLES[view],
        "filters": [(each, TITLES[each], counts.views[each]) for each in InboxView],
        "kinds": [(k.name, k.title(language), counts.kinds.get(k.name, 0)) for k in kinds()],
        "is_partial": counts.is_partial,
        "kind": kind,
        "words": words,
        "rows": [_row(case, language, at) for case in page.rows],
        "everywhere_url": "?" + _query(InboxView.ALL, "", q=words),
        "next_query": _query(view, kind, q=words, sau=page.next_key) if page.next_key else "",
        "hint": HINTS.get(view, ""),
        "may_take": view is not InboxView.ELSEWHERE,
        "is_head": actor.has_role(*HEADS),
        "colleagues": colleagues(actor.organizations(*HEADS), on=clock.legal_day(at)),
        "nobody": NOBODY,
    }
    return render(request, "casework/inbox.html", context)


@require_POST
@for_officer()
def take(request: PageRequest) -> HttpResponse:
    """Take the chosen cases; those that somebody else was faster to take are told of."""
    done = _each_chosen(request, lambda case, at: take_case(case=case, actor=request.actor, at=at))
    if done:
        said = ngettext("Đã nhận %(count)s việc.", "Đã nhận %(count)s việc.", done)
        messages.success(request, said % {"count": done})
    return _back(request)


@require_POST
@for_officer(*HEADS)
def assign(request: PageRequest) -> HttpResponse:
    """Give the chosen cases to one officer, or take them back from whoever has them."""
    chosen = request.POST.get("account", "")
    people = colleagues(request.actor.organizations(*HEADS), on=clock.legal_day(clock.now()))
    account_id = next((each.pk for each in people if str(each.pk) == chosen), None)
    if account_id is None and chosen != NOBODY:
        messages.warning(request, _("Chưa chọn người. Chọn người nhận việc rồi bấm giao lại."))
        return _back(request)
    done = _each_chosen(
        request,
        lambda case, at: assign_case(case=case, account_id=account_id, actor=request.actor, at=at),
    )
    if done:
        said = ngettext("Đã giao %(count)s việc.", "Đã giao %(count)s việc.", done)
        messages.success(request, said % {"count": done})
    return _back(request)


@for_officer()
def case_page(request: PageRequest, code: str) -> HttpResponseRedirect:
    """To the page that the kind of the case has for it; elsewhere's cases do not exist here."""
    case = case_with_code(request.actor, code)
    if case is None:
        raise CaseNotFound
    return redirect(kind_named(case.kind).url_name, code=code)


@for_officer(*HEADS)
def board_page(request: PageRequest) -> HttpResponse:
    """Who has how much, what may be late, who waits for whom, in the bodies that one heads; and how those below do."""
    at, actor = clock.now(), request.actor
    bodies = actor.organizations(*HEADS)
    shares = loads(bodies, at=at)
    bars = tuple(Bar(each.officer or gettext("Chưa ai nhận"), each.running) for each in shares[:12])
    waiting = [(WAITS.get(each.whom, each.whom), each) for each in waits(bodies, at=at)]
    year = clock.legal_day(at).year
    found = ranks(actor, year=year, at=at)
    context = {
        "loads": shares,
        "chart": Bars(gettext("Việc đang chạy"), bars, unit=gettext("việc"), digits=0)
        if bars
        else None,
        "risks": risks(bodies, at=at),
        "waits": waiting,
        "has_own": bool(shares or waiting),
        "has_below": any(each.name is not RankName.OWN for each in found),
        "busiest": busiest(actor, at=at),
        **_ranks_shown(found, year),
    }
    return render(request, "casework/board.html", context)


@for_officer(*HEADS)
def delays_page(request: PageRequest) -> HttpResponse:
    """Who has what is late or nearly so, in the bodies that one heads and below."""
    rows, next_key = delays(request.actor, at=clock.now(), after=request.GET.get("sau", "")[:80])
    next_query = urlencode({"sau": next_key}) if next_key else ""
    return render(request, "casework/delays.html", {"delays": rows, "next_query": next_query})


@for_officer(*HEADS)
def spent_page(request: PageRequest) -> HttpResponse:
    """By whom the days were spent, in the bodies that one heads and below, in a year; all or those of a rank."""
    at, actor = clock.now(), request.actor
    this_year = clock.legal_day(at).year
    years = range(this_year, this_year - YEARS_SHOWN, -1)
    asked, rank = request.GET.get("nam", ""), _rank(request.GET.get("cap", ""))
    year = next((each for each in years if str(each) == asked), this_year)
    bodies = bodies_of_rank(actor, rank) if rank else headed(actor)
    rows, next_key = spent(bodies, year=year, at=at, after=request.GET.get("sau", "")[:80])
    late = tuple(Bar(each.body, each.late_minutes / 60) for each in rows[:12] if each.late_minutes)
    again = {"nam": str(year), "cap": rank or "", "sau": next_key}
    context = {
        "rows": rows,
        "year": year,
        "years": years,
        "rank": rank or "",
        "rank_title": _rank_title(rank) if rank else "",
        "chart": Bars(gettext("Giờ làm việc trong hồ sơ trễ"), late, unit=gettext("giờ"))
        if late
        else None,
        "next_query": urlencode(again) if next_key else "",
        **_ranks_shown(ranks(actor, year=year, at=at), year),
    }
    return render(request, "casework/spent.html", context)


def _ranks_shown(found: list[Rank], year: int) -> dict[str, object]:
    """The ranks with their titles, where there is more than one's own body, and whose days they were as a bar."""
    titled = [(_rank_title(each.name), each) for each in found]
    shares = tuple(
        Share(title, each.minutes / 480, tone)
        for (title, each), tone in zip(titled, cycle(RANK_TONES), strict=False)
        if each.minutes
    )
    said = gettext("Ngày làm việc năm %(year)s nằm ở đâu") % {"year": year}
    return {
        "ranks": titled if len(found) > 1 else [],
        "rank_shares": Shares(said, shares, unit=gettext("ngày"), digits=1) if shares else None,
        "this_year": year,
    }


def _rank_title(name: RankName) -> str:
    return str(RANKS.get(name) or OrganizationLevel(name.value).label)


def _rank(word: str) -> RankName | None:
    return RankName(word) if word in {each.value for each in RankName} else None


def _each_chosen(request: PageRequest, act: Callable[[Case, datetime], object]) -> int:
    """Do it with every chosen case that permits it; how many. Says why others did not."""
    codes = set(request.POST.getlist("code")[:MOST_AT_ONCE])
    if not codes:
        messages.warning(request, _("Chưa chọn việc nào. Đánh dấu ô ở đầu dòng rồi bấm lại."))
    at, refusals, found = clock.now(), dict[str, int](), chosen_cases(request.actor, codes)
    for case in found:
        try:
            act(case, at)
        except DomainError as refusal:
            refusals[refusal.sentence] = refusals.get(refusal.sentence, 0) + 1
    for sentence, count in refusals.items():
        messages.warning(request, f"{sentence} ({count})")
    if gone := len(codes) - len(found):
        said = ngettext(
            "%(count)s việc không còn ở cơ quan anh chị.",
            "%(count)s việc không còn ở cơ quan anh chị.",
            gone,
        )
        messages.warning(request, said % {"count": gone})
    return len(found) - sum(refusals.values())


def _back(request: PageRequest) -> HttpResponseRedirect:
    """To the filter and kind that the officer came from."""
    query = _query(_view(request.POST.get("loc", "")), request.POST.get("loai", "")[:40])
    return redirect(f"{reverse('casework:inbox')}?{query}")


def _row(case: Case, language: str, at: datetime) -> dict[str, object]:
    state = kind_named(case.kind).states[case.state]
    return {"case": case, "state": state.title(language), "held": case.held_for(at)}


def _query(view: InboxView, kind: str, **more: str) -> str:
    named = {"loc": str(view), "loai": kind, **more}
    return urlencode({name: value for name, value in named.items() if value})


def _view(word: str) -> InboxView:
    return InboxView(word) if word in {each.value for each in InboxView} else InboxView.MINE
