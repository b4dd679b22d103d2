"""Every action of the house that somebody may try, with all there is in the world to try it on."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from importlib import import_module
from inspect import signature
from itertools import zip_longest
from pathlib import Path
from typing import Any

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor
from nentang.economy.payments.models import PaymentRequest
from nentang.foundation.casework.models import Case
from nentang.foundation.documents.models import IssuedDocument, StoredFile
from nentang.foundation.forms.models import Draft
from nentang.foundation.identity.models import Appointment, Consent
from nentang.foundation.identity.public import KeptFacts
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.models import Delivery
from nentang.government.catalogue.models import BundleEdit
from nentang.government.catalogue.public import bundle_on
from nentang.government.complaints.enums import Difficulty
from nentang.government.complaints.models import Complaint, Explanation
from nentang.government.linked.models import Chain
from nentang.government.services.enums import Channel, DeliveryWay
from nentang.government.services.models import Consultation
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from tests.government.linked.factories import trio_answers
from tests.laws.house import SOURCE

from .fences import NOT_TRIED
from .treasures import IN_2024, PUSH, Treasures
from .world import World


class Act(Frozen):
    """An action, by `app.name`, and the names of what it takes."""

    name: str
    function: Callable[..., Any]
    takes: tuple[str, ...]

    @property
    def app(self) -> str:
        """The app it belongs to."""
        return self.name.partition(".")[0]


def acts() -> Iterator[Act]:
    """Every action that takes an actor, in the order of the files."""
    for path in sorted(SOURCE.glob("*/*/actions/*.py")):
        for name, function in _functions(path):
            takes = _names(function)
            if "actor" in takes and path.parts[-3] not in NOT_TRIED:
                yield Act(f"{path.parts[-3]}.{name}", function, takes)


def actorless() -> Iterator[str]:
    """Every action that nobody in particular does: `app.name`."""
    for path in sorted(SOURCE.glob("*/*/actions/*.py")):
        for name, function in _functions(path):
            if "actor" not in _names(function) and path.parts[-3] not in NOT_TRIED:
                yield f"{path.parts[-3]}.{name}"


def _names(function: Callable[..., Any]) -> tuple[str, ...]:
    """What must or may be handed to it by name; nothing further."""
    parameters = signature(function).parameters.values()
    return tuple(each.name for each in parameters if each.kind is each.KEYWORD_ONLY)


def _functions(path: Path) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The action of that file; files with an underscore hold parts of actions."""
    if not path.stem.startswith("_"):
        module = import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))
        if function := vars(module).get(path.stem):
            yield path.stem, function


def strangers(world: World, treasures: Treasures) -> dict[str, Actor]:
    """Who has no right to anything of the mother's or of the office here."""
    named = ("stranger", "neighbour", "clerk elsewhere", "leader elsewhere")
    return {
        "nobody": ANONYMOUS,
        **{name: world.actors[name] for name in named},
        "every role elsewhere": treasures.masters["elsewhere"],
    }


def rightful(world: World, treasures: Treasures) -> list[Actor]:
    """Who together may do everything there is to do."""
    masters, ministry = treasures.masters, treasures.ministry
    return [
        SYSTEM,
        world.mother.actor,
        masters["here"],
        masters["colleague"],
        world.here.clerk,
        ministry.writer,
        ministry.approver,
        treasures.asked,
        treasures.helper,
        treasures.taxer,
    ]


class Values:
    """What stands for each thing that an action takes."""

    def __init__(self, world: World, treasures: Treasures, at: datetime) -> None:
        self._by_name: dict[str, list[Any]] = {
            **_words(at),
            **_persons(world),
            **_matters(world, treasures),
            **_things(world, treasures, at),
        }

    def ways(self, act: Act) -> Iterator[dict[str, Any]]:
        """Keyword arguments for the act, such that each value stands in one of them."""
        names = [each for each in act.takes if each != "actor"]
        columns = [self._of(act, name) for name in names]
        for row in zip_longest(*columns, fillvalue=...) if columns else [()]:
            yield {
                name: column[0] if value is ... else value
                for name, column, value in zip(names, columns, row, strict=True)
            }

    def _of(self, act: Act, name: str) -> list[Any]:
        for key in (f"{act.name}.{name}", f"{act.app}.{name}", name):
            if key in self._by_name:
                assert self._by_name[key], f"there is no {key} in the world"
                return self._by_name[key]
        parameter = signature(act.function).parameters[name]
        assert parameter.default is not parameter.empty, (
            f"say in tests/attacks/acts.py what stands for {name} of {act.name}"
        )
        return [parameter.default]


def _matters(world: World, treasures: Treasures) -> dict[str, list[Any]]:
    """Codes of what is the mother's or the office's."""
    dossiers = list(world.mother.dossiers)
    requests = PaymentRequest.objects.filter(payer=world.mother.actor.person_id)
    explanations = Explanation.objects.values_list("case__code", flat=True)
    return {
        "services.code": dossiers,
        "services.ask_obligation.code": [treasures.taxed],
        "dossier_code": dossiers,
        "case_code": dossiers,
        "case": list(Case.objects.filter(code__in=dossiers)),
        "services.answer_consultation.code": [
            *Consultation.objects.values_list("case__code", flat=True)
        ],
        "complaints.code": list(Complaint.objects.values_list("case__code", flat=True)),
        "complaints.answer_explanation.code": list(explanations),
        "complaints.open_explanation.code": list(explanations),
        "linked.code": [*Chain.objects.values_list("code", flat=True)],
        "personal_data.code": [code for code in world.parts["code"] if code.startswith("DL")],
        "personal_data.notify_authority.code": [treasures.breach],
        "queue.code": [treasures.ticket],
        "watch.code": [treasures.alarm],
        "status_sync.code": ["cong-mau"],
        "payments.code": [*requests.values_list("code", flat=True)],
        "payments.ask_refund_of_break.code": [treasures.broken.code],
        "payments.book_break.code": [treasures.broken.code],
        "payments.explain_break.code": [treasures.broken.code],
        "payments.decide_refund.code": [treasures.refund_asked.code],
        "payments.finish_refund.code": [treasures.refund.code],
        "payments.hand_over_refund.code": [treasures.refund.code],
        "reference": [*requests.values_list("reference", flat=True)],
    }


def _things(world: World, treasures: Treasures, at: datetime) -> dict[str, list[Any]]:
    """Rows of what is the mother's or the office's."""
    person_id = world.mother.actor.person_id
    files = [*StoredFile.objects.filter(owner_person=person_id).values_list("pk", flat=True)]
    mine = Draft.objects.filter(person=person_id)
    return {
        "request": list(PaymentRequest.objects.filter(payer=person_id)),
        "found": [treasures.broken],
        "refund": [treasures.refund],
        "reset_id": [treasures.reset],
        "identity.end_session.number": [treasures.session],
        "booking_id": [treasures.refund.booking_id],
        "window_id": [treasures.window.pk],
        "matter_id": [treasures.window.matters.get().pk],
        "matter_ids": [[treasures.window.matters.get().pk]],
        "draft_id": [*mine.values_list("public_id", flat=True)],
        "catalogue.draft_id": [treasures.draft],
        "edit_id": [*BundleEdit.objects.values_list("pk", flat=True)],
        "sheet": ["chung"],
        "linked.answers": [trio_answers(proof=files[0])],
        "file_id": files,
        "document_id": [
            *IssuedDocument.objects.filter(person=person_id).values_list("pk", flat=True)
        ],
        "message_id": [*Message.objects.filter(person=person_id).values_list("pk", flat=True)][:2],
        "delivery_id": [*Delivery.objects.values_list("pk", flat=True)][:2],
        "appointment_id": [*Appointment.objects.values_list("pk", flat=True)][:2],
        "mandate_id": world.parts["mandate_id"],
        "consent_id": [*Consent.objects.values_list("pk", flat=True)],
        "client_id": [*Consent.objects.values_list("client_id", flat=True)],
        "order": [treasures.order],
        "hall_key": [treasures.window.office.hall_key],
        "public_id": world.parts["export_id"],
        "hold_id": world.parts["hold_id"],
        "form": [bundle_on("1.001193", legal_day(at)).form],
    }


def _persons(world: World) -> dict[str, list[Any]]:
    person_id, here, elsewhere = (
        world.mother.actor.person_id,
        world.here.body.pk,
        world.elsewhere.body.pk,
    )
    return {
        "person_id": [person_id],
        "applicant_person_id": [person_id],
        "owner_person_id": [person_id],
        "agent_person_id": [world.neighbour.actor.person_id],
        "principal_person_id": [person_id],
        "principal_organization_id": [None],
        "account_id": [world.mother.actor.account_id],
        "owner_account_id": [world.mother.actor.account_id],
        "casework.account_id": [world.here.clerk.account_id],
        "organization_id": [here],
        "services.forward_dossier.organization_id": [elsewhere],
        "services.consult_body.organization_id": [elsewhere],
        "casework.forward_case.organization_id": [elsewhere],
        "old_id": [here],
        "new_id": [elsewhere],
        "parent_id": [here],
    }


def _words(at: datetime) -> dict[str, list[Any]]:
    """What is typed, such that nothing of it is wrong."""
    today = legal_day(at)
    return {
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


TEXTS = (
    *("note", "reason", "answer", "question", "statement", "demand", "items", "what"),
    *("words", "measures", "basis", "holder", "address", "remark", "minutes", "tracking"),
    *("name", "full_name", "title", "reasons", "rule", "comment", "remedy", "finding"),
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
