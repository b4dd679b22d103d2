"""Targets of a province's and of a ministry's own plan in the demo, with values, versions and obstacles."""

from datetime import date, datetime, timedelta
from typing import Any

from nentang.agreements.actor import Actor
from nentang.kernel.frozen import Frozen
from nentang.measure.programme import actions

PLAN = "Kế hoạch chuyển đổi số của tỉnh (nội dung thử nghiệm)"
OF_MINISTRY = "Kế hoạch chuyển đổi số của bộ (nội dung thử nghiệm)"
HEAD, DEPUTY = "Giám đốc Sở Thông tin và Truyền thông", "Phó Giám đốc Sở Thông tin và Truyền thông"
COMMON = {"better": "higher", "course": "linear", "office": HEAD, "backup": DEPUTY, "act": PLAN}
BASE = {"baseline_on": "2019-12-31", "baseline_source": "Báo cáo năm 2019 (thử nghiệm)"}
ONLINE = {
    **COMMON,
    "name": "Hồ sơ nộp trực tuyến của tỉnh",
    "indicator": "services.online",
    "unit": "percent",
    **BASE,
    "baseline": "25",
    "goal_2021": "55",
    "goal_2023": "70",
    "goal_2025": "80",
}
POINTS = {
    **COMMON,
    "name": "Xã có điểm phục vụ bưu chính hỗ trợ dịch vụ công",
    "definition": "Xã có ít nhất một điểm phục vụ bưu chính giúp nộp hồ sơ trực tuyến, chia cho mọi xã.",
    "unit": "percent",
    **BASE,
    "baseline": "12",
    "goal_2021": "60",
    "goal_2025": "100",
}
WAIT = {
    **COMMON,
    "name": "Ngày giải quyết trung bình một hồ sơ đất đai",
    "definition": "Số ngày làm việc từ khi nhận đủ hồ sơ đến khi có kết quả, lấy trung bình.",
    "unit": "days",
    "better": "lower",
    "course": "stepped",
    **BASE,
    "baseline": "21",
    "goal_2021": "15",
    "goal_2025": "10",
}
SIGNATURES = {
    **COMMON,
    "name": "Chữ ký số cấp cho cán bộ",
    "definition": "Chữ ký số đang dùng của cán bộ các xã.",
    "unit": "count",
    "ceiling": "3000",
    **BASE,
    "baseline": "400",
    "goal_2021": "1500",
    "goal_2025": "2600",
}
NETWORKS = {
    **COMMON,
    "act": OF_MINISTRY,
    "name": "Hệ thống thông tin của bộ chạy IPv6",
    "definition": "Hệ thống đã chạy IPv6, chia cho mọi hệ thống của bộ.",
    "unit": "percent",
    "office": "Cục trưởng phụ trách hạ tầng số của bộ",
    "backup": "Phó Cục trưởng phụ trách hạ tầng số của bộ",
    **BASE,
    "baseline": "30",
    "goal_2021": "60",
    "goal_2025": "100",
}


class Planning(Frozen):
    """A body with who drafts and who approves."""

    body: int
    planner: Actor
    leader: Actor


def play_plans(
    province: Planning, ministry: Planning, documents: list[str], *, until: datetime
) -> None:
    """Four targets of the province and one of the ministry hold; one waits for the visitor's approval."""
    begun = until - timedelta(days=45)
    online, points, wait = (_published(province, each, begun) for each in (ONLINE, POINTS, WAIT))
    _report(province, points, (("18", 3, 31), ("29", 6, 30), ("37", 9, 30), ("44", 12, 20)), until)
    _report(province, wait, (("20", 6, 30), ("20,5", 9, 30), ("22", 12, 20)), until)
    ipv6 = _published(ministry, NETWORKS, begun)
    _report(ministry, ipv6, (("41", 6, 30), ("47", 12, 15)), until)
    _revise(province, points, until - timedelta(days=10))
    waiting = actions.draft_target(
        organization_id=province.body, typed=SIGNATURES, actor=province.planner, at=until
    )
    actions.submit_target(code=waiting.code, actor=province.planner, at=until)
    _obstruct(province, online, wait, documents, until)


def _published(planning: Planning, typed: dict[str, str], at: datetime) -> str:
    target = actions.draft_target(
        organization_id=planning.body, typed=typed, actor=planning.planner, at=at
    )
    actions.submit_target(code=target.code, actor=planning.planner, at=at)
    actions.approve_target(code=target.code, actor=planning.leader, at=at + timedelta(hours=3))
    return target.code


def _report(
    planning: Planning, code: str, values: tuple[tuple[str, int, int], ...], at: datetime
) -> None:
    for typed, month, day in values:
        actions.report_value(
            code=code,
            typed=typed,
            on_day=date(2020, month, day),
            source=f"Báo cáo tháng {month}/2020 (thử nghiệm)",
            actor=planning.planner,
            at=at - timedelta(days=5),
        )


def _revise(planning: Planning, code: str, at: datetime) -> None:
    """The goal of 2021 goes up, in a second version."""
    by: dict[str, Any] = {"code": code, "actor": planning.planner, "at": at}
    reason = "Uỷ ban nhân dân tỉnh nâng mốc năm 2021 (nội dung thử nghiệm)."
    actions.revise_target(reason=reason, **by)
    actions.save_target(typed={**POINTS, "goal_2021": "70"}, draft_version=1, **by)
    actions.submit_target(**by)
    actions.approve_target(code=code, actor=planning.leader, at=at + timedelta(hours=2))


def _obstruct(
    planning: Planning, online: str, wait: str, documents: list[str], at: datetime
) -> None:
    said = (
        (online, "Biểu mẫu còn đòi bản giấy có chứng thực.", date(2020, 9, 1), "Bộ Tư pháp", documents[0]),
        (wait, "Kho hồ sơ giấy ở huyện chưa số hoá.", date(2020, 7, 15), "Sở Tài nguyên và Môi trường", ""),
        ("tk_thanh_toan", "Chưa có ai công bố số người có tài khoản.", date(2020, 11, 2), "Ngân hàng Nhà nước", ""),
    )  # fmt: skip
    for code, what, since_on, whose, document in said:
        actions.log_obstacle(
            target_code=code,
            organization_id=planning.body,
            what=f"{what[:-1]} (nội dung thử nghiệm).",
            since_on=since_on,
            whose_move=whose,
            document=document,
            actor=planning.planner,
            at=at - timedelta(days=3),
        )
