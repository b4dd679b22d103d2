"""`nentang rekey`: everything that is kept sealed, sealed anew under the secret of today."""

import argparse

from django.conf import settings
from rich.console import Console

from nentang.agreements.actor import SYSTEM
from nentang.config.cli import Stop
from nentang.foundation.documents.public import encrypt_keys_anew
from nentang.foundation.identity.public import seal_anew
from nentang.government.status_sync.actions import seal_portals_anew
from nentang.kernel import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing: the new secret and the former ones stand in the settings."""


def run(arguments: argparse.Namespace) -> int:
    """0 once nothing needs a former secret any more."""
    if not settings.SECRET_KEY_FALLBACKS:
        raise Stop(
            "rekey: set NENTANG_SECRET_KEY to the new secret and NENTANG_SECRET_KEYS_BEFORE to the former"
        )
    now = clock.now()
    console = Console()
    console.print(f"codes, tokens, subjects: {seal_anew(actor=SYSTEM, at=now)} sealed anew")
    console.print(f"key files: {encrypt_keys_anew(actor=SYSTEM, at=now)} encrypted anew")
    console.print(f"portals: {seal_portals_anew(actor=SYSTEM, at=now)} keys sealed anew")
    console.print("Take NENTANG_SECRET_KEYS_BEFORE out of the settings and start anew.")
    return 0
