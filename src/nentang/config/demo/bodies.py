"""The bodies of the demo: real names of places and offices, codes below the province invented.

The list of communes at hand is of June 2025: 148 in Bến Tre where the year 2020 counted 157.
"""

from nentang.foundation.organizations.public import OrganizationTask

BEN_TRE, NINH_BINH = "83", "37"
YEN_HOA, YEN_MO = "14722", "377"
MINISTRY_OF_JUSTICE = "G15"
BEN_TRE_CODE, NINH_BINH_CODE = "H07", "H42"
PROVINCIAL_OFFICES = (
    "Văn phòng Uỷ ban nhân dân tỉnh",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Giao thông vận tải",
    "Sở Xây dựng",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Lao động – Thương binh và Xã hội",
    "Sở Văn hoá, Thể thao và Du lịch",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Thanh tra tỉnh",
)
FINANCE_DEPARTMENT = "Sở Tài chính"
COMMUNICATIONS_DEPARTMENT = "Sở Thông tin và Truyền thông"
LAND_DEPARTMENT = "Sở Tài nguyên và Môi trường"

LAND_OFFICES = (
    ("Chi nhánh Văn phòng Đăng ký đất đai {}", OrganizationTask.LAND_REGISTRATION),
    ("Chi cục Thuế {}", OrganizationTask.TAX),
    ("Kho bạc Nhà nước {}", OrganizationTask.TREASURY),
)


def office_code(province_code: str, second: int, third: int = 0) -> str:
    """`H07.15.37` (QĐ 20/2020/QĐ-TTg); the numbers below the province are the demo's own."""
    return ".".join([province_code, f"{second:02d}", *([f"{third:02d}"] if third else [])])
