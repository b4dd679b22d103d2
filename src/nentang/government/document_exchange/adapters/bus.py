"""The connection to the bus (NATS JetStream, the extra `nats`), with TLS and the installation's own account."""

import ssl
from typing import TYPE_CHECKING

from django.conf import settings

from nentang.kernel.frozen import Frozen

if TYPE_CHECKING:  # heavy, and an extra
    from nats.aio.client import Client

SECONDS_TO_CONNECT = 3
SECONDS_FOR_ANSWER = 5.0
KEY_HEADER = "Nats-Msg-Id"  # by which JetStream knows the same publishing again


class Bus(Frozen):
    """Where the bus is, and as whom one speaks there."""

    servers: tuple[str, ...]
    name: str
    password: str
    authorities: str = ""  # file of the certificate authorities; empty: those of the machine


def configured_bus() -> Bus | None:
    """What the settings say; None where there is no bus."""
    servers = tuple(settings.AXIS_BUS)
    if not servers:
        return None
    return Bus(
        servers, settings.AXIS_BUS_NAME, settings.AXIS_BUS_PASSWORD, settings.AXIS_BUS_AUTHORITIES
    )


async def connect(bus: Bus, *, for_ever: bool = False) -> "Client":
    """A connection. One that is to last for ever goes on trying, the other says soon that nobody is there."""
    import nats  # noqa: PLC0415 - heavy, and an extra

    return await nats.connect(
        servers=list(bus.servers),
        name=bus.name,
        user=bus.name,
        password=bus.password,
        tls=ssl.create_default_context(cafile=bus.authorities or None) if _is_tls(bus) else None,
        inbox_prefix=f"_INBOX.{bus.name}",
        connect_timeout=SECONDS_TO_CONNECT,
        reconnect_time_wait=0.2,
        max_reconnect_attempts=-1 if for_ever else 3,
        ping_interval=10,
        max_outstanding_pings=2,
        error_cb=_pass_over,
    )


async def _pass_over(fault: Exception) -> None:
    """Whoever waits for an answer hears of it there."""


def _is_tls(bus: Bus) -> bool:
    return any(each.startswith("tls:") for each in bus.servers)
