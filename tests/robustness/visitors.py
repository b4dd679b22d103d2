"""Citizens who send what they filled in, and send it again whenever they were not answered."""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx
from msgspec import Struct, field

PATIENCE = 90.0  # seconds
REST = 0.15


class Visit(Struct):
    """What one citizen was told: the code of the dossier at last, and every refusal before."""

    code: str = ""
    refusals: list[tuple[int, str]] = field(default_factory=list)


class Visitors:
    """Some citizens at once, each with one draft, until all are done."""

    def __init__(self, address: str, drafts: Mapping[str, int], *, at_once: int = 6) -> None:
        self._address = address
        self._threads = ThreadPoolExecutor(at_once)
        self._visits = {d: self._threads.submit(self._visit, d, a) for d, a in drafts.items()}

    @property
    def done(self) -> bool:
        """Whether everybody was answered."""
        return all(each.done() for each in self._visits.values())

    def visits(self) -> dict[str, Visit]:
        """What everybody was told, by draft, once all are done."""
        return {draft: each.result(PATIENCE) for draft, each in self._visits.items()}

    def _visit(self, draft: str, account: int) -> Visit:
        visit, until = Visit(), time.monotonic() + PATIENCE
        with httpx.Client(base_url=self._address, timeout=20) as browser:
            while time.monotonic() < until:
                try:
                    visit.code = self._send(browser, draft, account, visit)
                except httpx.TransportError:
                    visit.refusals.append((0, ""))
                if visit.code:
                    return visit
                time.sleep(REST)
        raise TimeoutError(f"never answered: {visit.refusals[-5:]}")

    def _send(self, browser: httpx.Client, draft: str, account: int, visit: Visit) -> str:
        """The code of the dossier; nothing where the page said to come back."""
        if "phien" not in browser.cookies and not self._sign_in(browser, account, visit):
            return ""
        page = f"/ho-so/khai/{draft}/xem-lai/"
        answer = browser.post(page, headers=self._token(browser))
        if answer.status_code == 302 and answer.headers["Location"].startswith("/ho-so/"):
            return answer.headers["Location"].split("/")[2]
        visit.refusals.append((answer.status_code, answer.headers.get("Retry-After", "")))
        if answer.status_code in (302, 403):
            browser.cookies.clear()
        return ""

    def _sign_in(self, browser: httpx.Client, account: int, visit: Visit) -> bool:
        begun = browser.get("/dang-nhap/")
        if begun.status_code == 200:
            begun = browser.post(
                "/dang-nhap/thu/", data={"account": str(account)}, headers=self._token(browser)
            )
        if begun.status_code >= 400:
            visit.refusals.append((begun.status_code, begun.headers.get("Retry-After", "")))
            browser.cookies.clear()
        return begun.status_code < 400

    def _token(self, browser: httpx.Client) -> dict[str, str]:
        token = next((c.value for c in browser.cookies.jar if "csrf" in c.name), "") or ""
        return {"X-CSRFToken": token, "Referer": self._address + "/"}
