"""What the operator of the bus prepares: who may do what there, and a stream for each installation."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nentang.config.cli import Stop
from nentang.government.document_exchange.adapters.bus import (
    SECONDS_FOR_ANSWER,
    Bus,
    configured_bus,
    connect,
)
from nentang.government.document_exchange.adapters.bus_wire import run
from nentang.government.document_exchange.rules.bus import (
    ANSWER,
    ASK,
    CONSUMER,
    MESSAGE,
    stream_of,
    subjects_of,
)
from nentang.government.document_exchange.rules.retry import GIVEN_UP_AFTER

if TYPE_CHECKING:  # heavy, and an extra
    from nats.js import JetStreamContext
    from nats.js.api import StreamConfig

OPERATOR = "operator"
REPLICAS = 3
MOST_BYTES = 10 * 1024**3  # that wait for one installation; then senders keep theirs
MOST_PAYLOAD = 9 * 1024**2  # of the servers: a message of 8 MB with its headers
SECONDS_TO_TAKE = 30  # then it comes again
SECONDS_KNOWN = 120  # for which a publishing is known by its key
MOST_IN_HAND = 200  # taken and not confirmed yet


def open_streams(
    names: Sequence[str], *, most_bytes: int = MOST_BYTES, seconds_to_take: float = SECONDS_TO_TAKE
) -> None:
    """A stream and its consumer for each; what is there stays and gets these limits."""
    bus = configured_bus()
    if bus is None:
        raise Stop("Chưa đặt NENTANG_AXIS_BUS. / Set NENTANG_AXIS_BUS first.")
    with asyncio.Runner() as runner:
        run(runner, _open(bus, names, most_bytes, seconds_to_take))


async def _open(bus: Bus, names: Sequence[str], most_bytes: int, seconds_to_take: float) -> None:
    from nats.js.api import ConsumerConfig  # noqa: PLC0415 - heavy, and an extra

    client = await connect(bus)
    manager = client.jetstream(timeout=SECONDS_FOR_ANSWER)
    try:
        for name in names:
            await _stream(manager, _limits(name, most_bytes))
            consumer = ConsumerConfig(
                durable_name=CONSUMER, ack_wait=seconds_to_take, max_ack_pending=MOST_IN_HAND
            )
            await manager.add_consumer(stream_of(name), consumer)
    finally:
        await client.close()


def _limits(name: str, most_bytes: int) -> "StreamConfig":
    from nats.js.api import (  # noqa: PLC0415 - heavy, and an extra
        DiscardPolicy,
        RetentionPolicy,
        StorageType,
        StreamConfig,
    )

    return StreamConfig(
        name=stream_of(name),
        subjects=subjects_of(name),
        retention=RetentionPolicy.WORK_QUEUE,
        storage=StorageType.FILE,
        num_replicas=REPLICAS,
        max_bytes=most_bytes,
        max_age=GIVEN_UP_AFTER.total_seconds(),
        max_msgs_per_subject=1,
        discard=DiscardPolicy.NEW,
        discard_new_per_subject=True,
        duplicate_window=SECONDS_KNOWN,
    )


async def _stream(manager: "JetStreamContext", wanted: "StreamConfig") -> None:
    from nats.js.errors import NotFoundError  # noqa: PLC0415 - heavy, and an extra

    try:
        await manager.stream_info(wanted.name or "")
    except NotFoundError:
        await manager.add_stream(wanted)
    else:
        await manager.update_stream(wanted)


def accounts(passwords: Mapping[str, str]) -> str:
    """The part of the servers' configuration that says who may do what; the operator may do everything."""
    users = "\n".join(_user(name, password) for name, password in passwords.items())
    return f"""max_payload: {MOST_PAYLOAD}
accounts {{
  AXIS {{
    jetstream: enabled
    users: [
{users}
    ]
  }}
}}
"""


def _user(name: str, password: str) -> str:
    """May give to others in its own name, and take what is its own."""
    if name == OPERATOR:
        return f'      {{user: "{name}", password: "{password}"}}'
    stream = stream_of(name)
    publish = [
        f"axis.{MESSAGE}.*.{name}.>",
        f"axis.{ANSWER}.*.{name}.>",
        f"axis.{ASK}.*.{name}",
        f"$JS.API.CONSUMER.MSG.NEXT.{stream}.{CONSUMER}",
        f"$JS.ACK.{stream}.{CONSUMER}.>",
    ]
    subscribe = [f"_INBOX.{name}.>", f"axis.{ASK}.{name}.*"]
    return f"""      {{user: "{name}", password: "{password}", permissions: {{
        publish: [{_quoted(publish)}]
        subscribe: [{_quoted(subscribe)}]
        allow_responses: {{max: 1, expires: "1m"}}
      }}}}"""


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
