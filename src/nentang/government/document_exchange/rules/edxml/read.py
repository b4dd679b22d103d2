"""Messages out of edXML, in either of its writings of attachments and with anything else left aside."""

from typing import TYPE_CHECKING

from nentang.government.document_exchange.enums import BusinessKind, StatusCode
from nentang.government.document_exchange.errors import ElementMissing, ElementWrong

from .attachments import read_attachments
from .reading import Part
from .values import (
    AxisDocument,
    AxisStatus,
    Business,
    InReplyTo,
    Party,
    Replacement,
    Signer,
    Staff,
    TraceStep,
)

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element

MOST_RECEIVERS = 500
MOST_STEPS = 100
MOST_ANSWERED = 20
LONGEST_TEXT = 4000


def read_sender(root: "_Element") -> str:
    """The code of the body that sends, before anything else is believed; ElementMissing."""
    header = _header(Part(root))
    said = header.part("Status" if header.has("Status") else "MessageHeader")
    return said.part("From").text("OrganId", most=35, needed=True)


def read_message(root: "_Element") -> AxisDocument | AxisStatus:
    """What the message says; ElementMissing, ElementWrong, Base64Wrong, AttachmentWrong."""
    whole = Part(root)
    header = _header(whole)
    if header.has("Status"):
        return _status(header.part("Status"))
    return _document(whole, header.part("MessageHeader"), header.part("TraceHeaderList"))


def _header(root: Part) -> Part:
    return root.part("edXMLEnvelope").part("edXMLHeader")


def _document(root: Part, header: Part, trace: Part) -> AxisDocument:
    code, promulgated = header.part("Code"), header.part("PromulgationInfo")
    promulgated_on = promulgated.day("PromulgationDate")
    if promulgated_on is None:
        raise ElementMissing(element="PromulgationDate")
    return AxisDocument(
        sender=_party(header.part("From")),
        receivers=_receivers(header),
        document_id=header.text("DocumentId", most=120, needed=True),
        number=code.text("CodeNumber", most=20, needed=True),
        notation=code.text("CodeNotation", most=60, needed=True),
        promulgated_on=promulgated_on,
        place=promulgated.text("Place"),
        type_name=header.part("DocumentType").text("TypeName", needed=True),
        subject=header.text("Subject", most=LONGEST_TEXT, needed=True),
        content=header.text("Content", most=LONGEST_TEXT),
        signer=_signer(header.maybe("SignerInfo")),
        due_on=header.day("DueDate"),
        priority=header.maybe("OtherInfo").number("Priority", most=9),
        in_reply_to=tuple(map(_answered, header.each("ResponseFor", most=MOST_ANSWERED))),
        to_places=_places(header.maybe("ToPlaces")),
        trace=tuple(map(_step, trace.each("TraceHeader", most=MOST_STEPS))),
        business=_business(trace.maybe("Bussiness")),
        attachments=read_attachments(root),
    )


def _status(status: Part) -> AxisStatus:
    code = status.text("StatusCode", most=2, needed=True)
    if code not in StatusCode.values:
        raise ElementWrong(element="StatusCode")
    return AxisStatus(
        sender=_party(status.part("From")),
        about=_answered(status.part("ResponseFor")),
        code=code,
        description=status.text("Description", most=LONGEST_TEXT),
        at=status.instant("Timestamp"),
        staff=_staff(status.maybe("StaffInfo")),
    )


def _receivers(header: Part) -> tuple[Party, ...]:
    found = tuple(map(_party, header.each("To", most=MOST_RECEIVERS)))
    if not found:
        raise ElementMissing(element="To")
    return found


def _party(element: Part) -> Party:
    return Party(
        code=element.text("OrganId", most=35, needed=True),
        name=element.text("OrganName"),
        in_charge=element.text("OrganizationInCharge"),
        address=element.text("OrganAdd"),
        email=element.text("Email"),
        telephone=element.text("Telephone"),
        fax=element.text("Fax"),
        website=element.text("Website"),
    )


def _signer(element: Part) -> Signer:
    return Signer(
        competence=element.text("Competence"),
        position=element.text("Position"),
        full_name=element.text("FullName"),
    )


def _staff(element: Part) -> Staff:
    return Staff(
        department=element.text("Department"),
        name=element.text("Staff"),
        email=element.text("Email"),
        mobile=element.text("Mobile"),
    )


def _answered(element: Part) -> InReplyTo:
    code = element.maybe("Code")
    return InReplyTo(
        organization_code=element.text("OrganId", most=35, needed=True),
        document_id=element.text("DocumentId", most=120),
        number=code.text("CodeNumber", most=20),
        notation=code.text("CodeNotation", most=60),
        promulgated_on=element.day("PromulgationDate"),
    )


def _places(element: Part) -> tuple[str, ...]:
    return tuple(one.own_text.strip()[:300] for one in element.each("Place", most=500))


def _step(element: Part) -> TraceStep:
    return TraceStep(element.text("OrganId", most=35, needed=True), element.instant("Timestamp"))


def _business(element: Part) -> Business:
    kind = element.number("BussinessDocType", most=9)
    if kind not in BusinessKind.values:
        raise ElementWrong(element="BussinessDocType")
    replaced = element.maybe("ReplacementInfoList")
    business = Business(
        kind=kind,
        reason=element.text("BussinessDocReason", most=LONGEST_TEXT),
        goes_on_paper_too=element.text("Paper", most=5) in ("1", "true"),
        about_document_id=element.text("DocumentId", most=120),
        replaces=tuple(map(_replacement, replaced.each("ReplacementInfo", most=MOST_ANSWERED))),
        staff=_staff(element.maybe("StaffInfo")),
    )
    is_about_one = business.about_document_id or business.replaces
    if kind != BusinessKind.NEW and not is_about_one:
        raise ElementMissing(element="Bussiness/DocumentId")
    return business


def _replacement(element: Part) -> Replacement:
    receivers = element.maybe("OrganIdList").each("OrganId", most=MOST_RECEIVERS)
    return Replacement(
        element.text("DocumentId", most=120, needed=True),
        tuple(one.own_text.strip()[:35] for one in receivers),
    )
