"""Whoever runs a node is told in words what does not work."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from nentang.government.data_sharing.node.configuration import Unconfigured, read_configuration
from nentang.government.data_sharing.node.diagnosis import diagnose
from nentang.government.data_sharing.node.node import now_ms

from .network import ASKER, Network, Running, with_network


def wrong(network: Network, running: Running | None = None, **changed: object) -> str:
    configuration = replace(network.configuration("H29", ASKER), **changed)
    return " ".join(each.said for each in diagnose(configuration, now_ms) if not each.works)


def test_nothing_is_wrong_with_a_network_that_works(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        assert await asyncio.to_thread(wrong, running.network) == ""

    with_network(tmp_path, test)


def test_a_node_that_is_down_is_named(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        running.network.publish(nodes={"G01": "https://127.0.0.1:9"})
        said = await asyncio.to_thread(wrong, running.network)
        assert "G01" in said
        assert "nobody listens" in said

    with_network(tmp_path, test)


def test_what_is_no_node_of_the_network_is_told(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network = running.network
        plain = running.asker.ports()[1]
        network.publish(nodes={"G01": f"https://127.0.0.1:{plain}"})
        assert "does not speak TLS" in await asyncio.to_thread(wrong, network)
        own = running.asker.ports()[0]
        network.publish(nodes={"G01": f"https://127.0.0.1:{own}"})
        assert "no certificate registered for G01" in await asyncio.to_thread(wrong, network)

    with_network(tmp_path, test)


def test_old_revoked_and_foreign_certificates_are_told(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network = running.network
        network.publish(
            certificates=(
                *(network.info(name) for name in (ASKER, "G01")),
                network.info("H29", revoked=True),
            )
        )
        assert "was revoked" in await asyncio.to_thread(wrong, network)
        network.enrol("H29", to_days=0)
        said = await asyncio.to_thread(wrong, network)
        assert "ended on" in said
        assert "not registered" in said
        network.holders["H29"].files[1].write_bytes(network.holders["G01"].files[1].read_bytes())
        assert "is not the key of" in await asyncio.to_thread(wrong, network)

    with_network(tmp_path, test)


def test_a_snapshot_that_is_missing_old_or_false_is_told(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network = running.network
        network.publish(made_at_ms=now_ms() - 3_600_000)
        assert "60 minutes old" in await asyncio.to_thread(wrong, network)
        (tmp_path / "snapshot").write_bytes(b"x\n{}")
        assert "not signed" in await asyncio.to_thread(wrong, network)
        missing = str(tmp_path / "none")
        assert "cannot be had" in await asyncio.to_thread(wrong, network, None, snapshot=missing)

    with_network(tmp_path, test)


def test_a_file_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    file = tmp_path / "node.toml"
    with pytest.raises(Unconfigured, match="No such file"):
        read_configuration(file)
    file.write_text("member = 3")
    with pytest.raises(Unconfigured, match="member"):
        read_configuration(file)


def test_paths_in_a_file_stand_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "node.toml"
    file.write_text(
        """
        member = "H29"
        listen = "0.0.0.0:8443"
        local = "127.0.0.1:8444"
        snapshot = "https://nentang.example.vn/chia-se-du-lieu/ban-mang"
        authority = "authority.pem"
        ca = "ca.pem"
        certificate = "node.pem"
        key = "node.key"
        log = "/var/log/exchange"
        [systems."H29/one-stop"]
        certificate = "one-stop.pem"
        key = "one-stop.key"
        token = "secret"
        [services."H29/one-stop/states.v1"]
        url = "http://127.0.0.1:8000/api/v1/states"
        [stamping]
        url = "http://tsa.example.vn"
        roots = "tsa.pem"
        """
    )
    found = read_configuration(file)

    assert found.ca == tmp_path / "ca.pem"
    assert found.log == Path("/var/log/exchange")
    assert found.systems["H29/one-stop"].key == tmp_path / "one-stop.key"
    assert found.stamping is not None
    assert found.stamping.roots == tmp_path / "tsa.pem"
