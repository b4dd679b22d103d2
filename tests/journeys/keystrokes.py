"""How long somebody takes who is slow: a keystroke-level model of the pages they pass.

The model is that of Card, Moran and Newell (1980): time is the sum of keys, touches, thinking and
waiting. The times are for a person of sixty on a cheap phone and are assumptions, chosen on the slow
side of that paper (its slowest typist needs 1.2 seconds a key, a touch 1.1, a thought 1.35; a page of
ours answers within 1 second): a key 1.2 s, a touch 1.7 s, a thought 2.5 s, a page 2 s.
"""

from unicodedata import normalize

from msgspec import Struct, field
from playwright.sync_api import Locator, Page

KEY, TOUCH, THOUGHT, PAGE = 1.2, 1.7, 2.5, 2.0


def keys_of(text: str) -> int:
    """Keys that a text needs with Telex: a letter each, and one more for every mark."""
    plain = normalize("NFD", text.replace("đ", "dd").replace("Đ", "Dd"))
    return len(plain)


class Reckoner(Struct):
    """Does what a person does on the page, and counts it."""

    page: Page
    keys: int = 0
    touches: int = 0
    thoughts: int = 0
    screens: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The time of everything so far."""
        waiting = PAGE * len(self.screens)
        return self.keys * KEY + self.touches * TOUCH + self.thoughts * THOUGHT + waiting

    def arrive(self, address: str = "") -> None:
        """Another screen: opened by its address, or by what was touched before."""
        if address:
            self.page.goto(address)
        self.page.wait_for_load_state()
        self.screens.append(self.page.locator("h1").first.inner_text().replace("\n", " "))
        self.thoughts += 1

    def touch(self, what: Locator) -> None:
        """One touch, after looking for where."""
        what.click()
        self.touches += 1
        self.thoughts += 1

    def write(self, name: str, text: str) -> None:
        """Touch the field and type; a question is read first."""
        box = self.page.locator(f"[name='{name}']").first
        box.fill(text)
        self.touches += 1
        self.thoughts += 1
        self.keys += keys_of(text)

    def choose(self, name: str, value: str) -> None:
        """One of a few."""
        self.touch(self.page.locator(f"label:has([name='{name}'][value='{value}'])").first)

    def told(self) -> str:
        """What was counted, to print."""
        return (
            f"{len(self.screens)} screens, {self.touches} touches, {self.keys} keys, "
            f"{self.seconds:.0f} seconds: {' > '.join(self.screens)}"
        )
