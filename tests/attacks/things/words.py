"""What is typed, such that nothing of it is wrong."""

from datetime import date, datetime, time, timedelta
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import KeptFacts
from nentang.government.complaints.enums import Difficulty
from nentang.government.services.enums import Channel, DeliveryWay
from nentang.kernel.clock import legal_day
from tests.attacks.world import World

from .lot import Lot
from .persons import IN_2024, PUSH


def words(_world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """Sentences, days, numbers and choices."""
    today = legal_day(at)
    values: dict[str, list[Any]] = {
        **{name: ["Một câu đủ dài để không bị chê là ngắn"] for name in TEXTS},
        **{name: [today] for name in ("valid_from", "on", "day", "held_on")},
        **{name: [today + timedelta(days=20)] for name in ("until", "until_on", "valid_to")},
        **{name: [value] for name, value in PUSH.items()},
        **CHOSEN,
        "due_at": [at + timedelta(days=9)],
        "at": [at],
        "personal_data.record_breach.at": [IN_2024],
        "personal_data.notify_authority.at": [IN_2024],
        "found_at": [at - timedelta(hours=1)],
        "personal_data.record_breach.found_at": [IN_2024],
    }
    return Lot(values)


TEXTS = (
    *("note", "reason", "answer", "question", "statement", "demand", "items", "what"),
    *("words", "measures", "basis", "holder", "address", "remark", "minutes", "tracking"),
    *("name", "full_name", "title", "reasons", "rule", "comment", "remedy", "finding"),
    *("instruction", "result", "text", "report"),
)
CHOSEN: dict[str, list[Any]] = {
    "month": [date(2020, 12, 1)],
    "held_on": [date(2020, 12, 1)],
    "birth_on": [date(1987, 9, 5)],
    "amount": [1_000],
    "number": [1],
    "queue.add_window.number": [7],
    "stars": [5],
    "people": [3],
    "working_days": [2],
    "promised_minutes": [20],
    "approve": [True, False],
    "grant": [True, False],
    "is_open": [True],
    "about": [""],
    "ground": [""],
    "prefix": ["Z"],
    "kind": ["proxy"],
    "organizations.kind": ["ministry"],
    "organizations.level": ["ministry"],
    "linked.kind": ["birth"],
    "personal_data.kind": ["correction"],
    "complaints.about": ["fee"],
    "part": ["residence"],
    "places": [["services.Dossier"]],
    "file_ids": [[]],
    "way": [DeliveryWay.COUNTER],
    "counter_id": [None],
    "difficulty": [Difficulty.PLAIN],
    "verdict": ["right"],
    "watch.verdict": ["harmless"],
    "complaints.remedy": ["nothing"],
    "role": ["clerk"],
    "scopes": [["openid"]],
    "redirect_uris": [["https://truonghoc.example.vn/ve"]],
    "username": ["ten.moi.chua.ai.dung"],
    "password": ["mot cau that dai de nho"],
    "bank_bin": ["970415"],
    "account_number": ["0011001932418"],
    "content": [b"bundle"],
    "filename": ["giay.png"],
    "key": ["khoa-lan-1"],
    "posted": [{}],
    "files": [{}],
    "forms.step": ["child"],
    "last_seen": [""],
    "procedure": ["1.001193"],
    "channel": [Channel.ONLINE],
    "services.answers": [{}],
    "idempotency_key": ["lan-1"],
    "findings": [{}],
    "subject": ["matter:1"],
    "language": ["vi"],
    "takes_email": [True],
    "takes_sms": [True],
    "takes_push": [True],
    "quiet_from": [time(21)],
    "quiet_to": [time(7)],
    "identity.take_in_people.people": [[]],
    "identity.facts": [
        KeptFacts(
            full_name="Lê Thị Bí Mật",
            birth_on=date(1987, 9, 5),
            birth_year=1987,
            sex="female",
            nationality="VN",
            ethnicity="Kinh",
            personal_number="001187999901",
            home=("98001", ""),
        )
    ],
    "consent": ["Giấy đồng ý số 1"],
    "purpose": ["Thử xem có được không"],
    "legal_basis": ["Nghị định mẫu"],
    "source": ["KN-1"],
}
