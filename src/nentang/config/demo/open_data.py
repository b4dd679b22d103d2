"""The demo's open data: datasets of Bến Tre in two versions, one that waits, a request answered, a service."""

from datetime import date, datetime, time

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import Account, actor_for_account
from nentang.kernel.clock import at_local
from nentang.measure.open_data import actions

DATASETS = (
    "ho-so-da-nop",
    "ho-so-da-giai-quyet",
    "population-by-sex",
    "population-by-age",
    "health-cards-by-payer",
    "parcels-by-use",
)
VERSIONS = (at_local(date(2020, 11, 5), time(9)), at_local(date(2020, 12, 7), time(9)))
ASKED_AT = at_local(date(2020, 12, 8), time(9))
ANSWERED_AT = at_local(date(2020, 12, 15), time(14))


def play_open_data(*, until: datetime) -> None:
    """All of it in the past, and what waits for the visitor: a version, a request, a service."""
    writer, approver = _actor("dulieu.bentre", until), _actor("duyetdulieu.bentre", until)
    body = writer.organizations()[0]
    for code in DATASETS:
        actions.take_on_dataset(
            code=code,
            organization_id=body,
            classification="open",
            frequency="monthly",
            licence="nd47",
            actor=writer,
            at=VERSIONS[0],
        )
        for at in VERSIONS:
            release = actions.prepare_release(code=code, actor=writer, at=at)
            actions.publish_release(release_id=release.pk, actor=approver, at=at)
    actions.prepare_release(code=DATASETS[0], actor=writer, at=until)
    _ask(_actor("lemau", until), writer)
    _build(_actor("buithu", until), approver)


def _ask(citizen: Actor, writer: Actor) -> None:
    asked = "Số hồ sơ đã nộp theo từng thủ tục (nội dung thử nghiệm)."
    request = actions.file_request(
        about=DATASETS[0], asked=asked, purpose="Làm bài viết.", actor=citizen, at=ASKED_AT
    )
    actions.answer_request(
        code=request.code,
        question="Có số hồ sơ đã nộp theo từng thủ tục không?",
        answer="Chưa có theo thủ tục vì nhiều nhóm quá ít. Số theo tháng, tỉnh và cách nộp đã mở.",
        actor=writer,
        at=ANSWERED_AT,
    )
    more = "Số thửa đất theo từng xã (nội dung thử nghiệm)."
    actions.file_request(
        about="parcels-by-use", asked=more, purpose="Làm bản đồ.", actor=citizen, at=ANSWERED_AT
    )


def _build(maker: Actor, approver: Actor) -> None:
    built = (
        ("Hồ sơ quanh ta", "https://hosoquanhta.example.vn/", "Vẽ số hồ sơ từng tháng của tỉnh."),
        ("Dân số Bến Tre", "https://dansobentre.example.vn/", "Xem dân số theo tuổi và giới."),
    )
    services = [
        actions.register_service(
            code=code,
            title=title,
            maker="Nhóm Thử",
            url=url,
            summary=summary,
            actor=maker,
            at=ASKED_AT,
        )
        for code, (title, url, summary) in zip(
            (DATASETS[0], "population-by-age"), built, strict=True
        )
    ]
    actions.decide_service(
        service_id=services[0].pk, grant=True, reason="", actor=approver, at=ANSWERED_AT
    )


def _actor(username: str, at: datetime) -> Actor:
    return actor_for_account(Account.objects.get(username=username).pk, at)
