"""The officer's inbox."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

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
        "rows": [_row(case, language) for case in page.rows],
        "next_key": page.next_key,
    }
    return render(request, "casework/inbox.html", context)


@require_POST
@for_officer()
def take(request: PageRequest) -> HttpResponse:
    """Take the chosen cases; those that somebody else was faster to take are passed over."""
    codes = request.POST.getlist("code")[:MOST_AT_ONCE]
    for code in codes:
        try:
            case = find_case(code)
            assign_case(
                case=case, account_id=request.actor.account_id, actor=request.actor, at=clock.now()
            )
        except DomainError:
            continue
    return redirect(f"{reverse('casework:inbox')}?loc={_view(request.POST.get('loc', ''))}")


@for_officer()
def case_page(request: PageRequest, code: str) -> HttpResponseRedirect:
    """To the page that the kind of the case has for it."""
    case = find_case(code)
    return redirect(kind_named(case.kind).url_name, code=code)


def _row(case: Case, language: str) -> dict[str, object]:
    kind = kind_named(case.kind)
    return {
        "case": case,
        "state": kind.states[case.state].title(language),
        "hours": round(working_minutes(case.held_since, clock.now()) / 60, 1),
    }


def _view(word: str) -> InboxView:
    return InboxView(word) if word in {each.value for each in InboxView} else InboxView.MINE


def _whole_key(key: str) -> str:
    """The key, if it is one that a page gave out."""
    due, _bar, last = key.replace(" ", "+").rpartition("|")
    return f"{due}|{last}" if last.isdigit() and (not due or parse_datetime(due)) else ""
