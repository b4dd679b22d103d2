"""What each of the two installations can be told: more than the demo's neighbour, for a test must look and break things."""

import threading
from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM
from nentang.config.axis import bus_listener
from nentang.config.axis.inside import Act, make_tables, tick
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.document_exchange import actions
from nentang.government.document_exchange.adapters import bus_wire
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.enums import DeliveryState, StatusCode
from nentang.government.document_exchange.models import (
    Arrival,
    Consignment,
    DayDifference,
    DayProof,
    Delivery,
    Installation,
    ReceivedDocument,
    RefusedInput,
    StatusHeard,
)
from nentang.government.document_exchange.rules.edxml.values import Signer
from nentang.government.document_exchange.rules.outgoing import Attached, OutgoingDocument
from nentang.kernel import clock
from tests.government.document_exchange.factories import make_file, pdf


def begin(at: datetime, code: str) -> dict[str, Any]:
    """A body that has joined."""
    body = create_organization(
        name=f"Bộ Thử nghiệm {code}",
        kind=OrganizationKind.MINISTRY,
        level=OrganizationLevel.MINISTRY,
        code=code,
        unit_code="",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    actions.join_axis(organization_id=body.pk, actor=SYSTEM, at=at)
    return {"certificate": own_credential().pem}


def connect(at: datetime, code: str, url: str, certificate: str) -> dict[str, Any]:
    """The other side."""
    actions.connect_installation(
        code=code, name=code, url=url, certificate=certificate, actor=SYSTEM, at=at
    )
    return {"read": actions.fetch_directories(at=at)}


def connect_again(at: datetime) -> dict[str, Any]:
    """The directory of the other side, which knows us by now."""
    return {"read": actions.fetch_directories(at=at)}


def listen(at: datetime) -> dict[str, Any]:
    """What comes over the bus is taken from now on; a test need not wait as long as an installation."""
    bus_wire.SECONDS_FOR_ANSWER = 1.0
    threading.Thread(target=bus_listener.listen, args=(threading.Event(),), daemon=True).start()
    return {}


def send(at: datetime, to: str, first: int, count: int, file_bytes: int = 0) -> dict[str, Any]:
    """Documents numbered from `first` on."""
    body = Organization.objects.get()
    attached: tuple[Attached, ...] = ()
    if file_bytes:
        attached = (Attached(make_file(at, pdf(str(first), size=file_bytes)).pk),)
    for number in range(first, first + count):
        document = OutgoingDocument(
            organization_id=body.pk,
            number=str(number),
            notation="BC-BTN",
            promulgated_on=clock.legal_day(at),
            place="Hà Nội",
            type_name="Báo cáo",
            subject=f"Báo cáo số {number}",
            signer=Signer(full_name="Lê Thị Mẫu"),
            receivers=(to,),
            attachments=attached,
        )
        actions.send_document(
            document=document, idempotency_key=f"bc-{number}", actor=SYSTEM, at=at
        )
    return {}


def exchange(at: datetime, limit: int = 500) -> dict[str, Any]:
    """Sign and hand over what is due."""
    while actions.sign_waiting(at=at, limit=500):
        pass
    return {"receipts": actions.transmit_waiting(at=at, limit=limit)}


def register(at: datetime) -> dict[str, Any]:
    """Register all that came and is not registered yet."""
    new = ReceivedDocument.objects.filter(registered_at=None)
    for pk in list(new.values_list("pk", flat=True)):
        actions.report_status(received_id=pk, status=StatusCode.REGISTERED, actor=SYSTEM, at=at)
    return {}


def prove(at: datetime) -> dict[str, Any]:
    """Compare the days."""
    actions.prove_days(at=at)
    return {
        "counts": [[p.our_count, p.their_count] for p in DayProof.objects.order_by("pk")],
        "unequal": sum(not p.is_equal for p in DayProof.objects.all()),
        "unexplained": DayDifference.objects.filter(is_explained=False).count(),
    }


def state(at: datetime) -> dict[str, Any]:
    """All there is."""
    sent = Consignment.objects.filter(status_code="")
    return {
        "sent": sorted(sent.values_list("document_id", flat=True)),
        "came": sorted(ReceivedDocument.objects.values_list("document_id", flat=True)),
        "arrivals": Arrival.objects.count(),
        "files": sorted(
            ReceivedDocument.objects.values_list("files__file__size", flat=True).exclude(files=None)
        ),
        "waiting": Delivery.objects.filter(state=DeliveryState.WAITING).count(),
        "dead": Delivery.objects.filter(state__in=["failed", "refused"]).count(),
        "registered": Delivery.objects.filter(status_code=StatusCode.REGISTERED).count(),
        "heard": StatusHeard.objects.count(),
        "tries": sum(Delivery.objects.values_list("tries", flat=True)),
        "refused": RefusedInput.objects.count(),
        "problems": sorted(set(Delivery.objects.values_list("problem", flat=True))),
        "failures": sum(Installation.objects.values_list("failures", flat=True)),
    }


def waiting(at: datetime) -> dict[str, Any]:
    """How many have no receipt yet."""
    return {"waiting": Delivery.objects.filter(state=DeliveryState.WAITING).count()}


def lose(at: datetime, document_id: str) -> dict[str, Any]:
    """A document that came is gone, as after an old backup was put back."""
    document = ReceivedDocument.objects.get(document_id=document_id)
    document.files.all().delete()
    arrival = document.arrival
    document.delete()
    arrival.delete()
    return {}


def differences(at: datetime) -> dict[str, Any]:
    """Which documents differ, and whether they are here."""
    named = DayDifference.objects.order_by("pk").values_list("document_id", "is_here")
    return {"named": [list(each) for each in named]}


def send_again(at: datetime, document_id: str) -> dict[str, Any]:
    """What the other side has lost goes once more."""
    delivery = Delivery.objects.get(consignment__document_id=document_id)
    actions.resend_delivery(delivery_id=delivery.pk, actor=SYSTEM, at=at)
    return {}


ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        make_tables,
        tick,
        begin,
        connect,
        connect_again,
        listen,
        send,
        exchange,
        register,
        prove,
        state,
        waiting,
        lose,
        differences,
        send_again,
    )
}
