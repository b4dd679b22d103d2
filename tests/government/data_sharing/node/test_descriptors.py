"""What a node does where the system gives it few file descriptors."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from nentang.government.data_sharing.node.descriptors import (
    connections_within,
    needed_for,
    room_for,
    too_few,
)

from .network import ASKER, HOLDER, Network, Running, read_reply

PROGRAM = """
import asyncio, resource, sys
from pathlib import Path
from nentang.government.data_sharing.node.configuration import read_configuration
from nentang.government.data_sharing.node.node import Node

async def main():
    resource.setrlimit(resource.RLIMIT_NOFILE, (136, 136))
    node = Node(read_configuration(Path(sys.argv[1])))
    await node.start()
    print(node.ports()[0], flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def test_each_connection_has_room_for_the_one_it_leads_to() -> None:
    assert connections_within(needed_for(1000)) == 1000
    assert connections_within(0) == 1


def test_the_process_takes_what_it_may_have() -> None:
    assert room_for(200) == 200


def test_it_says_what_to_do_in_words() -> None:
    assert "LimitNOFILE=4096" in too_few(2000, 20)


def test_a_node_with_few_descriptors_tells_those_beyond_to_come_back(tmp_path: Path) -> None:
    network = Network(tmp_path)
    network.publish()
    file = tmp_path / "node.toml"
    file.write_text(_toml(network))
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(("src", "."))},
    )
    assert process.stdout is not None
    try:
        asyncio.run(_crowd(network, int(process.stdout.readline())))
    finally:
        process.kill()
        _, told = process.communicate()
    assert "for 20 connections, not for 2000" in told


async def _crowd(network: Network, port: int) -> None:
    """Twenty are served; two hundred more are answered, and the twenty still are."""
    running = Running(network, None, None, None)  # type: ignore[arg-type]
    context = running.tls(ASKER)
    held = []
    for number in range(220):
        pair = await asyncio.open_connection("127.0.0.1", port, ssl=context)
        if number < 20:
            held.append(pair)
            continue
        reply = await read_reply(pair[0])
        assert (reply.status, reply.code) == (503, "exchange.busy")
        pair[1].close()
    for reader, writer in held:
        lines = "".join(f"{n}: {v}\r\n" for n, v in running.signed("/nothing").items())
        writer.write(f"GET /nothing HTTP/1.1\r\n{lines}\r\n".encode())
        assert (await read_reply(reader)).status == 404
        writer.close()


def _toml(network: Network) -> str:
    certificate, key = network.holders["G01"].files
    own, own_key = network.holders[HOLDER].files
    return f"""
member = "G01"
listen = "127.0.0.1:0"
snapshot = "{network.folder / "snapshot"}"
authority = "authority.pem"
ca = "ca.pem"
certificate = "{certificate}"
key = "{key}"
log = "log"
[systems."{HOLDER}"]
certificate = "{own}"
key = "{own_key}"
"""
