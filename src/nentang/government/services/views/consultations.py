"""What another body asks in a dossier: read it, answer it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.services.actions import answer_consultation
from nentang.government.services.permissions import check_is_consulted
from nentang.government.services.queries import find_consultation
from nentang.kernel import clock
from nentang.kernel.errors import DomainError


@for_officer()
def consultation_page(request: PageRequest, code: str) -> HttpResponse:
    """The question with its due time; the answer once it is given."""
    consultation = find_consultation(code)
    check_is_consulted(request.actor, consultation)
    error, answer = "", request.POST.get("answer", "")[:4000]
    if request.method == "POST":
        try:
            answer_consultation(code=code, answer=answer, actor=request.actor, at=clock.now())
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("casework:inbox")
    context = {
        "consultation": consultation,
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
        "error": error,
        "answer": answer,
    }
    return render(request, "services/consultation.html", context, status=422 if error else 200)
