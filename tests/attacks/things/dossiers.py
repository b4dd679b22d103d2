"""The mother's dossiers and what belongs to them: files, papers, drafts, questions, complaints, chains."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.documents.models import IssuedDocument, StoredFile
from nentang.foundation.forms.models import Draft
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.government.catalogue.models import BundleEdit
from nentang.government.catalogue.public import bundle_on
from nentang.government.complaints.models import Complaint, Explanation
from nentang.government.linked.models import Chain
from nentang.government.services.actions import (
    begin_assisting,
    consult_body,
    forward_dossier,
    receive_dossier,
)
from nentang.government.services.models import Consultation
from nentang.government.status_sync.actions import connect_portal
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.catalogue.factories import begun, make_ministry, save
from tests.government.linked.factories import trio_answers
from tests.government.services.factories import make_dossier, make_officer

from .lot import Lot


def dossiers(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """With those of other bodies who were asked about one, or to whom one went."""
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__name__vi="Tên mới")
    connect_portal(code="cong-mau", name="Cổng mẫu", actor=masters["here"], at=at)
    consult_body(
        code=world.mother.dossiers[1],
        organization_id=ministry.body.pk,
        question="Có vướng gì không?",
        working_days=2,
        actor=world.here.clerk,
        at=at,
    )
    asked = make_officer(ministry.body, "specialist", at=at)
    taxer, taxed = _taxed(world, at)
    values: dict[str, list[Any]] = {
        **_codes(world),
        **_belongings(world, at),
        "services.ask_obligation.code": [taxed],
        "catalogue.draft_id": [draft.public_id],
        "edit_id": [*BundleEdit.objects.values_list("pk", flat=True)],
        "sheet": ["chung"],
        "status_sync.code": ["cong-mau"],
    }
    rightful = (ministry.writer, ministry.approver, asked, taxer, _helper(world, at))
    places = {"thu-tuc/ban-soan/": {"draft_id": draft.public_id, "sheet": "chung"}}
    return Lot(values, rightful, places)


def _codes(world: World) -> dict[str, list[Any]]:
    codes = list(world.mother.dossiers)
    explanations = list(Explanation.objects.values_list("case__code", flat=True))
    consultations = Consultation.objects.values_list("case__code", flat=True)
    return {
        "services.code": [*codes],
        "dossier_code": [*codes],
        "case_code": [*codes],
        "case": list(Case.objects.filter(code__in=codes)),
        "services.answer_consultation.code": [*consultations],
        "complaints.code": list(Complaint.objects.values_list("case__code", flat=True)),
        "complaints.answer_explanation.code": [*explanations],
        "complaints.open_explanation.code": [*explanations],
        "linked.code": [*Chain.objects.values_list("code", flat=True)],
    }


def _belongings(world: World, at: datetime) -> dict[str, list[Any]]:
    person_id = world.mother.actor.person_id
    files = list(StoredFile.objects.filter(owner_person=person_id).values_list("pk", flat=True))
    papers = IssuedDocument.objects.filter(person=person_id)
    drafts = Draft.objects.filter(person=person_id)
    return {
        "file_id": [*files],
        "document_id": [*papers.values_list("pk", flat=True)],
        "draft_id": [*drafts.values_list("public_id", flat=True)],
        "linked.answers": [trio_answers(proof=files[0])],
        "form": [bundle_on("1.001193", legal_day(at)).form],
    }


def _helper(world: World, at: datetime) -> Actor:
    """The clerk here, who sits beside the mother."""
    return begin_assisting(
        person_id=world.mother.actor.person_id or 0,
        consent="Giấy đồng ý số 1",
        actor=world.here.clerk,
        at=at,
    )


def _taxed(world: World, at: datetime) -> tuple[Actor, str]:
    """A clerk of the tax body, and a dossier of the mother's that went there."""
    tax = create_organization(
        name="Chi cục Thuế Mẫu",
        kind=OrganizationKind.DEPARTMENT,
        level=OrganizationLevel.DISTRICT,
        task=OrganizationTask.TAX,
        unit_code="981",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    code = make_dossier(office=world.here, applicant=world.mother.actor, at=at).code
    receive_dossier(code=code, actor=world.here.clerk, at=at)
    forward_dossier(code=code, organization_id=tax.pk, note="", actor=world.here.clerk, at=at)
    return make_officer(tax, "clerk", at=at), code
