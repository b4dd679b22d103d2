"""Each whole procedure's form is filled in page by page without script, and arrives as it was typed."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.foundation.forms.public import FieldKind, FormDefinition
from nentang.foundation.forms.rules.definition import Step
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.catalogue.adapters.law_files import bundles_in_files
from nentang.government.catalogue.public import bundle_on
from nentang.government.services.models import Dossier
from nentang.kernel import clock
from nentang.kernel.clock import legal_day

from .factories import PIXEL, make_applicant, make_office
from .generated import generate

DAY = date(2020, 12, 7)
WHOLE = [each.code for each in bundles_in_files(DAY) if each.procedure.is_whole]


@pytest.fixture
def client(at: datetime, settings: Settings) -> Client:
    """Somebody signed in at level 2 that morning."""
    settings.DEMO = True
    clock.use(lambda: at)
    client = Client()
    client.post("/dang-nhap/thu/", {"account": make_applicant(at=at).account_id})
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("code", WHOLE)
def test_a_form_is_filled_in_page_by_page(client: Client, at: datetime, code: str) -> None:
    bundle = bundle_on(code, legal_day(at))
    subject, definition = bundle.procedure, bundle.form
    answers = generate(definition, seed=3, on=legal_day(at), file_id=1)
    draft = _begin(client, code, _body(subject.receives, at), definition)

    for step in definition.steps:
        assert client.get(f"{draft}{step.name}/").status_code == 200
        sent = client.post(f"{draft}{step.name}/", {**_posted(step, answers), "_go": "next"})
        assert sent.status_code == 302, sent.content.decode()
    arrived = client.post(f"{draft}xem-lai/", follow=True)

    assert "Đã gửi hồ sơ." in arrived.content.decode()
    again = client.post(f"{draft}xem-lai/", follow=True)
    assert again.redirect_chain == arrived.redirect_chain
    without_files = {k: v for k, v in answers.items() if k not in definition.file_fields}
    assert without_files.items() <= Dossier.objects.get().answers.items()


def _body(level: str, at: datetime) -> int:
    office = make_office(at=at)
    if level == "commune":
        return office.body.pk
    return create_organization(
        name="Ủy ban nhân dân huyện Mẫu",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.DISTRICT,
        code="H42.15",
        unit_code="981",
        valid_from=DAY,
        actor=SYSTEM,
        at=at,
    ).pk


def _begin(client: Client, code: str, body: int, definition: FormDefinition) -> str:
    """The address of a new draft, without its step."""
    begun = client.post(f"/dich-vu-cong/{code}/nop/{body}/")
    return str(begun["Location"]).removesuffix(f"{definition.steps[0].name}/")


def _posted(step: Step, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers of a step as a browser posts them."""
    posted: dict[str, Any] = {}
    for field in step.fields:
        if field.name in answers and field.kind is FieldKind.FILE:
            posted[field.name] = SimpleUploadedFile("anh.png", PIXEL, "image/png")
        elif field.name in answers:
            posted |= _flat(field.name, answers[field.name])
    return posted


def _flat(path: str, value: Any) -> dict[str, str]:
    if isinstance(value, bool):
        return {path: "yes" if value else "no"}
    if not isinstance(value, dict | list):
        return {path: str(value)}
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    return {k: v for key, part in parts for k, v in _flat(f"{path}.{key}", part).items()}
