"""`nentang exchange`: run a node, say why a connection does not work, prove an exchange."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from cryptography import x509
from django.conf import settings
from rich.console import Console

from nentang.config.cli import Stop
from nentang.config.demo_clock import follow
from nentang.config.start import start
from nentang.government.data_sharing.node.chain import Person
from nentang.government.data_sharing.node.configuration import (
    Configuration,
    Unconfigured,
    read_configuration,
)
from nentang.government.data_sharing.node.diagnosis import diagnose
from nentang.government.data_sharing.node.evidence import AtHand, NoSuchExchange, Proof, prove
from nentang.government.data_sharing.node.node import now_ms
from nentang.government.data_sharing.node.program import run_node

UPSTREAM = "print the part of node.toml that leads to a register of this installation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which node."""
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for name, meaning in (
        ("run", "let systems of this body call others, and others call them"),
        ("diagnose", "say in words why a connection does not work"),
    ):
        each = what.add_parser(name, help=meaning, description=meaning)
        each.add_argument("configuration", type=Path, help="the node's TOML file")
        if name == "run":
            each.add_argument("--clock", type=Path, help="a demo's clock file, to live in its time")
        if name == "diagnose":
            each.add_argument("--peer", default="", help="only the node of that body (all)")
    upstream = what.add_parser("upstream", help=UPSTREAM, description=UPSTREAM)
    upstream.add_argument("service", help="as the catalogue names it: G01/population/confirm.v1")
    _add_verify(what.add_parser("verify", help="prove or refute one exchange, offline"))


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", type=Path, help="folder with the log and its stamps")
    parser.add_argument("number", type=int, help="number of the exchange in the log")
    parser.add_argument(
        "--certificates", type=Path, required=True, help="PEM file with those of both sides"
    )
    parser.add_argument("--stamp-roots", type=Path, help="PEM file of trusted stamping authorities")
    parser.add_argument(
        "--target", default="", help="the address called, where the log has its hash"
    )
    parser.add_argument("--request", type=Path, help="file with the body that was sent")
    parser.add_argument("--answer", type=Path, help="file with the body that came back")
    parser.add_argument("--person", default="", help="personal number and salt, 12 digits:salt")


def run(arguments: argparse.Namespace) -> int:
    """0 where all is well or proved, 1 where something is wrong or refuted, 3 where it stays open."""
    try:
        if arguments.what == "verify":
            return _verify(arguments)
        if arguments.what == "upstream":
            return _upstream(arguments.service)
        configuration = read_configuration(arguments.configuration)
        if arguments.what == "diagnose":
            return _diagnose(configuration, arguments.peer)
        if arguments.clock:
            follow(arguments.clock)
        run_node(configuration)
    except Unconfigured as fault:
        raise Stop(str(fault)) from fault
    return 0


def _upstream(service: str) -> int:
    """The only part of this command that knows the installation: its address, and the token of the node."""
    start()
    words = import_module("nentang.government.data_sharing.adapters.node_tokens")
    token = words.node_token(service.rpartition("/")[0])
    print(f'[services."{service}"]')  # noqa: T201 - this is the terminal
    print(f'url = "{settings.BASE_URL}/api/v1/register-answers/{service}"')  # noqa: T201
    print(f'headers = {{ authorization = "Bearer {token}" }}')  # noqa: T201
    return 0


def _diagnose(configuration: Configuration, peer: str) -> int:
    findings = diagnose(configuration, now_ms, peer=peer)
    console = Console(highlight=False)
    for each in findings:
        console.print("✓" if each.works else "✗", each.said, soft_wrap=True)
    return 0 if all(each.works for each in findings) else 1


def _verify(arguments: argparse.Namespace) -> int:
    number, _, salt = arguments.person.partition(":")
    at_hand = AtHand(
        certificates=_certificates(arguments.certificates),
        stamp_roots=_certificates(arguments.stamp_roots),
        target=arguments.target,
        request_body=_bytes(arguments.request),
        answer_body=_bytes(arguments.answer),
        person=Person(number, salt) if number else None,
    )
    try:
        proof = prove(arguments.log, arguments.number, at_hand)
    except NoSuchExchange as fault:
        raise Stop(str(fault)) from fault
    return _tell(proof)


def _tell(proof: Proof) -> int:
    console, entry = Console(highlight=False), proof.entry
    console.print(f"{entry.client} → {entry.service}, {entry.purpose}, {entry.grant or 'no grant'}")
    for each in proof.checks:
        mark = {True: "✓", False: "✗", None: "·"}[each.holds]
        console.print(mark, f"{each.name}: {each.said}", soft_wrap=True)
    if proof.is_refuted:
        console.print("refuted")
        return 1
    console.print("proved" if proof.is_proved else "not refuted, not fully proved")
    return 0 if proof.is_proved else 3


def _certificates(file: Path | None) -> Sequence[x509.Certificate]:
    if file is None:
        return []
    try:
        return x509.load_pem_x509_certificates(file.read_bytes())
    except (OSError, ValueError) as fault:
        raise Stop(f"{file}: {fault}") from fault


def _bytes(file: Path | None) -> bytes | None:
    return file.read_bytes() if file else None
