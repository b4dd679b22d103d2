"""Messages made by the real actions, and gateways on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

from django.test import Client

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.identity.models import Person
from nentang.foundation.notifications.actions import notify
from nentang.foundation.notifications.enums import Channel
from nentang.foundation.notifications.models import Delivery, Message
from nentang.foundation.notifications.registry import MessageTemplate, declare_template
from tests.foundation.identity.factories import PASSWORD, make_account

ALL = (Channel.EMAIL, Channel.SMS, Channel.PUSH)


def make_template(
    *, code: str = "test.ready", channels: tuple[Channel, ...] = ALL, urgent: bool = False
) -> MessageTemplate:
    """Something is ready to be fetched."""
    return declare_template(
        MessageTemplate(
            code=code,
            title_vi="Hồ sơ {code} đã có kết quả",
            title_en="Dossier {code} is decided",
            body_vi="Mời {name} mở xem kết quả.",
            body_en="Please see the result, {name}.",
            channels=channels,
            link="/ho-so/{code}/",
            urgent=urgent,
        )
    )


def make_message(
    *,
    at: datetime,
    person: Person,
    channels: tuple[Channel, ...] = ALL,
    urgent: bool = False,
    code: str = "1",
) -> Message:
    """A dossier of the person is decided."""
    template = make_template(
        code="test." + ("urgent" if urgent else "_".join(("ready", *channels))),
        channels=channels,
        urgent=urgent,
    )
    notify(
        template=template.code,
        person_id=person.pk,
        context={"code": code, "name": person.full_name},
        at=at,
        subject=f"dossier:{code}",
    )
    return Message.objects.latest("pk")


def states(message: Message) -> dict[str, str]:
    """The state of each way of a message."""
    return dict(Delivery.objects.filter(message=message).values_list("channel", "state"))


def actor_of(person: Person) -> Actor:
    """The person signed in for themselves."""
    return Actor(kind=ActorKind.PERSON, account_id=person.pk, person_id=person.pk, assurance=1)


def signed_in(client: Client, person: Person, *, at: datetime) -> Client:
    """The client after the person's sign-in with a password."""
    account = make_account(at=at, person=person)
    client.post("/dang-nhap/", {"login": account.username, "password": PASSWORD})
    return client


class Heard:
    """What a gateway was sent, and what it answers next."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.status = 200
        self.url = ""


@contextmanager
def gateway() -> Iterator[Heard]:
    """An HTTP gateway on a free port of this machine."""
    heard = Heard()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(heard.status)
            self.end_headers()
            self.wfile.write(b'{"reference": "ref-1"}')

        def log_message(self, *args: object) -> None:
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    heard.url = f"http://127.0.0.1:{server.server_port}/gui"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
