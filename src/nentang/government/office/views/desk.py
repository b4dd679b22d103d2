"""What waits for an officer, by duty; how the body numbers."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.office import actions
from nentang.government.office.forms import NotationForm
from nentang.government.office.permissions import bodies_of
from nentang.government.office.queries import duties_of, notation_in, state_of
from nentang.government.office.registry import DOCUMENT_CLERK, OFFICE_ROLES
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .entered import body_of

TITLES = {
    "register": _("Chờ vào sổ"),
    "issue": _("Chờ cấp số, phát hành"),
    "direct": _("Chờ chỉ đạo"),
    "sign": _("Chờ anh chị ký"),
    "initial": _("Chờ ký nháy"),
    "handle": _("Anh chị chủ trì"),
    "help": _("Anh chị phối hợp"),
    "draft": _("Anh chị đang soạn"),
}


@for_officer(*OFFICE_ROLES)
def desk(request: PageRequest) -> HttpResponse:
    """Everything that waits, each duty with its first documents."""
    duties = [
        {"title": TITLES[duty.name], "duty": duty, "rows": [(c, state_of(c)) for c in duty.cases]}
        for duty in duties_of(request.actor)
    ]
    context = {
        "duties": duties,
        "is_document_clerk": request.actor.has_role(DOCUMENT_CLERK),
        "bodies": organization_names(bodies_of(request.actor)),
    }
    return render(request, "office/desk.html", context)


@for_officer(DOCUMENT_CLERK)
def notation(request: PageRequest) -> HttpResponse:
    """The body's notation and its way of numbering."""
    body = body_of(request)
    letters, way = notation_in(body)
    start = {"notation": letters, "numbering": way.value}
    form = NotationForm(request.POST or None, initial=start)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_notation(
                organization_id=body, **form.cleaned_data, actor=request.actor, at=clock.now()
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("office:desk")
    context = {"form": form, "error": error, "name": organization_names([body])[body]}
    status = 422 if error or form.errors else 200
    return render(request, "office/notation.html", context, status=status)
