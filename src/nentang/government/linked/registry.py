"""What the applicant is told of linked matters."""

from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

CHANNELS = (Channel.IN_APP, Channel.EMAIL, Channel.SMS)
LINK = "/viec-lien-thong/ho-so/{code}/"


def _message(name: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"linked.{name}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=CHANNELS,
            link=LINK,
        )
    )


OPENED = _message(
    "part_opened",
    ("Việc tiếp theo đã bắt đầu", "The next step has begun"),
    (
        "Việc liên thông {code}: việc trước đã xong, hồ sơ của việc sau đã tự chuyển đến cơ quan giải quyết.",
        "Linked matter {code}: one part is done, and the next has gone to its office by itself.",
    ),
)
STUCK = _message(
    "part_stuck",
    ("Việc tiếp theo cần bổ sung", "The next step needs something"),
    (
        "Việc liên thông {code}: chưa mở được hồ sơ của việc sau. Mở trang để xem còn thiếu gì.",
        "Linked matter {code}: the next part could not begin. Open its page to see what is missing.",
    ),
)
ENDED = _message(
    "former_ended",
    ("Một phần chưa được giải quyết", "One part did not succeed"),
    (
        "Việc liên thông {code}: một phần kết thúc mà không có kết quả. Các phần khác giữ nguyên; "
        "mở trang để khai tiếp phần đang chờ.",
        "Linked matter {code}: one part ended without a result. The others stand; open its page to go on.",
    ),
)
