"""Bytes over the wire of a citizen's first page: HTML, styles, script, icon and all three fonts.

Served by the real application as whitenoise and gzip send it; bodies only. A browser that needs no
bold letters fetches fewer fonts, so this is the most that a first visit can cost.
"""

import os
import re

os.environ["DJANGO_SETTINGS_MODULE"] = "nentang.config.settings.local"

from benchmarks.database import prepare

prepare()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.harness import conclude  # noqa: E402

PAGES = ("/", "/dich-vu-cong/", "/dich-vu-cong/1.001193/", "/tra-cuu/")
LIMIT = 100_000
LOADED = re.compile(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/[^"]+)"')
NAMED = re.compile(r'url\("?([^")]+)"?\)')


def fetch(client: Client, path: str) -> tuple[int, str]:
    """Bytes on the wire, and the text behind them."""
    answer = client.get(path, headers={"Accept-Encoding": "br, gzip"})
    assert answer.status_code == 200, (path, answer.status_code)
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    return len(answer.getvalue()), plain.getvalue().decode("utf-8", "ignore")


def weight(client: Client, page: str) -> dict[str, int]:
    """Bytes of the page and of each file that it loads, directly or from its styles."""
    size, html = fetch(client, page)
    sizes, waiting = {page: size}, set(LOADED.findall(html))
    while waiting:
        path = waiting.pop()
        sizes[path], text = fetch(client, path)
        if path.endswith(".css"):
            folder = path.rsplit("/", 1)[0]
            waiting |= {f"{folder}/{each}" for each in NAMED.findall(text)} - sizes.keys()
    return sizes


def main() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)
    weights = {page: weight(Client(HTTP_HOST="localhost"), page) for page in PAGES}
    heaviest = max(weights, key=lambda page: sum(weights[page].values()))
    for page, sizes in weights.items():
        print(f"  {page}: {sum(sizes.values()):,} bytes in {len(sizes)} answers")
    for path, size in sorted(weights[heaviest].items(), key=lambda pair: -pair[1]):
        print(f"    {size:7,} {path}")
    conclude("page_weight", sum(weights[heaviest].values()) / LIMIT, 1.0, better="lower")


if __name__ == "__main__":
    main()
