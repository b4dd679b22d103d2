"""Services built on the data: the gallery, and registering one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone, for_person
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number
from nentang.measure.open_data import actions
from nentang.measure.open_data.context import said
from nentang.measure.open_data.queries import (
    confirmed_services,
    declarations,
    search_datasets,
)

PAGE = 20
NAMES = ("code", "title", "maker", "url", "summary")


@require_safe
@for_everyone
def gallery(request: PageRequest) -> HttpResponse:
    """What people have built, newest first."""
    found = confirmed_services(None, whole_number(request.GET.get("truoc", "")), PAGE + 1)
    known = declarations()
    context = {
        "services": [
            (each, said(known[each.dataset.code].title) if each.dataset.code in known else "")
            for each in found[:PAGE]
        ],
        "older_url": f"?truoc={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "was_sent": "moi" in request.GET,
        "crumbs": _crumbs(),
    }
    return render(request, "open_data/services.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def register(request: PageRequest) -> HttpResponse:
    """The form; again with what was typed where it is refused."""
    typed = {name: (request.POST or request.GET).get(name, "")[:500] for name in NAMES}
    error = ""
    if request.method == "POST":
        try:
            actions.register_service(**typed, actor=request.actor, at=clock.now())
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect(f"{reverse('open_data:services')}?moi")
    choices = [(each.dataset.code, said(each.declaration.title)) for each in search_datasets()]
    context = {**typed, "error": error, "choices": choices, "crumbs": _crumbs()}
    status = 422 if error else 200
    return render(request, "open_data/register_service.html", context, status=status)


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Dữ liệu mở"), "url": reverse("open_data:catalogue")}]
