"""What the decision about a complaint says of it."""

from django.utils.translation import override

from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import current_organization, organization
from nentang.government.complaints.enums import About, Instance, Remedy, Verdict
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.rules.decision import Matter
from nentang.government.complaints.rules.second import second_span
from nentang.government.complaints.rules.terms import resolution_terms_on
from nentang.kernel.clock import legal_day

from .complaints import standing_of


def decision_matter(complaint: Complaint) -> Matter:
    """The decided complaint in the words of the active language."""
    given = complaint.explanations.exclude(answer="").order_by("id")
    instance = Instance(complaint.instance)
    day = legal_day(complaint.accepted_at or complaint.filed_at)
    is_first = instance is Instance.FIRST
    return Matter(
        code=complaint.code,
        instance=str(instance.label),
        complainant=complaint.case.applicant_name,
        place=person(complaint.complainant_id).address_line,
        against=organization(complaint.against_id).name,
        dossier=f"{complaint.dossier.case.title}, mã {complaint.dossier.code}",
        about=str(About(complaint.about).label),
        statement=complaint.statement,
        demand=complaint.demand,
        filed_at=complaint.filed_at,
        accepted_at=complaint.accepted_at,
        explanations=tuple(given.values_list("answer", flat=True)),
        dialogues=tuple(
            (each.held_on, each.minutes) for each in complaint.dialogues.order_by("id")
        ),
        verdict=str(Verdict(complaint.verdict).label),
        reasons=complaint.reasons,
        remedy=str(Remedy(complaint.remedy).label),
        law=resolution_terms_on(day, instance).citation,
        above=body_above(complaint) if is_first else "",
        second_until=second_span(standing_of(complaint)).until if is_first else None,
    )


def complaint_rows(complaint: Complaint) -> list[tuple[str, str]]:
    """Who complains about what, as notices name it, in Vietnamese."""
    with override("vi"):  # the paper's language, whatever its issuer reads
        about = str(About(complaint.about).label)
        instance = str(Instance(complaint.instance).label)
    return [
        ("Người khiếu nại", complaint.case.applicant_name),
        ("Người bị khiếu nại", organization(complaint.against_id).name),
        ("Hồ sơ", complaint.dossier.code),
        ("Nội dung khiếu nại", f"{about}. {complaint.statement}"),
        ("Lần khiếu nại", instance),
    ]


def body_above(complaint: Complaint) -> str:
    """The name of the body that takes a second complaint; nothing where none is recorded."""
    day = legal_day(complaint.filed_at)
    settled = current_organization(complaint.case.holder_id, day)
    return current_organization(settled.parent_id, day).name if settled.parent_id else ""
