"""Run a node until it is told to stop."""

import asyncio
import gc
import signal

import uvloop

from .configuration import Configuration
from .node import Node

COLLECT_AFTER = 50_000


def run_node(configuration: Configuration) -> None:
    """Until SIGTERM or SIGINT; calls in hand are ended and written down."""
    uvloop.run(_run(configuration))


async def _run(configuration: Configuration) -> None:
    node = Node(configuration)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await node.start()
    collect_seldom()
    await stop.wait()
    await node.stop()


def collect_seldom() -> None:
    """Keep the collector of cycles off what was loaded at the start, and let it look only now and then.

    Calls leave no cycles behind (a test says so), yet by default it would walk all that lives every 700 objects.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)
