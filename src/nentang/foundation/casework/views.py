"""The officer's inbox."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nentang.agreements.actor import Actor
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .actions import assign_case
from .models import Case
from .queries import InboxView, find_case, inbox, inbox_counts
from .registry import kind_named, kinds
from .rules.working_time import working_minutes

TITLES = {
    InboxView.MINE: _("Đến lượt tôi"),
    InboxView.SOON: _("Sắp đến hạn"),
    InboxView.LATE: _("Quá hạn"),
    InboxView.APPLICANT: _("Chờ dân"),
    InboxView.ELSEWHERE: _("Chờ cơ quan khác"),
    InboxView.ALL: _("Cả bộ phận"),
}
HINTS = {
    InboxView.MINE: _("Việc mới đến vai trò của anh chị sẽ hiện ở đây, việc gấp nhất ở trên."),
    InboxView.SOON: _("Trong một ngày làm việc tới không có việc nào đến hạn."),
    InboxView.LATE: _("Không việc nào quá hạn."),
}
MOST_AT_ONCE = 50


@for_officer()
def inbox_page(request: PageRequest) -> HttpResponse:
    """What waits for the officer, dense and by due time."""
    at = clock.now()
    view = _view(request.GET.get("loc", ""))
    words, kind, after = (request.GET.get(name, "")[:80] for name in ("q", "loai", "sau"))
    page = inbox(request.actor, view, at=at, words=words, kind=kind, after=_whole_key(after))
    counts = inbox_counts(request.actor, at=at)
    language = get_language() or "vi"
    context = {
        "view": view,
        "title": TITLES[view],
        "filters": [(each, TITLES[each], counts[each]) for each in InboxView],
        "kinds": [(each.name, each.title(language)) for each in kinds()],
        "kind": kind,
        "words": words,
        "rows": [_row(case, language, at) for case in page.rows],
        "may_take": view is not InboxView.ELSEWHERE,
        "hint": HINTS.get(view, ""),
        "next_key": page.next_key,
    }
    return render(request, "casework/inbox.html", context)


@require_POST
@for_officer()
def take(request: PageRequest) -> HttpResponse:
    """Take the chosen cases; those that somebody else was faster to take are passed over."""
    codes = request.POST.getlist("code")[:MOST_AT_ONCE]
    taken = sum(_take(request.actor, code) for code in codes)
    if not codes:
        messages.warning(request, _("Chưa chọn việc nào. Đánh dấu ô ở đầu dòng rồi bấm nhận."))
    if taken:
        said = ngettext("Đã nhận %(count)s việc.", "Đã nhận %(count)s việc.", taken)
        messages.success(request, said % {"count": taken})
    if passed := len(codes) - taken:
        said = ngettext(
            "%(count)s việc vừa có người khác xử lý.",
            "%(count)s việc vừa có người khác xử lý.",
            passed,
        )
        messages.warning(request, said % {"count": passed})
    return redirect(f"{reverse('casework:inbox')}?loc={_view(request.POST.get('loc', ''))}")


@for_officer()
def case_page(request: PageRequest, code: str) -> HttpResponseRedirect:
    """To the page that the kind of the case has for it."""
    case = find_case(code)
    return redirect(kind_named(case.kind).url_name, code=code)


def _take(actor: Actor, code: str) -> bool:
    """Whether the officer has the case now."""
    try:
        assign_case(case=find_case(code), account_id=actor.account_id, actor=actor, at=clock.now())
    except DomainError:
        return False
    return True


def _row(case: Case, language: str, at: datetime) -> dict[str, object]:
    kind = kind_named(case.kind)
    return {
        "case": case,
        "state": kind.states[case.state].title(language),
        "held": working_minutes(case.held_since, at),
    }


def _view(word: str) -> InboxView:
    return InboxView(word) if word in {each.value for each in InboxView} else InboxView.MINE


def _whole_key(key: str) -> str:
    """The key, if it is one that a page gave out."""
    due, _bar, last = key.replace(" ", "+").rpartition("|")
    return f"{due}|{last}" if last.isdigit() and (not due or parse_datetime(due)) else ""
