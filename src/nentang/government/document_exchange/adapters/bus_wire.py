"""The wire over the bus: a message waits in the other side's stream until it is taken; questions are answered at once."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from nentang.government.document_exchange.errors import MessageTooLarge, OtherSideAway
from nentang.government.document_exchange.rules.bus import MESSAGE, Place, ask_subject, stream_of

from .bus import KEY_HEADER, SECONDS_FOR_ANSWER, Bus, configured_bus, connect
from .wire import BIGGEST_ANSWER, Answer, Letter

if TYPE_CHECKING:  # heavy, and an extra
    from nats.aio.client import Client

ATTEMPTS = 3
STANDS_THERE = "maximum messages per subject exceeded"
Result = TypeVar("Result")


class BusWire:
    """To one installation, by its name on the bus."""

    def __init__(self, runner: asyncio.Runner, client: "Client", bus: Bus, name: str) -> None:
        self._runner = runner
        self._client = client
        self._own_name = bus.name
        self._name = name

    def hand_over(self, letter: Letter) -> Answer | None:
        """None once the bus has kept it: the answer comes by itself."""
        if len(letter.content) > self._client.max_payload - 1024:
            return Answer(413, b'{"code": "%s"}' % MessageTooLarge.code.encode())
        place = Place(MESSAGE, self._name, self._own_name, letter.message_id, letter.receiver_code)
        key = f"{letter.message_id}.{letter.receiver_code}.{letter.tries}"
        run(self._runner, keep(self._client, place, letter.content, {KEY_HEADER: key}))
        return None

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """One question to whoever listens over there now."""
        asked = self._client.request(
            ask_subject(self._name, self._own_name),
            body,
            timeout=SECONDS_FOR_ANSWER,
            headers={**headers, "Method": method, "Path": path},
        )
        told = run(self._runner, asked)
        status = (told.headers or {}).get("Code", "")
        if not status.isdecimal() or len(told.data) > BIGGEST_ANSWER:
            raise OtherSideAway
        return Answer(int(status), told.data)


async def keep(client: "Client", place: Place, content: bytes, headers: dict[str, str]) -> None:
    """Until a majority of the nodes has it on disk, or it stands there already. A lost word is said again."""
    from nats.js.errors import APIError  # noqa: PLC0415 - heavy, and an extra

    for attempt in range(1, ATTEMPTS + 1):
        try:
            await client.jetstream().publish(
                place.subject,
                content,
                timeout=SECONDS_FOR_ANSWER,
                stream=stream_of(place.receiver),
                headers=dict(headers),
            )
        except TimeoutError:
            if attempt == ATTEMPTS:
                raise
        except APIError as fault:
            if STANDS_THERE in (fault.description or ""):
                return
            raise
        else:
            return


@contextmanager
def bus_wire(name: str) -> Iterator[BusWire]:
    """A wire over one connection to the bus."""
    bus = configured_bus()
    if bus is None:
        raise OtherSideAway
    with asyncio.Runner() as runner:
        client = run(runner, connect(bus))
        try:
            yield BusWire(runner, client, bus, name)
        finally:
            runner.run(client.close())


def run(runner: asyncio.Runner, what: Coroutine[Any, Any, Result]) -> Result:
    """What comes of it; OtherSideAway for whatever the bus does not do."""
    import nats.errors  # noqa: PLC0415 - heavy, and an extra

    try:
        return runner.run(what)
    except (nats.errors.Error, OSError) as fault:  # among them TimeoutError
        raise OtherSideAway from fault
