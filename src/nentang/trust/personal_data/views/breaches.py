"""The register of breaches: recording one, telling the authority."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.trust.personal_data.actions import notify_authority, record_breach
from nentang.trust.personal_data.enums import ROLE
from nentang.trust.personal_data.forms import BreachForm
from nentang.trust.personal_data.queries import breaches_of, own_bodies


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(ROLE)
def breaches(request: PageRequest) -> HttpResponseBase:
    """All breaches of the bodies where one answers for personal data; recording one."""
    form = BreachForm(request.POST or None, bodies=own_bodies(request.actor))
    if request.method == "POST" and form.is_valid():
        try:
            record_breach(**form.recorded(), actor=request.actor, at=clock.now())
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã ghi. Lập thông báo trước hạn ghi bên vụ việc."))
            return redirect("personal_data:breaches")
    context = {"form": form, "breaches": breaches_of(request.actor)}
    status = 422 if form.errors else 200
    return render(request, "personal_data/breaches.html", context, status=status)


@require_POST
@for_officer(ROLE)
def notify(request: PageRequest, code: str) -> HttpResponse:
    """Make the notice to the authority."""
    breach = notify_authority(code=code, actor=request.actor, at=clock.now())
    if breach.notice is None:
        return redirect("personal_data:breaches")
    return redirect("documents:document", breach.notice.public_id)
