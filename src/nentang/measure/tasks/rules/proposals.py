"""From paragraphs and rows to proposed tasks: who does what with whom by when, and how sure that is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold
from nentang.measure.tasks.enums import DeadlineKind, Doubt

from .blocks import Block
from .bodies import Directory
from .deadlines import Deadline, read_deadline
from .items import Item, is_roman, read_item
from .tables import Columns, cell, columns_of

MOST_ROWS = 1000


class Proposal(Frozen):
    """A task as a decision seems to set it. `place` is the block it came from."""

    place: int
    spot: str
    item: str
    area: str
    text: str
    lead_words: str
    lead: int | None
    support_words: str
    supports: tuple[int, ...]
    output: str
    due_words: str
    due: Deadline
    sure: int
    doubts: tuple[Doubt, ...]
    key: str = ""


class _Said(Frozen):
    """The words of one task before anything is looked up."""

    block: tuple[int, str]
    item: str
    area: str
    text: str
    lead: str
    support: str = ""
    output: str = ""
    due: str = ""


def propose(
    blocks: Sequence[Block], directory: Directory, decided_on: date
) -> tuple[Proposal, ...]:
    """The tasks that stand in the text, in its order, each with a key of its own; at most a thousand."""
    found: list[Proposal] = []
    seen: dict[str, int] = {}
    for said in _said_in(blocks):
        one = _looked_up(said, directory, decided_on)
        mark = fold(f"{one.item}|{one.area}|{one.text}|{one.lead_words}")
        seen[mark] = seen.get(mark, 0) + 1
        key = sha256(f"{mark}|{seen[mark]}".encode()).hexdigest()
        found.append(replace(one, key=key))
        if len(found) == MOST_ROWS:
            break
    return tuple(found)


def _said_in(blocks: Sequence[Block]) -> Iterator[_Said]:
    """Rows of tables that have a head of tasks, and paragraphs that name who leads."""
    reader = _Reader(blocks)
    for place in range(len(blocks)):
        yield from reader.read(place)


class _Reader:
    """Goes down the text and remembers the area, the body of a heading and the columns of a table."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._columns: Columns | None = None
        self._table = self._area = self._lead = ""

    def read(self, place: int) -> Iterator[_Said]:
        """The task that the block sets, if it sets one."""
        block = self._blocks[place]
        if block.is_row:
            yield from self._row(place, block)
        else:
            yield from self._paragraph(place, block)

    def _row(self, place: int, block: Block) -> Iterator[_Said]:
        if block.table != self._table:
            self._table, self._columns = block.table, None
        head = columns_of(block.cells)
        if head and self._columns in (None, head):
            self._columns = head
            return
        if self._columns is None:
            return
        said = _of_row(place, block, self._columns, self._area)
        if isinstance(said, str):
            self._area = said
        elif said:
            yield said

    def _paragraph(self, place: int, block: Block) -> Iterator[_Said]:
        item = read_item(block.text)
        if _is_area(item):
            self._area, self._lead = item.text[:200], ""
        elif heading := _heading_body(item):
            self._lead = heading
        else:
            below = _labels_below(self._blocks, place)
            yield from _of_paragraph((place, block.spot), item, self._area, self._lead, below)


def _of_row(place: int, block: Block, columns: Columns, area: str) -> "_Said | str | None":
    """The task of a row; the area where the row is a heading; nothing for an empty one."""
    told = {each for each in block.cells if each}
    item = read_item(cell(block.cells, columns.item) + " ").number
    text = cell(block.cells, columns.text)
    lead = cell(block.cells, columns.lead)
    if len(told) == 1 or (is_roman(item) and not lead):
        return read_item(text or next(iter(told), "")).text[:200] or None
    own = read_item(text)
    if not (item or own.number) and not lead:
        return None
    return _Said(
        block=(place, block.spot),
        item=(item or own.number)[:20],
        area=area,
        text=own.text if not item else text,
        lead=lead,
        support=cell(block.cells, columns.support),
        output=cell(block.cells, columns.output),
        due=cell(block.cells, columns.due),
    )


_LEADS = re.compile(
    r"^(?:giao |đề nghị )?(?P<lead>[^.;:]{3,200}?),? chủ trì\b[ ,:]*", re.IGNORECASE
)
_GIVEN = re.compile(r"^giao (?P<lead>[^.;:]{3,120}?)[:,] ", re.IGNORECASE)
_WITH = re.compile(r"^(?:và )?phối hợp (?:với|cùng) ", re.IGNORECASE)
_VERBS = (
    "xây dựng|tham mưu|triển khai|ban hành|tổ chức|hoàn thành|hoàn thiện|rà soát|nghiên cứu|trình|thực hiện"
    "|hướng dẫn|đề xuất|nâng cấp|kết nối|tích hợp|phát triển|đào tạo|bồi dưỡng|tập huấn|tuyên truyền|kiểm tra"
    "|đánh giá|cập nhật|số hoá|số hóa|công bố|bố trí|thiết lập|thành lập|lập|cung cấp|mở|đưa|bảo đảm|đảm bảo|chuẩn hoá|chuẩn hóa"
)
_VERB = re.compile(rf"(?:^|[ ,:])(?P<verb>{_VERBS}) ", re.IGNORECASE)
_DUE = re.compile(
    r"[;.,(]? ?\b(?P<all>(?:thời hạn|thời gian|hoàn thành|xong)(?: hoàn thành| thực hiện)?:? ?(?:trước |trong |đến |vào |xong )?(?:ngày )?[^.;)]{0,80}?(?:\d{4}|thường xuyên|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"[;,(]? ?\b(?P<all>(?:trước|chậm nhất|trong|đến hết)(?: ngày| tháng| quý| năm)? ?[^.;,)]{1,40}?\d{4})\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"[,;(] ?(?P<all>(?:thường xuyên|liên tục|(?:hằng|hàng) (?:năm|quý|tháng)))[ .;)]*$",
    re.IGNORECASE,
)
_OUTPUT = re.compile(r"\b(?:sản phẩm|kết quả):? ?(?P<all>[^.;]{3,300})", re.IGNORECASE)
_LABELS = (
    ("lead", re.compile(r"^(?:cơ quan |đơn vị )?chủ trì ?: ?", re.IGNORECASE)),
    ("support", re.compile(r"^(?:cơ quan |đơn vị )?phối hợp ?: ?", re.IGNORECASE)),
    ("output", re.compile(r"^(?:sản phẩm|kết quả)[^:]{0,30}: ?", re.IGNORECASE)),
    ("due", re.compile(r"^(?:thời hạn|thời gian|hoàn thành)[^:]{0,30}: ?", re.IGNORECASE)),
)
_HEAD = re.compile(
    r"^(?:giao )?(?:bộ|sở|ủy ban|uỷ ban|ubnd|văn phòng|thanh tra|công an|ngân hàng) ", re.IGNORECASE
)


def _is_area(item: Item) -> bool:
    return is_roman(item.number) and bool(item.text) and len(item.text) <= 200


def _heading_body(item: Item) -> str:
    """The body that a heading alone names, whose points follow: `1. Sở Y tế:`."""
    is_heading = bool(item.number) and item.text.endswith(":") and len(item.text) <= 160
    return item.text.rstrip(": ") if is_heading and _HEAD.match(item.text) else ""


def _of_paragraph(
    block: tuple[int, str], item: Item, area: str, lead: str, below: Mapping[str, str]
) -> Iterator[_Said]:
    """The task that a paragraph sets, if it says who leads: in itself, in the lines below, or in a heading."""
    if _label(item.text):
        return
    words, support, text = _led_by(item.text)
    is_under_heading = bool(lead) and item.depth in (6, 7)
    words = words or below.get("lead", "") or (lead if is_under_heading else "")
    if not words:
        return
    yield _Said(
        block=block,
        item=item.number[:20],
        area=area,
        text=text,
        lead=words,
        support=below.get("support", support),
        output=below.get("output", _in_words(_OUTPUT, text)),
        due=below.get("due", _due_in(text)),
    )


def _led_by(text: str) -> tuple[str, str, str]:
    """Who leads, who helps, and what is left to do; nobody where the words do not say."""
    match = _LEADS.match(text) or _GIVEN.match(text)
    if not match:
        return "", "", text
    rest = text[match.end() :]
    helped = _WITH.match(rest)
    if not helped:
        return match["lead"], "", _capital(rest) or text
    rest = rest[helped.end() :]
    verb = _VERB.search(rest)
    if not verb:
        return match["lead"], rest[:600], text
    support = rest[: verb.start("verb")].strip(" ,:;")
    return match["lead"], support[:600], _capital(rest[verb.start("verb") :])


def _labels_below(blocks: Sequence[Block], place: int) -> dict[str, str]:
    """`Cơ quan chủ trì: …` and its kin in the lines directly below; the first of each counts."""
    found: dict[str, str] = {}
    for block in blocks[place + 1 : place + 6]:
        label = None if block.is_row else _label(read_item(block.text).text)
        if label is None:
            break
        found.setdefault(*label)
    return found


def _label(text: str) -> tuple[str, str] | None:
    for name, pattern in _LABELS:
        match = pattern.match(text)
        if match:
            return name, text[match.end() :].strip(" .;")
    return None


def _due_in(text: str) -> str:
    ways = (_in_words(pattern, text) for pattern in (_DUE, _BEFORE, _ALWAYS))
    return next(filter(None, ways), "")


def _in_words(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match["all"].strip(" .;,")[:300] if match else ""


def _capital(text: str) -> str:
    text = text.strip(" ,:;")
    return text[:1].upper() + text[1:]


def _looked_up(said: _Said, directory: Directory, decided_on: date) -> Proposal:
    """The same with its bodies and its day, and what of it is doubtful."""
    lead, support = directory.find(said.lead), directory.find(said.support)
    due = read_deadline(said.due, decided_on)
    others = tuple(
        each for each in (*lead.ids[1:], *support.ids) if each != next(iter(lead.ids), 0)
    )
    sureness = {
        Doubt.TEXT: 90 if 10 <= len(said.text) <= 2000 else 40,
        Doubt.LEAD: _sureness_of_lead(len(lead.ids), lead.has_more),
        Doubt.SUPPORT: 60 if support.has_more else 95,
        Doubt.DUE: due.sure,
    }
    return Proposal(
        place=said.block[0],
        spot=said.block[1],
        item=said.item,
        area=said.area[:200],
        text=said.text.strip()[:2000],
        lead_words=said.lead.strip()[:300],
        lead=lead.ids[0] if lead.ids else None,
        support_words=said.support.strip()[:600],
        supports=tuple(dict.fromkeys(others)),
        output=said.output.strip()[:600],
        due_words=said.due.strip()[:200],
        due=due if due.kind is not DeadlineKind.OPEN else Deadline(DeadlineKind.OPEN),
        sure=min(sureness.values()),
        doubts=tuple(doubt for doubt, sure in sureness.items() if sure < 80),
    )


def _sureness_of_lead(known: int, has_more: bool) -> int:
    if known == 0:
        return 0
    return 95 if known == 1 and not has_more else 50
