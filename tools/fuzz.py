"""`python -m tools.fuzz PARSER [--seconds 60]`: a parser of foreign bytes under atheris, from its corpus in `tests/corpus`.

The seconds are of CPU: a machine that is shared fuzzes no less. At the end stand how many inputs ran, and
what the slowest cost. Atheris is no part of the lock: it has no wheels for every Python; `pip install atheris`
beside a checkout. What it finds is a file `crash-…`, `slow-…` (a second and more) or `oom-…` in the working
folder; it belongs into the corpus with its mend.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nentang.config.settings.test")
SLOW = 1.0
MOST_MEGABYTES = 1200


class Watched:
    """A parser that is measured as it runs, until its CPU seconds are over."""

    def __init__(self, name: str, parse: Callable[[bytes], None], seconds: int) -> None:
        self._name, self._parse, self._seconds = name, parse, seconds
        self._inputs, self._slowest, self._begun = 0, 0.0, time.process_time()

    def __call__(self, content: bytes) -> None:
        """Parse it; the process ends once the seconds are over."""
        before = time.process_time()
        if before - self._begun > self._seconds:
            self._tell(before - self._begun)
            os._exit(0)
        self._parse(content)
        self._inputs += 1
        used = time.process_time() - before
        self._slowest = max(self._slowest, used)
        if used > SLOW:
            Path(f"slow-{sha1(content, usedforsecurity=False).hexdigest()}").write_bytes(content)

    def _tell(self, used: float) -> None:
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{self._name}: {self._inputs:,} inputs in {used:,.0f} s of CPU,"
            f" the slowest {1000 * self._slowest:,.0f} ms, {megabytes:,.0f} MB at most",
            flush=True,
        )


def main() -> None:
    """Runs until the seconds are over, or something was found."""
    import atheris  # noqa: PLC0415 - only where somebody has it
    import django  # noqa: PLC0415 - before anything of the house

    with atheris.instrument_imports(include=["nentang", "tests.attacks", "yaml", "csv", "json"]):
        django.setup()
        from tests.attacks.parsers import CORPUS, PARSERS  # noqa: PLC0415 - instrumented

    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("parser", choices=sorted(PARSERS))
    words.add_argument("--seconds", type=int, default=60)
    asked = words.parse_args()
    atheris.Setup(
        [
            sys.argv[0],
            "-max_len=20000",
            "-timeout=60",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            tempfile.mkdtemp(prefix=f"fuzz-{asked.parser}-"),  # where new inputs go
            str(CORPUS / asked.parser),
        ],
        Watched(asked.parser, PARSERS[asked.parser], asked.seconds),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
