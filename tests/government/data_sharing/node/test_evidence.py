"""A third party proves or refutes one exchange from the log, its stamps and certificates, offline."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from nentang.config.cli import main
from nentang.government.data_sharing.node.authority import pem_of
from nentang.government.data_sharing.node.chain import (
    ChainBroken,
    Person,
    handed_files,
    read_handed,
    read_lines,
)
from nentang.government.data_sharing.node.configuration import Stamping
from nentang.government.data_sharing.node.evidence import AtHand, NoSuchExchange, prove
from nentang.government.data_sharing.node.stamps import load_roots, read_stamps

from .network import ASKER, CONFIRM, FILES, HOLDER, NUMBER, Network, Running, with_network
from .stamping import stamping_authority

Altered = Callable[[bytes], bytes]


@pytest.fixture
def logged(tmp_path: Path) -> Network:
    """Three exchanges with a stamp over them, and one behind it."""

    async def test(running: Running) -> None:
        for _ in range(2):
            await running.ask(FILES, "/in", method="POST", body=b"hello")
        await running.ask(CONFIRM, f"?number={NUMBER}")
        both = (running.holder, running.asker)
        for _ in range(200):
            if all(node._stamped_seq == 3 for node in both):
                break
            await asyncio.sleep(0.05)
        running.holder._stamp_due_ms = 2**60
        await running.ask(FILES, "/in", method="POST", body=b"late")

    with stamping_authority(tmp_path) as (url, roots):
        stamping = Stamping(url, roots, every=0)
        return with_network(tmp_path, test, stamping=stamping)


def at_hand(network: Network) -> AtHand:
    return AtHand(
        certificates=[network.holders[name].certificate for name in (ASKER, HOLDER)],
        stamp_roots=load_roots(network.folder / "stamp-roots.pem"),
    )


def test_an_exchange_is_proved_by_both_sides_logs(logged: Network) -> None:
    for log in ("log-G01", "log-H29"):
        proof = prove(
            logged.folder / log,
            1,
            replace(at_hand(logged), request_body=b"hello", answer_body=b"5"),
        )
        assert proof.is_proved, proof.checks
    assert read_stamps(logged.folder / "log-G01")


def test_who_was_asked_about_is_proved_with_the_salt_alone(logged: Network) -> None:
    handed = [
        each for file in handed_files(logged.folder / "log-G01") for each in read_handed(file)
    ]
    (person,) = next(each.people for each in handed if each.people)
    target = f"/r1/{CONFIRM}?number={NUMBER}"
    known = replace(at_hand(logged), target=target)

    assert prove(logged.folder / "log-G01", 3, replace(known, person=person)).is_proved
    other = Person("001190000025", person.salt)
    assert prove(logged.folder / "log-G01", 3, replace(known, person=other)).is_refuted
    open_ = prove(logged.folder / "log-G01", 3, at_hand(logged))
    assert not open_.is_proved
    assert not open_.is_refuted
    elsewhere = replace(at_hand(logged), target=target + "1")
    assert prove(logged.folder / "log-G01", 3, elsewhere).is_refuted


def test_what_no_stamp_reaches_is_not_fully_proved(logged: Network) -> None:
    proof = prove(logged.folder / "log-G01", 4, at_hand(logged))

    assert not proof.is_proved
    assert not proof.is_refuted


def test_another_body_is_refuted(logged: Network) -> None:
    for known in (
        replace(at_hand(logged), request_body=b"hallo"),
        replace(at_hand(logged), answer_body=b"6"),
    ):
        assert prove(logged.folder / "log-G01", 1, known).is_refuted


@pytest.mark.parametrize(
    "alter",
    [
        lambda data: data.replace(b'"purpose":"dossier"', b'"purpose":"statist"', 1),
        lambda data: data.replace(b"GR-3", b"GR-1", 1),
        lambda data: b"".join(data.splitlines(keepends=True)[1:]),
        lambda data: b"".join(reversed(data.splitlines(keepends=True))),
        lambda data: data.splitlines(keepends=True)[0] + data,
    ],
)
def test_an_altered_log_is_found_out(logged: Network, alter: Altered) -> None:
    (file,) = (logged.folder / "log-G01").glob("exchange-*.log")
    file.write_bytes(alter(file.read_bytes()))

    with pytest.raises(ChainBroken):
        list(read_lines(logged.folder / "log-G01"))
    with pytest.raises(NoSuchExchange):
        prove(logged.folder / "log-G01", 3, at_hand(logged))


def test_a_log_written_anew_does_not_fit_its_stamps(logged: Network) -> None:
    """Whoever owns the disk can chain a false log, but not stamp it in the past."""
    from nentang.government.data_sharing.node.chain import Chain

    folder = logged.folder / "log-G01"
    entries = [line.entry for line in read_lines(folder)]
    for file in folder.glob("exchange-*.log"):
        file.unlink()

    async def write_anew() -> None:
        chain = Chain(folder)
        for entry in entries:
            chain.append(replace(entry, matter="invented"))
        await chain.durable()
        await chain.close()

    asyncio.run(write_anew())

    proof = prove(folder, 1, at_hand(logged))
    assert proof.is_refuted
    assert {each.name for each in proof.checks if each.holds is False} >= {"chain", "request"}


def test_the_command_says_proved_refuted_or_open(
    logged: Network, capsys: pytest.CaptureFixture[str]
) -> None:
    certificates = logged.folder / "both.pem"
    both = [pem_of(logged.holders[name].certificate) for name in (ASKER, HOLDER)]
    certificates.write_bytes(b"".join(both))
    (logged.folder / "body").write_bytes(b"other")
    words = ["exchange", "verify", str(logged.folder / "log-G01")]
    known = ["--certificates", str(certificates)]
    roots = ["--stamp-roots", str(logged.folder / "stamp-roots.pem")]

    assert main([*words, "1", *known, *roots]) == 0
    assert "proved" in capsys.readouterr().out
    assert main([*words, "1", *known]) == 3
    assert main([*words, "1", *known, *roots, "--request", str(logged.folder / "body")]) == 1
    assert main([*words, "9", *known, *roots]) == 1
