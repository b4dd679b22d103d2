"""What stands in the demo's registers: plainly invented, two to four in each."""

from nentang.kernel.frozen import Frozen

from .bodies import BEN_TRE

TRIAL = " (thử nghiệm)"


class Planned(Frozen, eq=False):
    """An entry: its register, the code of who keeps it (or the name of who sends it), what is typed.

    `last` is the leader's step that ends the story; empty where it waits.
    """

    register: str
    keeper: str
    typed: dict[str, str]
    last: str = "publish"
    statement: str = ""


def _domain(domain: str, system: str, ipv6: str, keeper: str = "G14") -> Planned:
    typed = {"domain": domain, "system": system + TRIAL, "ipv6": ipv6, "dnssec": "yes"}
    return Planned("domains", keeper, typed)


def _review(document: str, problem: str, amends: str, due_on: str, keeper: str) -> Planned:
    typed = {
        "document": document + TRIAL,
        "problem": problem,
        "proposal": "Cho dùng bản điện tử có chữ ký số thay bản giấy.",
        "amends": amends,
        "due_on": due_on,
    }
    return Planned("legal_review", keeper, typed)


def _challenge(name: str, need: str, field_of: str, closes_on: str) -> dict[str, str]:
    return {"name": name, "need": need, "field_of": field_of, "closes_on": closes_on}


def _story(name: str, where: str, done: str, changed: str) -> dict[str, str]:
    return {"name": name, "where": where, "done": done, "changed": changed}


KEPT = (
    _domain("congdichvu.mau.gov.vn", "Cổng dịch vụ mẫu", "both"),
    _domain("thu.mau.gov.vn", "Hệ thống thư điện tử mẫu", "no"),
    _domain("vanban.mau.gov.vn", "Quản lý văn bản mẫu", "only"),
    _domain("bentre.mau.gov.vn", "Trang thông tin mẫu của tỉnh", "both", BEN_TRE),
    _review("Thông tư về biểu mẫu chứng thực", "Đòi bản giấy có chứng thực dù dữ liệu đã có.", "Bộ Tư pháp", "2021-06-30", "G15"),
    _review("Quy định về hồ sơ đất đai", "Buộc nộp trực tiếp tại quầy.", "Bộ Tài nguyên và Môi trường", "2021-09-30", "G15"),
    _review("Quyết định về thu phí", "Chưa cho trả phí bằng mã QR.", "Uỷ ban nhân dân tỉnh", "2020-12-15", BEN_TRE),
    Planned("challenges", "G14", _challenge("Đọc chữ viết tay trong sổ hộ tịch cũ" + TRIAL, "Máy đọc được chín trên mười dòng.", "government", "2021-03-31")),
    Planned("challenges", BEN_TRE, _challenge("Đo độ mặn của kênh theo giờ" + TRIAL, "Cảm biến rẻ, chạy pin một năm.", "economy", "2021-02-28")),
    Planned("alliance", "G14", {"name": "Hiệp hội Phần mềm Mẫu", "kind_of": "association", "brings": "Đào tạo cán bộ xã dùng phần mềm tự do.", "joined_on": "2020-10-12"}),
    Planned("alliance", "G14", {"name": "Công ty Đám mây Thử", "kind_of": "company", "brings": "Máy chủ miễn phí cho điểm thử nghiệm.", "website": "https://dammaythu.example.vn/", "joined_on": "2020-11-02"}),
    Planned("success_stories", BEN_TRE, _story("Xã nộp hồ sơ qua điện thoại" + TRIAL, "Một xã ở Bến Tre", "Tổ công nghệ số đến từng nhà chỉ cách nộp.", "Hồ sơ trực tuyến từ 20 lên 60 trên 100 trong nửa năm.")),
    Planned("code_of_conduct", "G14", {"name": "Bộ Thông tin và Truyền thông (bản thử)", "how": "adopted", "edition": "Bản dự thảo thử nghiệm", "since_on": "2020-11-20"}),
    Planned("code_of_conduct", BEN_TRE, {"name": "Đài Phát thanh Mẫu", "how": "signed", "edition": "Bản dự thảo thử nghiệm", "since_on": "2020-11-18"}),
    Planned("sandbox", "G14", {"name": "Tiền di động ở một huyện" + TRIAL, "organization": "Công ty Viễn thông Thử", "technology": "Trả tiền nhỏ bằng tài khoản viễn thông.", "limits": "Một huyện, năm nghìn người, mỗi lần không quá một triệu đồng.", "begins_on": "2020-11-01", "ends_on": "2021-04-30", "safeguards": "Ngân hàng bảo lãnh (nội bộ)."}, "grant"),
    Planned("sandbox", BEN_TRE, {"name": "Máy bay không người lái chở thuốc" + TRIAL, "organization": "Công ty Bay Thử", "technology": "Chở thuốc ra cồn.", "limits": "Một tuyến, ban ngày.", "begins_on": "2021-01-15", "ends_on": "2021-03-15"}, "propose"),
    Planned("cyber_insurance", "G12", {"name": "Bảo hiểm lộ dữ liệu, gói mẫu", "insurer": "Công ty Bảo hiểm Thử", "covers": "Chi phí khôi phục và báo cho người bị lộ dữ liệu.", "excludes": "Tiền phạt.", "limit": "2.000.000.000"}),
    Planned("cyber_insurance", "G12", {"name": "Bảo hiểm gián đoạn, gói mẫu", "insurer": "Công ty Bảo hiểm Mẫu", "covers": "Doanh thu mất khi hệ thống ngừng.", "limit": "500.000.000", "offered_until": "2021-12-31"}),
)  # fmt: skip
SENT = (
    Planned("success_stories", "lemau", _story("Chợ quê không tiền mặt" + TRIAL, "Yên Hoà", "Dán mã QR ở các quầy, chỉ cho người bán xem tiền về.", "Bảy trên mười lượt mua trả bằng mã.")),
    Planned("success_stories", "buithu", _story("Họp thôn qua mạng" + TRIAL, "Yên Hoà", "Phát cuộc họp thôn lên mạng cho người đi xa.", "Số nhà dự họp tăng gấp đôi."), ""),
    Planned("disputes", "lemau", {"subject": "goods", "platform": "social", "amount": "350.000"}, "", "Mua áo trên mạng, nhận áo khác màu (nội dung thử nghiệm)."),
    Planned("challenges", "company", _challenge("Ghép địa chỉ cũ với địa chỉ số" + TRIAL, "Ghép đúng chín mươi lăm trên một trăm.", "society", "2021-05-31"), "", "Công ty đã thử ở hai phường."),
    Planned("alliance", "company", {"name": "Công ty cổ phần Thử Nghiệm Số", "kind_of": "company", "brings": "Kỹ sư giúp xã làm bản đồ số."}, "publish"),
)  # fmt: skip
COMMUNES = ((2140, 1510, 4), (1985, 1020, 2), (1640, 610, 1), (1802, 1760, 5))
"""Households, those with fibre, and free wifi points of some communes; all invented."""
STALE = 3
"""Of these, the one that nobody has confirmed since spring."""
