"""Three people's mornings, page by page: what they do, and what they see.

Played against a demo by `make screens`, which keeps the pictures under docs/journeys, and in a small
house by a test, which keeps nothing.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from msgspec import Struct, field
from playwright.sync_api import Page

from nentang.kernel.frozen import Frozen

from .pictures import picture
from .scene import Scene
from .walk import become

FOLDER = Path(settings.ROOT) / "docs" / "journeys"
LEADING_ON = ("Enter", "u")


class Record(Struct):
    """What was done so far. Without a folder nothing is kept."""

    page: Page
    slug: str
    folder: Path | None = None
    told: list[tuple[str, str]] = field(default_factory=list)
    keys: int = 0

    def step(self, vietnamese: str, english: str) -> None:
        """The page that stands now, in words and as a picture."""
        self.page.wait_for_load_state()
        self.told.append((vietnamese, english))
        if self.folder:
            width = (self.page.viewport_size or {"width": 360})["width"]
            small = (1100, 0.75) if width < 700 else (900, 0.55)
            path = self.folder / f"{self.slug}-{len(self.told):02}.webp"
            path.write_bytes(picture(self.page, width, *small))

    def press(self, *keys: str) -> None:
        """One key after the other, counted; a key that leads on waits for the page."""
        for key in keys:
            self.keys += 1
            if key not in LEADING_ON:
                self.page.keyboard.press(key)
                continue
            with self.page.expect_navigation():
                self.page.keyboard.press(key)


class Journey(Frozen):
    """Who it is, on what screen, and what they do."""

    slug: str
    who: str
    title: tuple[str, str]
    intro: tuple[str, str]
    width: int
    play: Callable[[Record, str], None]


def _mother(told: Record, base: str) -> None:
    page = told.page
    page.goto(base)
    told.step(
        "Chị Lê Thị Mẫu mở trang trên điện thoại, sau khi đăng nhập.",
        "Lê Thị Mẫu opens the page on her phone, signed in.",
    )
    page.get_by_role("link", name="Sinh con").click()
    page.get_by_role("link", name="Đăng ký khai sinh", exact=True).click()
    told.step(
        "Trước khi khai đã biết: miễn phí, xong trong ngày, cần giấy chứng sinh.",
        "Before any form she knows: free, done within the day, the certificate of live birth is needed.",
    )
    page.get_by_role("link", name="Bắt đầu khai").click()
    told.step(
        "Nơi chị ở hiện ra trước; bấm “Nộp ở đây”.",
        "The commune where she lives comes first; one touch.",
    )
    page.get_by_role("button", name="Nộp ở đây").first.click()
    page.locator("[name=relation][value=mother]").check()
    told.step(
        "Tên và số định danh đã có sẵn, kèm nguồn. Chị chỉ chọn “Mẹ”.",
        "Name and number are known, with their source. She only chooses “Mother”.",
    )
    _next(page)
    page.locator("[name=child_name]").fill("Lê An Nháp")
    page.locator("[name=child_sex][value=female]").check()
    page.locator("[name=child_birth_on]").fill("01122020")
    page.locator("[name=child_birth_place]").fill("Trạm y tế xã Yên Hòa")
    page.locator("[name=child_home_town]").fill("Xã Yên Hòa, huyện Yên Mô, tỉnh Ninh Bình")
    told.step(
        "Bảy câu về bé. Ngày sinh gõ liền tám số cũng được: 01122020.",
        "Seven questions about the child. The day may be typed as eight digits: 01122020.",
    )
    _next(page)
    told.step(
        "Phần của mẹ đã có: chỉ xem lại, không gõ chữ nào.",
        "The mother's part is known: to look at, not to type.",
    )
    _next(page)
    page.locator("[name=father_known][value=no]").check()
    _next(page)
    proof = {"name": "giay-chung-sinh.png", "mimeType": "image/png", "buffer": _paper(page)}
    page.set_input_files("input[type=file]", proof)
    told.step("Chụp giấy chứng sinh.", "She photographs the certificate of live birth.")
    _next(page)
    page.wait_for_url("**/xem-lai/")
    told.step(
        "Xem lại một lần rồi gửi; chỗ nào sai bấm “Sửa” ở phần đó.",
        "One look at everything, then send; each part can be mended.",
    )
    page.get_by_role("button", name="Gửi hồ sơ").click()
    page.wait_for_url("**/ho-so/*/?moi=1")
    told.step(
        "Có mã hồ sơ, biết ai đang giữ và hẹn lúc nào.",
        "She has a code, and sees who has the dossier and until when.",
    )


def _clerk(told: Record, base: str) -> None:
    page = told.page
    page.goto(f"{base}/viec/")
    told.step(
        "Việc đến lượt, gấp nhất ở trên. Không cần chuột: J và K chọn dòng, Enter mở.",
        "What is the clerk's turn, most urgent first. No mouse: J and K choose, Enter opens.",
    )
    before = told.keys
    told.press("j", "Enter")
    told.step(
        "Tờ khai bên trái, việc làm tiếp bên phải. Phím 1 chọn nút đầu.",
        "The declaration at the left, what to do at the right. Key 1 goes to the first button.",
    )
    first = page.locator(".desk-next .desk-step button").first.inner_text()
    told.press("1", "Enter")
    told.step(
        f"“{first}” xong; trang nói ngay việc gì tiếp theo.",
        "Done; the page says at once what comes next.",
    )
    told.press("u")
    page.wait_for_url("**/viec/")
    spent = told.keys - before
    told.step(
        f"Phím U về danh sách. Cả việc này {spent} phím; 200 hồ sơ một ngày là {spent * 200} phím.",
        f"Key U leads back. {spent} keys for this dossier; 200 a day are {spent * 200} keys.",
    )


def _chairman(told: Record, base: str) -> None:
    page = told.page
    page.goto(f"{base}/dieu-hanh/")
    told.step(
        "Bảng điều hành: mỗi con số tính từ việc có thật, cạnh mục tiêu 2025 và 2030.",
        "The dashboard: every number comes from what happened, beside the targets of 2025 and 2030.",
    )
    ben_tre = page.locator("a[href*='don-vi=83']")
    (ben_tre if ben_tre.count() else page.locator("a[href*='don-vi=']")).first.click()
    told.step(
        "Xem riêng một tỉnh, rồi từng huyện, từng xã.",
        "One province, then its districts and communes.",
    )
    page.goto(f"{base}/muc-tieu/")
    told.step(
        "Từng mục tiêu: nay, 2025, 2030, và con số biết được bằng cách nào.",
        "Each target: now, 2025, 2030, and how the number is known.",
    )
    page.goto(f"{base}/viec/tre-han/")
    told.step(
        "Cơ quan nào trong tỉnh đang giữ việc trễ, trễ nhất ở trên.",
        "Which bodies of the province hold late work, the latest first.",
    )
    page.goto(f"{base}/viec/thoi-gian/")
    told.step("Cả năm, thời gian nằm ở đâu.", "Where the time of a year was spent.")
    page.goto(f"{base}/viec/dieu-hanh/")
    told.step(
        "Bảng của chính cơ quan mình: ai có bao nhiêu việc, ai chờ ai.",
        "The board of the own body: who has how much, and who waits for whom.",
    )


def _next(page: Page) -> None:
    page.locator("button.button[name=_go][value=next]").click()
    page.wait_for_load_state()


def _paper(page: Page) -> bytes:
    """A picture to send: the page itself."""
    return page.screenshot()


JOURNEYS = (
    Journey(
        "me-o-yen-hoa",
        "mother",
        ("Người mẹ ở Yên Hòa", "A mother at Yên Hoà"),
        (
            "Chị Lê Thị Mẫu vừa sinh con, đăng ký khai sinh bằng điện thoại 360 điểm ảnh.",
            "Lê Thị Mẫu has a new-born child and registers the birth on a phone 360 pixels wide.",
        ),
        360,
        _mother,
    ),
    Journey(
        "can-bo-mot-cua",
        "district_clerk",
        ("Cán bộ một cửa của huyện, không dùng chuột", "A district's clerk, without a mouse"),
        (
            "Hai trăm hồ sơ một ngày: mỗi hồ sơ phải ít phím. Phím được đếm thật khi chạy.",
            "Two hundred dossiers a day: each must take few keys. The keys are counted as it runs.",
        ),
        1280,
        _clerk,
    ),
    Journey(
        "chu-tich-tinh",
        "province",
        ("Lãnh đạo tỉnh", "A leader of the province"),
        (
            "Mười phút buổi sáng: con số, mục tiêu, nơi nào trễ.",
            "Ten minutes in the morning: figures, targets, where it is late.",
        ),
        1280,
        _chairman,
    ),
)


def play_journeys(
    page: Page, base: str, scene: Scene, folder: Path | None = None
) -> list[tuple[Journey, Record]]:
    """All of them, one after the other; the pictures go into the folder."""
    played = []
    for journey in JOURNEYS:
        page.set_viewport_size({"width": journey.width, "height": 800})
        become(page, base, scene.people[journey.who])
        told = Record(page, journey.slug, folder)
        journey.play(told, base)
        played.append((journey, told))
    return played


def write_journeys(page: Page, base: str, scene: Scene) -> None:
    """The pages and pictures under docs/journeys."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for journey, told in play_journeys(page, base, scene, FOLDER):
        (FOLDER / f"{journey.slug}.md").write_text(page_of(journey, told), encoding="utf-8")
    (FOLDER / "README.md").write_text(index(), encoding="utf-8")


def page_of(journey: Journey, told: Record) -> str:
    """The journey as a page, Vietnamese with English beneath."""
    lines = [f"# {journey.title[0]}", "", f"*{journey.title[1]}*", ""]
    lines += [journey.intro[0], "", f"*{journey.intro[1]}*", ""]
    for number, (vietnamese, english) in enumerate(told.told, 1):
        lines += [f"## {number}. {vietnamese}", "", f"*{english}*", ""]
        lines += [f"![{vietnamese}]({journey.slug}-{number:02}.webp)", ""]
    return "\n".join(lines)


def index() -> str:
    """The page that leads to the journeys."""
    lines = ["# Ba buổi sáng / Three mornings", ""]
    lines += [
        "Ghi từng bước trên bản diễn thử bằng `make screens`; người trong ảnh đều bịa ra.",
        "",
    ]
    lines += [
        "Recorded step by step on the played demo by `make screens`; all people are invented.",
        "",
    ]
    lines += [f"- [{j.title[0]} / {j.title[1]}]({j.slug}.md)" for j in JOURNEYS]
    return "\n".join([*lines, ""])
