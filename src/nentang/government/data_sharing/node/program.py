"""Run a node until it is told to stop."""

import asyncio
import signal

import uvloop

from .configuration import Configuration
from .node import Node


def run_node(configuration: Configuration) -> None:
    """Until SIGTERM or SIGINT; calls in hand are ended and written down."""
    uvloop.run(_run(configuration))


async def _run(configuration: Configuration) -> None:
    node = Node(configuration)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await node.start()
    await stop.wait()
    await node.stop()
