"""What comes over the bus: messages and answers that wait there, and questions that are answered at once.

A message leaves the bus when it is stored here, its receipt is on the bus, and the bus has confirmed both.
"""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from django.db import Error as DatabaseFault
from django.db import close_old_connections

from nentang.config.cli import Stop
from nentang.government.document_exchange.actions import Heard, hear_answers
from nentang.government.document_exchange.adapters.bus import Bus, configured_bus, connect
from nentang.government.document_exchange.adapters.bus_wire import keep
from nentang.government.document_exchange.adapters.wire import Answer, Letter
from nentang.government.document_exchange.rules.bus import (
    CONSUMER,
    MESSAGE,
    Place,
    ask_subject,
    read_place,
    stream_of,
)
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen

from .within import Interface

if TYPE_CHECKING:  # heavy, and an extra
    from nats.aio.client import Client
    from nats.aio.msg import Msg

BATCH = 50
SECONDS_WITHOUT_NEWS = 1
SECONDS_UNTIL_AGAIN = 10
THREADS = 4  # that answer questions
LATER = frozenset({429, *range(500, 600)})  # says nothing about the message


class Came(Frozen):
    """What waits on the bus for this installation; without a place where its subject says nothing."""

    place: Place | None
    content: bytes
    status: int


def listen(stop: threading.Event) -> None:
    """Until told to stop; what is in hand then comes again."""
    bus = configured_bus()
    if bus is None or not bus.name:
        raise Stop("Chưa đặt NENTANG_AXIS_BUS và NENTANG_AXIS_BUS_NAME. / Set both first.")
    asyncio.run(_until(stop, bus))


async def _until(stop: threading.Event, bus: Bus) -> None:
    listening = asyncio.create_task(_listen(bus))
    while not (stop.is_set() or listening.done()):
        await asyncio.sleep(0.1)
    listening.cancel()
    with suppress(asyncio.CancelledError):
        await listening


async def _listen(bus: Bus) -> None:
    interface = Interface()
    client = await connect(bus, for_ever=True)
    try:
        with ThreadPoolExecutor(1) as hand, ThreadPoolExecutor(THREADS) as hands:
            await _answer_questions(client, bus, interface, hands)
            await _take_for_ever(client, bus, interface, hand)
    finally:
        await client.close()


async def _answer_questions(
    client: "Client", bus: Bus, interface: Interface, hands: ThreadPoolExecutor
) -> None:
    """Each in a thread of its own, so that nobody waits for a large part of somebody else's."""
    running: set[asyncio.Task[None]] = set()

    async def answer(asked: "Msg") -> None:
        headers = asked.headers or {}
        question = partial(
            interface.ask,
            headers.get("Method", ""),
            headers.get("Path", ""),
            asked.data,
            headers,
            sender=asked.subject.rpartition(".")[2],
        )
        told = await asyncio.get_running_loop().run_in_executor(hands, question)
        await client.publish(asked.reply, told.content, headers={"Code": str(told.status)})

    async def begin(asked: "Msg") -> None:
        task = asyncio.create_task(answer(asked))
        running.add(task)
        task.add_done_callback(running.discard)

    await client.subscribe(ask_subject(bus.name, "*"), queue=CONSUMER, cb=begin)


async def _take_for_ever(
    client: "Client", bus: Bus, interface: Interface, hand: ThreadPoolExecutor
) -> None:
    import nats.errors  # noqa: PLC0415 - heavy, and an extra

    loop = asyncio.get_running_loop()
    waiting = await client.jetstream().pull_subscribe_bind(CONSUMER, stream_of(bus.name))
    while True:
        try:
            found = await waiting.fetch(BATCH, timeout=SECONDS_WITHOUT_NEWS)
        except TimeoutError:
            continue
        except nats.errors.Error:  # no leader at the moment, or no connection
            await asyncio.sleep(SECONDS_WITHOUT_NEWS)
            continue
        came = [_read(each) for each in found]
        answers = await loop.run_in_executor(hand, take, came, interface)
        await asyncio.gather(
            *(
                _finish(client, message, each.place, answer)
                for message, each, answer in zip(found, came, answers, strict=True)
            )
        )


def _read(message: "Msg") -> Came:
    code = (message.headers or {}).get("Code", "")
    status = int(code) if code.isdecimal() and len(code) == 3 else 0
    return Came(read_place(message.subject), message.data, status)


def take(came: Sequence[Came], interface: Interface) -> list[Answer | None]:
    """For each what is answered to it: a message gets an answer, an answer an empty one; None where it must come again."""
    answers: dict[int, Answer | None] = {}
    heard: dict[str, list[tuple[int, Heard]]] = defaultdict(list)
    for number, each in enumerate(came):
        place = each.place
        if place is None:
            answers[number] = Answer(400, b"")
        elif place.kind == MESSAGE:
            letter = Letter(place.message_id, place.receiver_code, each.content)
            told = interface.ask("PUT", letter.path, each.content, {}, sender=place.sender)
            answers[number] = None if told.status in LATER else told
        else:
            about = Heard(place.message_id, place.receiver_code, Answer(each.status, each.content))
            heard[place.sender].append((number, about))
    for sender, several in heard.items():
        is_heard = _hear(sender, [about for _number, about in several])
        answers.update({number: Answer(200, b"") if is_heard else None for number, _ in several})
    return [answers[number] for number in range(len(came))]


def _hear(sender: str, heard: list[Heard]) -> bool:
    close_old_connections()
    try:
        hear_answers(sender=sender, heard=heard, at=clock.now())
    except DatabaseFault:
        return False
    return True


async def _finish(
    client: "Client", message: "Msg", place: Place | None, answer: Answer | None
) -> None:
    """The answer goes onto the bus before the message leaves it; whatever fails between the two happens again."""
    import nats.errors  # noqa: PLC0415 - heavy, and an extra

    with suppress(nats.errors.Error):  # among them TimeoutError: it comes again
        if answer is None:
            await message.nak(delay=SECONDS_UNTIL_AGAIN)
            return
        if place and place.kind == MESSAGE:
            headers = {"Code": str(answer.status)}
            await keep(client, place.answered(), answer.content, headers)
        await message.ack_sync(timeout=SECONDS_WITHOUT_NEWS)
