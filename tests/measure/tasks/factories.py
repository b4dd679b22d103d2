"""A province that sets tasks, its district and communes, and decisions of invented plans; all by real actions."""

from datetime import UTC, date, datetime

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel.frozen import Frozen
from nentang.measure.tasks import actions
from nentang.measure.tasks.models import Decision, Task
from nentang.measure.tasks.queries import find_task
from nentang.measure.tasks.rules.intake import DecisionHead, Part, Shown
from tests.government.services.factories import make_officer
from tests.measure.reporting.factories import Body, Land, make_land
from tests.measure.tasks.documents import HEAD, csv_of

DECIDED = date(2020, 6, 3)
AT = datetime(2020, 6, 10, 2, 0, tzinfo=UTC)
DUE = date(2020, 12, 31)
IN_TIME = datetime(2020, 12, 30, 2, 0, tzinfo=UTC)
TOO_LATE = datetime(2021, 1, 12, 2, 0, tzinfo=UTC)
OFFICE = "Phó Chủ tịch phụ trách"


class Set(Frozen):
    """The bodies, and who sets and judges tasks at the province."""

    land: Land
    setter: Actor
    judge: Actor

    @property
    def province(self) -> Body:
        """Who sets tasks."""
        return self.land.province

    @property
    def district(self) -> Body:
        """Who is given them."""
        return self.land.district

    @property
    def commune(self) -> Body:
        """To whom they are handed on."""
        return self.land.commune


def make_set(*, at: datetime = AT) -> Set:
    """All of them."""
    land = make_land(at=at)
    province = land.province.body
    return Set(
        land, make_officer(province, "specialist", at=at), make_officer(province, "leader", at=at)
    )


def head_of(those: Set, *, symbol: str = "12/KH-UBND", is_public: bool = True) -> DecisionHead:
    """The head of an invented plan."""
    return DecisionHead(
        organization_id=those.province.body.pk,
        symbol=symbol,
        title="Kế hoạch mẫu về chuyển đổi số",
        issuer="Ủy ban nhân dân tỉnh Mẫu",
        decided_on=DECIDED,
        is_public=is_public,
    )


def imported(
    those: Set, content: bytes | None = None, filename: str = "ke-hoach.csv", **head: object
) -> Decision:
    """The plan, read and not yet confirmed."""
    return actions.import_decision(
        head=head_of(those, **head),  # type: ignore[arg-type]
        content=csv_of() if content is None else content,
        filename=filename,
        actor=those.setter,
        at=AT,
    )


def assigned(
    those: Set, *, due: str = "31/12/2020", symbol: str = "13/KH-UBND", is_public: bool = True
) -> Task:
    """One task of the district, confirmed."""
    row = ("1", "Xây dựng kho dữ liệu dùng chung", "UBND huyện Mẫu", "", "Kho dữ liệu", due)
    decision = imported(those, csv_of((HEAD, row)), symbol=symbol, is_public=is_public)
    (task,) = actions.confirm_rows(decision=decision.code, numbers=[1], actor=those.setter, at=AT)
    return find_task(task.code)


def taken_up(those: Set, **more: str) -> Task:
    """The same, taken up by the district."""
    task = assigned(those, **more)  # type: ignore[arg-type]
    actions.take_up_task(
        code=task.code, office=OFFICE, backup="", actor=those.district.clerk, at=AT
    )
    return find_task(task.code)


def reported(those: Set, task: Task, *, at: datetime = IN_TIME) -> Task:
    """The task with a page as evidence, waiting to be judged."""
    actions.report_result(
        code=task.code,
        shown=Shown("Đã vận hành kho dữ liệu.", page_url="/muc-tieu/"),
        actor=those.district.clerk,
        at=at,
    )
    return find_task(task.code)


def done(those: Set, task: Task, *, at: datetime = IN_TIME) -> Task:
    """The task, reported then and accepted."""
    reported(those, task, at=at)
    actions.accept_result(code=task.code, words="", actor=those.judge, at=at)
    return find_task(task.code)


def handed_on(those: Set, task: Task, *, due_on: date | None = None) -> list[Task]:
    """Its parts for all three communes."""
    parts = [Part(each.body.pk, "", due_on) for each in those.land.communes]
    return actions.cascade_task(code=task.code, parts=parts, actor=those.district.clerk, at=AT)


def settle(at: datetime) -> None:
    """Let listeners come to rest."""
    run_until_quiet(at=at)
