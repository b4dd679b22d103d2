"""Messages as edXML, in canonical form and without a signature yet."""

import base64
from datetime import date, datetime

from nentang.kernel.clock import VIETNAM

from .markup import NAMESPACE, XLINK, attribute, branch, escaped, leaf, told
from .values import (
    Attachment,
    AxisDocument,
    AxisStatus,
    Business,
    InReplyTo,
    Party,
    Replacement,
    Staff,
)

_HEAD = (
    f'<edXML xmlns="{NAMESPACE}"><edXML:edXMLEnvelope xmlns:edXML="{NAMESPACE}"><edXML:edXMLHeader>'
)
_MIDDLE = "</edXML:edXMLHeader>"
_FOOT = "</edXML>"


class Unsigned:
    """A message before its signature: the text on both sides of where the signature goes."""

    __slots__ = ("after", "before")

    def __init__(self, before: str, after: str) -> None:
        self.before = before.encode()
        self.after = after.encode()


def write_document(document: AxisDocument) -> Unsigned:
    """The document with its trace, its business and its files."""
    manifest = "".join(map(_reference, document.attachments))
    encoded = "".join(map(_encoded, document.attachments))
    return Unsigned(
        _HEAD + _message_header(document) + _trace(document),
        _MIDDLE
        + f'<edXML:edXMLBody><edXML:edXMLManifest version="1.0">{manifest}</edXML:edXMLManifest></edXML:edXMLBody>'
        + "</edXML:edXMLEnvelope>"
        + (f"<AttachmentEncoded>{encoded}</AttachmentEncoded>" if encoded else "")
        + _FOOT,
    )


def write_status(status: AxisStatus) -> Unsigned:
    """What a body says about a document."""
    said = branch(
        "Status",
        _answered("ResponseFor", status.about),
        _party("From", status.sender),
        leaf("StatusCode", status.code),
        leaf("Description", status.description),
        leaf("Timestamp", instant_text(status.at)),
        _staff(status.staff),
    )
    return Unsigned(_HEAD + said, _MIDDLE + "</edXML:edXMLEnvelope>" + _FOOT)


def day_text(day: date) -> str:
    """`2015/09/30`."""
    return f"{day.year:04d}/{day.month:02d}/{day.day:02d}"


def instant_text(at: datetime) -> str:
    """`2015/09/30 17:30:00`, by the clocks of Việt Nam."""
    here = at.astimezone(VIETNAM)
    return f"{day_text(here)} {here.hour:02d}:{here.minute:02d}:{here.second:02d}"


def _message_header(document: AxisDocument) -> str:
    return branch(
        "MessageHeader",
        _party("From", document.sender),
        *(_party("To", each) for each in document.receivers),
        leaf("DocumentId", document.document_id),
        _code(document.number, document.notation),
        branch(
            "PromulgationInfo",
            leaf("Place", document.place),
            leaf("PromulgationDate", day_text(document.promulgated_on)),
        ),
        branch("DocumentType", leaf("TypeName", document.type_name)),
        leaf("Subject", document.subject),
        leaf("Content", document.content),
        branch(
            "SignerInfo",
            leaf("Competence", document.signer.competence),
            leaf("Position", document.signer.position),
            leaf("FullName", document.signer.full_name),
        ),
        leaf("DueDate", day_text(document.due_on)) if document.due_on else "",
        branch("OtherInfo", leaf("Priority", str(document.priority))),
        *(_answered("ResponseFor", each) for each in document.in_reply_to),
        _places(document.to_places),
    )


def _places(places: tuple[str, ...]) -> str:
    return branch("ToPlaces", *(leaf("Place", each) for each in places)) if places else ""


def _party(name: str, party: Party) -> str:
    return branch(
        name,
        leaf("OrganId", party.code),
        leaf("OrganizationInCharge", party.in_charge),
        leaf("OrganName", party.name),
        told("OrganAdd", party.address),
        told("Email", party.email),
        told("Telephone", party.telephone),
        told("Fax", party.fax),
        told("Website", party.website),
    )


def _code(number: str, notation: str) -> str:
    return branch("Code", leaf("CodeNumber", number), leaf("CodeNotation", notation))


def _answered(name: str, about: InReplyTo) -> str:
    return branch(
        name,
        leaf("OrganId", about.organization_code),
        _code(about.number, about.notation) if about.number or about.notation else "",
        leaf("PromulgationDate", day_text(about.promulgated_on)) if about.promulgated_on else "",
        leaf("DocumentId", about.document_id),
    )


def _trace(document: AxisDocument) -> str:
    steps = (
        branch("TraceHeader", leaf("OrganId", step.code), leaf("Timestamp", instant_text(step.at)))
        for step in document.trace
    )
    inside = "".join((*steps, _business(document.business)))
    return f'<edXML:TraceHeaderList version="1.0">{inside}</edXML:TraceHeaderList>'


def _business(business: Business) -> str:
    replaced = "".join(map(_replacement, business.replaces))
    return branch(
        "Bussiness",
        told("DocumentId", business.about_document_id),
        leaf("BussinessDocType", str(business.kind)),
        leaf("BussinessDocReason", business.reason),
        leaf("Paper", "1" if business.goes_on_paper_too else "0"),
        branch("ReplacementInfoList", replaced) if replaced else "",
        _staff(business.staff),
    )


def _replacement(replaced: Replacement) -> str:
    receivers = (leaf("OrganId", each) for each in replaced.receivers)
    return branch(
        "ReplacementInfo",
        leaf("DocumentId", replaced.document_id),
        branch("OrganIdList", *receivers),
    )


def _staff(staff: Staff) -> str:
    return branch(
        "StaffInfo",
        leaf("Department", staff.department),
        leaf("Staff", staff.name),
        told("Email", staff.email),
        told("Mobile", staff.mobile),
    )


def _reference(attachment: Attachment) -> str:
    content_id = attribute(content_id_of(attachment))
    return (
        f'<edXML:Reference xmlns:xlink="{XLINK}" xlink:href="cid:{content_id}"'
        ' xlink:role="XLinkRole" xlink:type="simple">'
        + leaf("Description", attachment.description)
        + leaf("AttachmentName", attachment.name)
        + leaf("ContentType", attachment.media_type)
        + leaf("ContentId", f"cid:{content_id_of(attachment)}")
        + "</edXML:Reference>"
    )


def content_id_of(attachment: Attachment) -> str:
    """The digest and size of the content: `<sha256>.<bytes>`."""
    return f"{attachment.sha256}.{attachment.size}"


def _encoded(attachment: Attachment) -> str:
    if attachment.content is None:
        return ""
    return (
        f"<Attachment><ContentType>{escaped(attachment.media_type)}</ContentType>"
        f"<ContentId>{content_id_of(attachment)}</ContentId>"
        f"<ContentTransferEncoded>{base64.b64encode(attachment.content).decode()}</ContentTransferEncoded>"
        f"<AttachmentName>{escaped(attachment.name)}</AttachmentName></Attachment>"
    )
