"""The table of a task, who may what by role, and what people are told."""

from pathlib import Path

from nentang.foundation.casework.public import register_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

LAW = Path(__file__).parent / "law"
TASK = "assigned_task"
DOING = ("clerk", "specialist", "head_of_unit", "leader")
JUDGING = ("specialist", "head_of_unit", "leader")
GRANTING = ("head_of_unit", "leader")
ASSIGNING = ("specialist", "head_of_unit", "leader")
HEADS = ("head_of_unit", "leader")
register_kind(TASK, LAW / "task_case.yaml", url_name="tasks:task")


def _message(step: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"tasks.{step}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=(Channel.EMAIL, Channel.PUSH),
            link="/nhiem-vu/viec/{code}/",
        )
    )


ASSIGNED = _message(
    "assigned",
    ("Được giao nhiệm vụ {code}", "Task {code} was assigned"),
    (
        "Cơ quan anh chị được giao nhiệm vụ {code}. Mở nhiệm vụ để nhận việc, ghi chức vụ chịu trách nhiệm hoặc giao xuống.",
        "Your body was given task {code}. Open it to take it up, to name the office that answers for it, or to hand it on.",
    ),
)
SOON = _message(
    "soon",
    ("Nhiệm vụ {code} sắp đến hạn", "Task {code} is due soon"),
    (
        "Nhiệm vụ {code} còn ít ngày. Báo cáo kết quả, hoặc xin gia hạn trước khi quá hạn.",
        "Task {code} has few days left. Report the result, or ask for an extension before it is late.",
    ),
)
VERY_LATE = _message(
    "very_late",
    ("Nhiệm vụ {code} quá hạn nhiều ngày", "Task {code} has been late for days"),
    (
        "Nhiệm vụ {code} đã quá hạn nhiều ngày. Mở nhiệm vụ để xem ai giữ và đôn đốc.",
        "Task {code} has been late for days. Open it to see who has it, and remind them.",
    ),
)
BY_HAND = _message(
    "by_hand",
    ("Cơ quan giao nhắc nhiệm vụ {code}", "The assigner asks for task {code}"),
    (
        "Cơ quan giao chưa nhận được kết quả nhiệm vụ {code}. Mở nhiệm vụ để làm tiếp.",
        "The body that assigned task {code} has had no result. Open it to go on.",
    ),
)
REPORTED = _message(
    "reported",
    ("Nhiệm vụ {code} chờ đánh giá", "Task {code} waits to be judged"),
    (
        "Cơ quan chủ trì đã báo cáo kết quả nhiệm vụ {code}. Mở nhiệm vụ để công nhận hoặc trả lại.",
        "The lead body reported the result of task {code}. Open it to accept or return it.",
    ),
)
RETURNED = _message(
    "returned",
    ("Kết quả nhiệm vụ {code} bị trả lại", "The result of task {code} was returned"),
    (
        "Cơ quan giao trả lại kết quả nhiệm vụ {code}. Lý do có trong trang nhiệm vụ; làm tiếp rồi báo cáo lại.",
        "The assigner returned the result of task {code}. The reason is on its page; go on and report again.",
    ),
)
ANSWERED = _message(
    "answered",
    ("Đã trả lời đề nghị gia hạn {code}", "The extension of {code} was answered"),
    (
        "Cơ quan giao đã trả lời đề nghị gia hạn nhiệm vụ {code}. Mở nhiệm vụ để xem hạn mới hoặc lý do.",
        "The assigner answered the request to extend task {code}. Open it to see the new deadline or the reason.",
    ),
)
