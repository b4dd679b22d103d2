"""A program of its own: reads a PDF on its input, says the text of its pages as JSON, and may do nothing else.

It is given little memory and time, so that a file made to swell or to turn in circles ends itself.
"""

import json
import sys
from contextlib import suppress
from io import BytesIO

MOST_PAGES, MOST_LETTERS = 200, 1_500_000
MEMORY, SECONDS = 1024 * 1024 * 1024, 20
UNREADABLE, TOO_LARGE = 3, 4


def main() -> int:
    """0 with the pages as a list of texts; else why not."""
    _bound()
    import logging  # noqa: PLC0415 - after the bounds

    from pypdf import PdfReader  # noqa: PLC0415 - after the bounds

    logging.disable(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(sys.stdin.buffer.read()), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return UNREADABLE
        if len(reader.pages) > MOST_PAGES:
            return TOO_LARGE
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > MOST_LETTERS:
                return TOO_LARGE
        sys.stdout.write(json.dumps(pages))
    except Exception:  # noqa: BLE001 - whatever the file did, it is not read
        return UNREADABLE
    return 0


def _bound() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
