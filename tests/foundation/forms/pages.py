"""A page around a step of a draft, as an app with a flow of its own has it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template import Context, RequestContext, Template
from django.urls import include, path

from nentang.config.urls import handler403, handler404, handler500
from nentang.foundation.forms.public import draft_of, save_draft, step_page
from nentang.kernel import clock

__all__ = ["handler403", "handler404", "handler500"]

PAGE = Template(
    '{% extends "portal/base.html" %}{% load forms %}{% block title %}Thử{% endblock %}'
    "{% block content %}{% form_step page %}{% endblock %}"
)


def step(request: HttpRequest, draft_id: UUID, step: str) -> HttpResponse:
    draft, errors = draft_of(draft_id, actor=request.actor), {}  # type: ignore[attr-defined]
    if request.method == "POST":
        saved = save_draft(
            draft_id=draft_id,
            step=step,
            posted=request.POST.dict(),
            files={name: request.FILES.getlist(name) for name in request.FILES},
            actor=request.actor,  # type: ignore[attr-defined]
            at=clock.now(),
        )
        draft, errors = saved.draft, saved.errors
    context: Context = RequestContext(request, {"page": step_page(draft, step, errors=errors)})
    return HttpResponse(PAGE.render(context))


urlpatterns = [
    path("thu/<uuid:draft_id>/<slug:step>/", step, name="trial"),
    path("", include("nentang.config.urls")),
]
