"""Pictures of pages, small enough to keep, and the page that shows them all."""

import base64
from pathlib import Path

from django.apps import apps
from django.conf import settings
from playwright.sync_api import Page

from nentang.kernel.frozen import Frozen

from .pages import Look

FOLDER = Path(settings.ROOT) / "docs" / "screens"
SIZES = {360: (1500, 0.7), 768: (1500, 0.4), 1280: (1100, 0.42)}
"""Width of the screen: how far down the picture goes, and how much smaller it is kept."""
QUALITY = 45


class Taken(Frozen):
    """A page whose pictures were taken."""

    look: Look
    title: str


def take(page: Page, look: Look, folder: Path = FOLDER) -> Taken:
    """The three pictures of what the page shows now, as WebP."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, (height, scale) in SIZES.items():
        page.set_viewport_size({"width": width, "height": 800})
        (folder / f"{look.slug}-{width}.webp").write_bytes(picture(page, width, height, scale))
    return Taken(look, page.title().removesuffix(" – Nền Tảng"))


def picture(page: Page, width: int, most: int, scale: float) -> bytes:
    """What the page shows, as far down as `most` pixels, made smaller."""
    full = page.evaluate("document.documentElement.scrollHeight")
    shown = {"x": 0, "y": 0, "width": width, "height": min(full, most), "scale": scale}
    asked = {"format": "webp", "quality": QUALITY, "clip": shown, "captureBeyondViewport": True}
    browser = page.context.new_cdp_session(page)
    answer = browser.send("Page.captureScreenshot", asked)
    browser.detach()
    return base64.b64decode(answer["data"])


def index(taken: list[Taken]) -> str:
    """The page that shows them by app, in the order of the apps."""
    lines = [
        "# Màn hình / Screens",
        "",
        "Mỗi trang của hệ thống ở ba bề ngang: 360, 768 và 1280 điểm ảnh. "
        "Viết bằng `make screens` từ bản diễn thử; người trong ảnh đều là người bịa ra.",
        "",
        "Every page at three widths: 360, 768 and 1280 pixels. Written by `make screens` from the "
        "played demo; all people in the pictures are invented.",
        "",
    ]
    for app in dict.fromkeys(each.look.app for each in sorted(taken, key=_place)):
        lines += [f"## {apps.get_app_config(app).verbose_name}", ""]
        lines += ["| | 360 | 768 | 1280 |", "|---|---|---|---|"]
        lines += [_row(each) for each in taken if each.look.app == app]
        lines += [""]
    return "\n".join(lines)


def _place(taken: Taken) -> int:
    return settings.HOUSE.index(apps.get_app_config(taken.look.app).name)


def _row(taken: Taken) -> str:
    state = f" ({taken.look.state})" if taken.look.state else ""
    words = f"{taken.title}<br>`/{taken.look.route}`{state}".replace("|", "/")
    cells = " | ".join(f"![{taken.look.slug} {w}]({taken.look.slug}-{w}.webp)" for w in SIZES)
    return f"| {words} | {cells} |"
