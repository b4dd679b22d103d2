"""Signing in one go: what waits for a leader, looked through and signed together."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.services.actions import grant_dossier
from nentang.government.services.errors import ChangedMeanwhile
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change, procedure_of, waiting_for_leader
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

MOST_AT_ONCE = 50


@for_officer("leader")
def signing_page(request: PageRequest) -> HttpResponse:
    """Dossiers proposed for decision, the earliest due first."""
    rows = waiting_for_leader(request.actor.organizations("leader"), limit=MOST_AT_ONCE + 1)
    context = {
        "rows": [
            {"dossier": each.dossier, "procedure": procedure_of(each.dossier), "note": each.note}
            for each in rows[:MOST_AT_ONCE]
        ],
        "is_more": len(rows) > MOST_AT_ONCE,
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
    }
    return render(request, "services/signing.html", context)


@require_POST
@for_officer("leader")
def sign(request: PageRequest) -> HttpResponseRedirect:
    """Sign the chosen ones, each by itself: what cannot be signed holds up nothing else."""
    chosen = request.POST.getlist("code")[:MOST_AT_ONCE]
    if not chosen:
        messages.warning(request, _("Chưa chọn hồ sơ nào. Đánh dấu ô ở đầu dòng rồi bấm lại."))
    refusals: dict[str, list[str]] = {}
    for each in dict.fromkeys(chosen):
        code, _separator, version = each.partition("@")
        try:
            _sign_as_seen(request, code, version)
        except DomainError as refusal:
            refusals.setdefault(str(refusal.sentence), []).append(code)
    for sentence, codes in refusals.items():
        messages.warning(request, f"{sentence} {', '.join(codes)}")
    if done := len(set(chosen)) - sum(map(len, refusals.values())):
        said = ngettext("Đã ký %(count)s kết quả.", "Đã ký %(count)s kết quả.", done)
        messages.success(request, said % {"count": done})
    return redirect("services:signing")


def _sign_as_seen(request: PageRequest, code: str, version: str) -> None:
    dossier = dossier_to_change(code)
    check_works_on(request.actor, dossier, "leader")
    if str(dossier.case.version) != version:
        raise ChangedMeanwhile
    grant_dossier(code=code, actor=request.actor, at=clock.now())
