"""Bodies of the state as decisions call them: short names written out, the longest known name found first."""

import re
from collections.abc import Iterable

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

_WORD = re.compile(r"[^\W_]+")
_SHORT = (
    ("nn ptnt", "nong nghiep va phat trien nong thon"),
    ("nn va ptnt", "nong nghiep va phat trien nong thon"),
    ("ptnt", "phat trien nong thon"),
    ("nnptnt", "nong nghiep va phat trien nong thon"),
    ("ld tb xh", "lao dong thuong binh va xa hoi"),
    ("ld tbxh", "lao dong thuong binh va xa hoi"),
    ("ldtbxh", "lao dong thuong binh va xa hoi"),
    ("lao dong tb xh", "lao dong thuong binh va xa hoi"),
    ("vh tt dl", "van hoa the thao va du lich"),
    ("vhtt dl", "van hoa the thao va du lich"),
    ("vhttdl", "van hoa the thao va du lich"),
    ("tt tt", "thong tin va truyen thong"),
    ("tttt", "thong tin va truyen thong"),
    ("kh dt", "ke hoach va dau tu"),
    ("khdt", "ke hoach va dau tu"),
    ("kh cn", "khoa hoc va cong nghe"),
    ("khcn", "khoa hoc va cong nghe"),
    ("tn mt", "tai nguyen va moi truong"),
    ("tnmt", "tai nguyen va moi truong"),
    ("gd dt", "giao duc va dao tao"),
    ("gddt", "giao duc va dao tao"),
    ("gt vt", "giao thong van tai"),
    ("gtvt", "giao thong van tai"),
    ("nhnn", "ngan hang nha nuoc"),
    ("vpcp", "van phong chinh phu"),
    ("vp ubnd", "van phong uy ban nhan dan"),
    ("vpub", "van phong uy ban nhan dan"),
    ("ubnd", "uy ban nhan dan"),
    ("bo ca", "bo cong an"),
    ("bo qp", "bo quoc phong"),
    ("hdnd", "hoi dong nhan dan"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("bch", "ban chi huy"),
)
_LONG = {tuple(short.split()): tuple(long.split()) for short, long in _SHORT}
_KINDS = frozenset(
    [
        "bo",
        "so",
        "ban",
        "uy",
        "cuc",
        "tong",
        "chi",
        "thanh",
        "toa",
        "vien",
        "truong",
        "dai",
        "hoi",
        "cong",
        "kho",
        "bao",
        "doan",
        "ngan",
        "van",
        "huyen",
        "quan",
        "xa",
        "phuong",
    ]
)
_IDLE = frozenset(
    [
        "va",
        "cac",
        "co",
        "quan",
        "don",
        "vi",
        "lien",
        "voi",
        "cung",
        "nganh",
        "tinh",
        "do",
        "khac",
        "o",
        "tai",
        "theo",
        "phan",
    ]
)
MOST_WORDS = 400


class Found(Frozen):
    """What a text names: known bodies in their order, and whether something else is named beside them."""

    ids: tuple[int, ...]
    has_more: bool


class Directory:
    """Names of bodies of one day. A name that two bodies have names neither."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._ids: dict[tuple[str, ...], int | None] = {}
        for number, name in names:
            key = spelled_out(name)
            is_shared = self._ids.get(key, number) != number
            self._ids[key] = None if is_shared else number
        self._longest = max(map(len, self._ids), default=0)

    def find(self, text: str) -> Found:
        """The known bodies in that text, each once."""
        words = spelled_out(text)[:MOST_WORDS]
        ids: dict[int, None] = {}
        rest: list[str] = []
        place = 0
        while place < len(words):
            number, length = self._at(words, place)
            if number is not None:
                ids[number] = None
            elif not length:
                rest.append(words[place])
            place += length or 1
        return Found(tuple(ids), _names_more(rest, bool(ids)))

    def _at(self, words: tuple[str, ...], place: int) -> tuple[int | None, int]:
        """The body whose name begins there, and how many words it has; the longest name counts."""
        for length in range(min(self._longest, len(words) - place), 0, -1):
            key = words[place : place + length]
            if self._ids.get(key) is not None:
                return self._ids[key], length
        return None, 0


def spelled_out(text: str) -> tuple[str, ...]:
    """The folded words with short names written out: `Bộ TT&TT` → bo thong tin va truyen thong."""
    words = _WORD.findall(fold(text))
    whole: list[str] = []
    place = 0
    while place < len(words):
        for length in (4, 3, 2, 1):
            long = _LONG.get(tuple(words[place : place + length]))
            if long:
                whole += long
                place += length
                break
        else:
            whole.append(words[place])
            place += 1
    return tuple(whole)


def _names_more(rest: list[str], is_found: bool) -> bool:
    """Whether the words left over name somebody: anything at all where nobody is known, else a kind of body."""
    told = [word for word in rest if word not in _IDLE]
    return bool(_KINDS & set(told)) if is_found else bool(told)
