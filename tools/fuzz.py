"""`python -m tools.fuzz PARSER [--seconds 60]`: a parser of foreign bytes under atheris, from its corpus in `tests/corpus`.

Atheris is no part of the lock: it has no wheels for every Python. `pip install atheris` beside a checkout.
What it finds is a file `crash-…` in the working folder; it belongs into the corpus with its mend.
"""

import argparse
import os
import sys
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nentang.config.settings.test")


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
            f"-max_total_time={asked.seconds}",
            "-max_len=20000",
            "-timeout=30",
            "-print_final_stats=1",
            tempfile.mkdtemp(prefix=f"fuzz-{asked.parser}-"),  # where new inputs go
            str(CORPUS / asked.parser),
        ],
        PARSERS[asked.parser],
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
