"""What the three bodies of the demo write to one another, and what comes to them on paper."""

from datetime import date

from nentang.government.office.enums import Urgency
from nentang.government.office.rules.draft import Arrival, Line
from nentang.kernel.frozen import Frozen

TEAM = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ;
Theo đề nghị của Văn phòng (nội dung thử nghiệm).
QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ công nghệ số cộng đồng xã Yên Hoà.
Điều 2. Tổ hướng dẫn người dân nộp hồ sơ qua mạng, thanh toán điện tử và mua bán trên mạng.
Điều 3. Văn phòng, các thôn và các ông, bà có tên tại Điều 1 thi hành Quyết định này./."""
LETTER = """Ủy ban nhân dân trân trọng đề nghị quý cơ quan phối hợp thực hiện nội dung nêu trên.
Kết quả gửi về trước ngày 15 tháng 01 năm 2021 để tổng hợp (nội dung thử nghiệm)./."""
PLAN = """Thực hiện Chương trình Chuyển đổi số quốc gia, Ủy ban nhân dân tỉnh ban hành kế hoạch năm 2021.
Mục tiêu: mọi hồ sơ công việc của tỉnh được xử lý trên môi trường mạng, trừ văn bản mật.
Các sở, ngành, huyện, thành phố phân công người chịu trách nhiệm và báo cáo hằng quý (nội dung thử nghiệm)./."""


class Paper(Frozen):
    """A document of the demo: on which day its way begins, and how far it gets."""

    on: date
    type_code: str
    summary: str
    text: str
    recipients: tuple[Line, ...]
    until: str = "issue"
    urgency: str = Urgency.NORMAL


def of_commune(district: Line) -> list[Paper]:
    about = "Báo cáo kết quả ra mắt Tổ công nghệ số cộng đồng xã Yên Hoà"
    asked = "đề nghị hỗ trợ đường truyền cho mười nhà văn hóa thôn"
    return [
        Paper(
            date(2020, 11, 24),
            "QD",
            "Thành lập Tổ công nghệ số cộng đồng xã Yên Hoà",
            TEAM,
            (Line("Như Điều 3"), district),
        ),
        Paper(date(2020, 12, 8), "BC", about, LETTER, (district,)),
        Paper(date(2020, 12, 17), "CV", asked, LETTER, (district,)),
        Paper(
            date(2020, 12, 29),
            "KH",
            "Kế hoạch thu phí không dùng tiền mặt năm 2021",
            PLAN,
            (district,),
            "sign",
        ),
        Paper(
            date(2020, 12, 30),
            "CV",
            "mời dự ngày hội công nghệ số cộng đồng",
            LETTER,
            (district,),
            "initial",
            Urgency.URGENT,
        ),
        Paper(
            date(2020, 12, 30),
            "TB",
            "Lịch trực Tết Dương lịch 2021",
            LETTER,
            (Line("Các thôn"),),
            "submit",
        ),
    ]


def of_district(commune: Line) -> list[Paper]:
    return [
        Paper(
            date(2020, 12, 10),
            "CV",
            "hướng dẫn tổ chức Tổ công nghệ số cộng đồng",
            LETTER,
            (commune,),
        ),
        Paper(
            date(2020, 12, 30),
            "KH",
            "Kế hoạch phòng, chống rét cho cây trồng, vật nuôi",
            LETTER,
            (commune,),
            urgency=Urgency.VERY_URGENT,
        ),
    ]


def of_province() -> list[Paper]:
    return [
        Paper(
            date(2020, 11, 26),
            "QD",
            "Ban hành Quy chế văn thư điện tử của tỉnh",
            TEAM.replace("xã Yên Hoà", "tỉnh"),
            (Line("Các sở, ngành"),),
        ),
        Paper(
            date(2020, 12, 3),
            "KH",
            "Kế hoạch chuyển đổi số tỉnh Bến Tre năm 2021",
            PLAN,
            (Line("Các sở, ngành"), Line("Các huyện, thành phố")),
        ),
        Paper(
            date(2020, 12, 29),
            "CV",
            "báo cáo hạn mặn tháng 12 năm 2020",
            LETTER,
            (Line("Bộ Nông nghiệp và Phát triển nông thôn"),),
            "initial",
            Urgency.EXPRESS,
        ),
        Paper(
            date(2020, 12, 30),
            "CTR",
            "Chương trình công tác quý I năm 2021",
            PLAN,
            (Line("Các sở, ngành"),),
            "draft",
        ),
    ]


def came_to_commune() -> list[Arrival]:
    sender = "Ngân hàng Mẫu, chi nhánh Yên Mô"
    return [
        Arrival(
            sender,
            "Mở điểm nhận tiền không dùng tiền mặt",
            "Công văn",
            "118/CV-NHM",
            date(2020, 12, 2),
        ),
        Arrival("Hợp tác xã Mẫu", "Xin xác nhận vùng trồng", "Đơn, thư", "", date(2020, 12, 9)),
        Arrival(
            "Trường Tiểu học Yên Hoà",
            "Xin mượn nhà văn hóa thôn",
            "Công văn",
            "21/CV-TH",
            date(2020, 12, 28),
        ),
        Arrival(
            "Điện lực Yên Mô",
            "Lịch cắt điện đầu tháng 01 năm 2021",
            "Thông báo",
            "07/TB-ĐL",
            date(2020, 12, 29),
            urgency=Urgency.URGENT,
        ),
    ]


def came_to_province() -> list[Arrival]:
    ministry = "Bộ Thông tin và Truyền thông"
    return [
        Arrival(
            ministry,
            "Hướng dẫn kế hoạch chuyển đổi số năm 2021",
            "Công văn",
            "4372/BTTTT-THH",
            date(2020, 12, 1),
        ),
        Arrival(
            "Tỉnh đoàn Mẫu",
            "Phối hợp tổ chức tình nguyện viên số",
            "Công văn",
            "56/CV-TĐ",
            date(2020, 12, 11),
        ),
        Arrival(
            ministry,
            "Báo cáo nền tảng số dùng chung",
            "Công văn",
            "5011/BTTTT-THH",
            date(2020, 12, 28),
        ),
        Arrival(
            "Hội Nông dân Mẫu",
            "Đề nghị đưa nông sản lên sàn",
            "Công văn",
            "33/CV-HND",
            date(2020, 12, 29),
        ),
    ]
