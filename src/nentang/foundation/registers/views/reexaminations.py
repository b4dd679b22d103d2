"""Looking again at what was decided on a value that was corrected since."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.foundation.registers.actions import end_reexamination
from nentang.foundation.registers.errors import RecordNotFound
from nentang.foundation.registers.forms import ReasonForm
from nentang.foundation.registers.queries import reexamination_of_case
from nentang.foundation.registers.registry import register_named
from nentang.kernel import clock
from nentang.kernel.errors import DomainError


@for_officer()
def reexamination_page(request: PageRequest, code: str) -> HttpResponse:
    """What was used, what holds now; whether the result stands."""
    examined = reexamination_of_case(code)
    if examined is None or examined.case.holder_id not in request.actor.organizations():
        raise RecordNotFound
    form, error = ReasonForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            end_reexamination(
                examined=examined,
                step="change" if "change" in request.POST else "keep",
                outcome=form.cleaned_data["reason"],
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("casework:inbox")
    register = register_named(examined.register)
    context = {
        "examined": examined,
        "register": register,
        "touched": [
            (each, register.aspect(each.evidence.aspect).fields.get(each.evidence.field, ""))
            for each in examined.touched.all()
        ],
        "form": form,
        "error": error,
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
    }
    status = 422 if error or form.errors else 200
    return render(request, "registers/reexamination.html", context, status=status)
