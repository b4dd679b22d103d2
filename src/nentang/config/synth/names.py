"""Names that could be Vietnamese and look invented: the last word always says so."""

from random import Random

FAMILY = (
    *("Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm"),
    *("Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Đoàn"),
    *("Lâm", "Mai", "Trịnh", "Đào", "Hà", "Lương", "Tạ", "Cao", "Châu", "Quách"),
)
OF_MEN = (
    *("Văn An", "Văn Bình", "Văn Công", "Văn Dũng", "Văn Hải", "Văn Hiếu", "Văn Hưng", "Văn Khải"),
    *(
        "Văn Lâm",
        "Văn Long",
        "Văn Nam",
        "Văn Phong",
        "Văn Quang",
        "Văn Sơn",
        "Văn Tài",
        "Văn Thắng",
    ),
    *(
        "Đức Anh",
        "Đức Minh",
        "Đức Thịnh",
        "Quốc Bảo",
        "Quốc Huy",
        "Quốc Việt",
        "Hữu Lộc",
        "Hữu Nghĩa",
    ),
    *("Minh Quân", "Minh Trí", "Xuân Bách", "Xuân Trường", "Công Vinh", "Đình Phúc", "Gia Khánh"),
)
OF_WOMEN = (
    *("Thị An", "Thị Bích", "Thị Cúc", "Thị Dung", "Thị Hà", "Thị Hạnh", "Thị Hoa", "Thị Huệ"),
    *(
        "Thị Lan",
        "Thị Liên",
        "Thị Mai",
        "Thị Nga",
        "Thị Nhung",
        "Thị Phương",
        "Thị Quyên",
        "Thị Sen",
    ),
    *(
        "Thị Tâm",
        "Thị Thảo",
        "Thị Thu",
        "Thị Vân",
        "Ngọc Ánh",
        "Ngọc Diệp",
        "Ngọc Trâm",
        "Thu Hiền",
    ),
    *("Thu Trang", "Minh Châu", "Minh Nguyệt", "Kim Oanh", "Kim Yến", "Thanh Hằng", "Thanh Trúc"),
)
INVENTED = (
    *("Mẫu", "Thử", "Ví", "Dụ", "Nháp", "Giả", "Tạm", "Phỏng", "Bịa", "Phác", "Dựng", "Kịch"),
    *("Diễn", "Vờ", "Chừng", "Tượng", "Minh Hoạ", "Thí Điểm", "Giả Định", "Làm Mẫu"),
)
HAMLETS = ("Thôn Mẫu", "Thôn Thử", "Thôn Nháp", "Thôn Ví Dụ", "Thôn Tạm", "Thôn Giả Định")
SHOPS = ("Tạp hoá", "Quán ăn", "Tiệm may", "Sửa xe", "Cắt tóc", "Vật liệu", "Nhà thuốc", "Cà phê")
CAUSES = ("Tuổi già", "Bệnh tim", "Đột quỵ", "Ung thư", "Tai nạn giao thông", "Bệnh phổi")


def pick(words: tuple[str, ...], dice: Random) -> str:
    """One of them; all are as likely."""
    return words[int(dice.random() * len(words))]


def name_of(family: str, *, is_woman: bool, dice: Random) -> str:
    """A whole name of that family: `Lê Thị Lan Mẫu`."""
    return f"{family} {pick(OF_WOMEN if is_woman else OF_MEN, dice)} {pick(INVENTED, dice)}"
