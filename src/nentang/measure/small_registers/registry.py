"""Which registers there are: every file in `law/registers`, and what whoever sent in is told."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from nentang.foundation.casework.public import register_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template
from nentang.kernel.frozen import Frozen
from nentang.kernel.yaml_file import read_yaml

from .rules.registers import Register, kind_of, parse_register


class RelatedLink(Frozen):
    """A page of another app that has to do with an entry."""

    title: str
    url: str


class Related(Frozen):
    """What another app says of the entries of a register: under which heading, which pages."""

    title: object
    links_of: Callable[[str], Sequence[RelatedLink]]


FOLDER = Path(__file__).parent / "law" / "registers"
_files: dict[str, Path] = {}
_related: dict[str, list[Related]] = {}


def add_register(path: Path) -> str:
    """Make the register in that file known, with its life cycle as a kind of case; its code."""
    code = path.stem
    if _files.setdefault(code, path) != path:
        raise ValueError(f"two registers are called {code}")
    register_kind(kind_of(code), path, url_name="small_registers:desk_entry")
    return code


def register_codes() -> tuple[str, ...]:
    """All registers, in the order of their files."""
    return tuple(_files)


@cache
def _read(path: Path) -> Register:
    return parse_register(path.stem, read_yaml(path))


def known_register(code: str) -> Register | None:
    """The register of that code; it is read when somebody first asks for it."""
    path = _files.get(code)
    return _read(path) if path else None


def relate(register: str, related: Related) -> None:
    """Let entries of that register show what `related.links_of(code)` finds."""
    _related.setdefault(register, []).append(related)


def related_to(register: str) -> Sequence[Related]:
    """What other apps say of entries of that register."""
    return tuple(_related.get(register, ()))


for _path in sorted(FOLDER.glob("*.yaml")):
    add_register(_path)


def _message(
    step: str, title: tuple[str, str], body: tuple[str, str], link: str
) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"small_registers.{step}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=(Channel.IN_APP, Channel.EMAIL),
            link=link,
        )
    )


STALE = _message(
    "stale",
    ("Mục {code} đã quá hạn xác nhận", "Entry {code} has not been confirmed in time"),
    (
        "Mục {code} trong sổ chưa được xác nhận là còn đúng. Mở trang của mục, xác nhận hoặc sửa đổi.",
        "Entry {code} has not been confirmed to hold still. Open its page, confirm or amend it.",
    ),
    "/so-dang-ky/muc/{code}/",
)
ANSWERED = _message(
    "answered",
    ("Đề nghị {code} có tin mới", "There is news of your submission {code}"),
    (
        "Cơ quan đã xử lý đề nghị {code}. Mở trang của đề nghị để xem kết quả.",
        "The office has worked on your submission {code}. Open its page to see the result.",
    ),
    "/so-dang-ky/cua-toi/{code}/",
)
