"""`nentang demo`: Bến Tre in 2020 and Yên Hoà, played through the real actions."""

import argparse
import gc
import os
import random
import shutil
import subprocess
import sys
import time
from datetime import date
from datetime import time as clock_time

from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from nentang.agreements.actor import SYSTEM, Actor
from nentang.config.axis.ministry import found_ministry
from nentang.config.cli import Stop
from nentang.config.demo.assignments import play_assignments
from nentang.config.demo.axis import join_bureaus, play_axis
from nentang.config.demo.bureaus import bureaus_of
from nentang.config.demo.cast import PASSWORD, TOTP_SECRET, Office
from nentang.config.demo.civil_status import begin_paper_book
from nentang.config.demo.dashboard import play_dashboard
from nentang.config.demo.eras import cross_into_two_levels
from nentang.config.demo.finance import open_budget_units
from nentang.config.demo.index import play_index
from nentang.config.demo.land_map import draw_land
from nentang.config.demo.ledgers import Keeper, play_ledgers
from nentang.config.demo.linked import play_birth_trio
from nentang.config.demo.open_data import play_open_data
from nentang.config.demo.people import Invented
from nentang.config.demo.plan import YEAR_OF_BEN_TRE, plan_year
from nentang.config.demo.plans import Planning, play_plans
from nentang.config.demo.play import Player
from nentang.config.demo.queue import play_queue
from nentang.config.demo.registers import disturb_registers, fill_registers
from nentang.config.demo.reports import play_reports
from nentang.config.demo.sharing import play_sharing
from nentang.config.demo.stage import Stage, StageBuilder
from nentang.config.demo_clock import follow, move_clock
from nentang.foundation.documents.public import SigningPool
from nentang.kernel import clock
from nentang.measure.indicators.public import compute_indicators

from . import migrate, serve

OPENS_AT = clock.at_local(date(2020, 12, 31), clock_time(8, 0))
BEGINS_AT = clock.at_local(date(2020, 1, 1), clock_time(8, 0))
HUNDREDTH = YEAR_OF_BEN_TRE // 100 + 1
PLAYED = "demo-played"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much, anew or not, and whether to serve afterwards."""
    parser.add_argument(
        "--scale", choices=["small", "full"], default="small", help="785 dossiers, or all 78,496"
    )
    parser.add_argument("--reset", action="store_true", help="forget the demo and play it again")
    parser.add_argument(
        "--serve", action="store_true", help="start the server when the demo stands"
    )
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument(
        "--clock",
        choices=["2020", "today"],
        help="move the demo's clock to 31 December 2020, or to today with its two levels",
    )


def run(arguments: argparse.Namespace) -> int:
    """0 once the demo stands (and was served until interrupted)."""
    if not settings.DEMO:
        return _again_as_demo()
    if arguments.serve:
        serve.refuse_taken_port("127.0.0.1", arguments.port)
    if arguments.reset:
        _forget()
    follow(settings.CLOCK_FILE)
    migrate.bring_up_to_date()
    if not (settings.VAR / PLAYED).exists():
        found_ministry()
        _play(HUNDREDTH if arguments.scale == "small" else YEAR_OF_BEN_TRE)
    if arguments.clock:
        _move(arguments.clock)
    if arguments.serve:
        _say_who_is_who(arguments.port)
        serve.serve("127.0.0.1", arguments.port, 2, ["worker", "bank", "axis"])
    return 0


def _again_as_demo() -> int:
    """The demo is a setting that is read at start; begin again with it."""
    environment = {**os.environ, "NENTANG_DEMO": "yes"}
    words = [sys.executable, "-m", "nentang", *sys.argv[1:]]
    try:
        return subprocess.run(words, env=environment).returncode  # noqa: S603 - ourselves
    except KeyboardInterrupt:
        return 130


def _play(count: int) -> None:
    """The stage and the whole year, with a bar and the rate at the end."""
    move_clock(settings.CLOCK_FILE, to=OPENS_AT)
    dice = random.Random(83)  # noqa: S311 - a story, not a secret
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    begun = time.monotonic()
    with Progress(*columns, refresh_per_second=2) as bar:
        task = bar.add_task("Dựng cơ quan, người / Bodies and people", total=4)
        stage = _build(StageBuilder(at=BEGINS_AT, dice=dice), lambda: bar.advance(task))
        planned = plan_year(count, places=len(stage.places), people=len(stage.people))
        gc.freeze()  # what stands now stays; walking it again for every dossier finds nothing
        year = bar.add_task("Diễn năm 2020 / Playing the year 2020", total=len(planned))
        with SigningPool(os.cpu_count() or 1) as pool:
            Player(stage, pool=pool, told=lambda: bar.advance(year)).play(planned, until=OPENS_AT)
            yen_hoa, _district = stage.places[-1]
            play_birth_trio(yen_hoa, stage.police, pool=pool, until=OPENS_AT)
    play_queue(yen_hoa, until=OPENS_AT)
    begin_paper_book(yen_hoa, at=OPENS_AT)
    disturb_registers(yen_hoa, stage.police, at=OPENS_AT)
    play_sharing(police_id=stage.police.organization_id, until=OPENS_AT)
    play_axis(stage.bureaus)
    play_reports(stage, until=OPENS_AT)
    play_assignments(stage, until=OPENS_AT)
    _play_programme(stage)
    compute_indicators(actor=SYSTEM, at=OPENS_AT)
    play_open_data(until=OPENS_AT)
    compute_indicators(actor=SYSTEM, at=OPENS_AT)
    play_index(stage.index, until=OPENS_AT)
    play_dashboard(stage, until=OPENS_AT)
    spent = time.monotonic() - begun
    Console().print(f"{count} hồ sơ / dossiers, {spent:.0f} s, {count / spent:.1f} a second")
    (settings.VAR / PLAYED).write_text(str(count))


def _play_programme(stage: Stage) -> None:
    """The smaller registers, and the plans of Bến Tre and of the Ministry of Information."""
    bureau, ministry = stage.bureaus[2], stage.ledgers["G14"]
    province = Keeper(bureau.organization_id, bureau.specialist, bureau.leader)
    communes = [commune.unit.code for commune, _district in stage.places[:4]]
    documents = play_ledgers(stage.ledgers, province, communes, until=OPENS_AT)
    play_plans(
        Planning(province.body, province.worker, province.leader),
        Planning(ministry.body, ministry.worker, ministry.leader),
        documents,
        until=OPENS_AT,
    )


def _build(builder: StageBuilder, told: object) -> Stage:
    """The stage, part by part."""
    advance = told if callable(told) else (lambda: None)
    builder.named_people()
    advance()
    yen_hoa = builder.yen_hoa()
    advance()
    ben_tre = builder.ben_tre()
    advance()
    people = builder.people()
    advance()
    land = builder.land(*ben_tre[0])
    builder.ministry()
    police = _registers(builder, ben_tre, yen_hoa, people)
    bureaus = bureaus_of(builder, *yen_hoa, at=BEGINS_AT)
    builder.schooling(yen_hoa[0])
    builder.data_stewards()
    join_bureaus(bureaus, at=BEGINS_AT)
    draw_land(yen_hoa[0], builder.land_office(yen_hoa[1]), at=BEGINS_AT)
    communications, steerer = builder.steering()
    return Stage(
        places=[*ben_tre, yen_hoa],
        people=people,
        land=land,
        police=police,
        bureaus=bureaus,
        index=builder.index(),
        communications=communications,
        steerer=steerer,
        ledgers=builder.ledgers(),
    )


def _registers(
    builder: StageBuilder,
    ben_tre: list[tuple[Office, Office]],
    yen_hoa: tuple[Office, Office],
    people: list[tuple[Invented, Actor]],
) -> Office:
    """Who keeps the registers and what stands in them at the beginning; the police of Yên Hoà."""
    police, insurance = builder.partners(*yen_hoa)
    here, there = builder.finance(ben_tre[0][1])
    open_budget_units(ben_tre, keeper_id=here, first=1_000, at=BEGINS_AT)
    open_budget_units([yen_hoa], keeper_id=there, first=2_000, at=BEGINS_AT)
    fill_registers(
        yen_hoa[0],
        police,
        ben_tre[0][0],
        [who for who, _ in people],
        keepers={
            "businesses": yen_hoa[1].organization_id,
            "insurance": insurance.organization_id,
        },
        at=BEGINS_AT,
    )
    return police


def _move(to: str) -> None:
    """To the day the demo opens, or to today, where three levels have become two."""
    if to == "today":
        move_clock(settings.CLOCK_FILE, to=None)
        follow(settings.CLOCK_FILE)
        cross_into_two_levels(at=clock.now())
    else:
        move_clock(settings.CLOCK_FILE, to=OPENS_AT)
    Console().print(f"Đồng hồ / Clock: {clock.legal_day(clock.now()):%d/%m/%Y}")


def _forget() -> None:
    """Remove what the demo wrote; refuses anything that is not a demo's folder."""
    if settings.VAR.exists() and not (
        settings.CLOCK_FILE.exists() or not any(settings.VAR.iterdir())
    ):
        raise Stop(f"{settings.VAR} is not a demo's folder; remove it by hand if you are sure")
    shutil.rmtree(settings.VAR, ignore_errors=True)


def _say_who_is_who(port: int) -> None:
    Console().print(
        f"\n[bold]Nền Tảng[/bold]: http://127.0.0.1:{port}   "
        f"(ngân hàng thử / test bank: {settings.BANK_URL}; "
        f"bộ trên trục văn bản / a ministry on the axis: {settings.MINISTRY_URL})\n"
        "Đăng nhập bằng một lần bấm ở trang đăng nhập, hoặc / sign in with one click, or:\n"
        f"  mật khẩu / password: {PASSWORD}   mã một lần / one-time secret: {TOTP_SECRET}\n"
        "  lemau            Lê Thị Mẫu, người dân, có con mới sinh ở Yên Hoà / a mother at Yên Hoà\n"
        "  buithu           Bùi Văn Thử, người dân, đang làm ba việc cho con / a citizen with three works under way\n"
        "  canbo.yenhoa     Đinh Thị Mẫu, một cửa xã Yên Hoà / the commune's clerk\n"
        "  chutich.yenhoa   Phạm Văn Mẫu, chủ tịch xã, ký số / the commune's leader, signs\n"
        "  congan.yenhoa    công an xã, giữ hồ sơ thường trú của bé / the commune's police, with the child's residence\n"
        "  vanthu.yenhoa, chuyenvien.yenhoa, vanphong.yenhoa   văn thư, chuyên viên, trưởng đơn vị của xã / its documents\n"
        "  canbo.bentre, chutich.bentre   một xã ở Bến Tre có hồ sơ của cả năm, chủ tịch có tài liệu trình ở /tong-quan/tai-lieu/ / a commune with a year behind it, its chairman with a briefing pack\n"
        "  canbo.huyen, chutich.huyen     huyện của xã ấy, có đất đang đăng ký / its district, with land being registered\n"
        "  phochutich.huyen Trương Thị Nháp, phó chủ tịch huyện, có khiếu nại chờ thụ lý / the deputy, with a complaint to accept\n"
        "  khobac.huyen     Tô Văn Thử, kế toán kho bạc, xem thu ngân sách / the treasury's accountant\n"
        "  taichinh.bentre  Tô Thị Mẫu, Sở Tài chính, cấp mã số đơn vị ngân sách / gives units their codes\n"
        "  datdai.huyen, thue.huyen       văn phòng đất đai, thuế / land registry, tax\n"
        "  datdai.yenmo     văn phòng đất đai Yên Mô, giữ bản đồ Yên Hoà: chuyển quyền, tách thửa / keeps the land of Yên Hoà\n"
        "  giamdoc.so       giám đốc Sở Tài nguyên và Môi trường, được hỏi ý kiến / the department that is asked\n"
        "  lanhdao.bentre   Trần Thị Thử, lãnh đạo tỉnh Bến Tre / a leader of the province\n"
        "  vanthu.bentre, chuyenvien.bentre, vanphong.bentre   văn bản của tỉnh, có thư của bộ / the province's documents, with letters of a ministry\n"
        "  kekhai.bentre, thamdinh.botttt, congbo.botttt   kê khai, thẩm định, công bố chỉ số / answer, appraise, publish the index\n"
        "  canbo.sotttt, giamdoc.sotttt    Sở Thông tin và Truyền thông, có nhiệm vụ bị trả lại / a department with a task that was returned\n"
        "  so.botttt, duyetso.botttt   giữ và duyệt các sổ của Chương trình / keep and publish the smaller registers\n"
        "  thanhtra.ninhbinh Vũ Thị Thử, thanh tra tỉnh Ninh Bình / an inspector\n"
        "  soan.botuphap, congbo.botuphap  soạn và công bố thủ tục ở Bộ Tư pháp / write and publish procedures\n"
        "  dulieu.bentre, duyetdulieu.bentre   dữ liệu mở: một người soạn, một người duyệt / open data: one prepares, one publishes\n"
        "  quantri.bentre   Ngô Văn Thử, quản trị / an administrator\n"
        f"Thư và tin nhắn người dân lẽ ra đã nhận / what people would have received: http://127.0.0.1:{port}/thong-bao/hop-thu-di/\n"
        "Dừng / stop: Ctrl+C\n"
    )
