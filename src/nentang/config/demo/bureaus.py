"""The people of the demo who work on documents."""

from datetime import datetime

from nentang.foundation.identity.public import Account, actor_for_account

from .cast import Bureau, Office
from .stage import StageBuilder

YEN_HOA_PEOPLE = ("Hà Thị Mẫu", "Đỗ Văn Nháp", "Lý Thị Thử")
YEN_MO_PEOPLE = ("Quách Thị Mẫu", "Tạ Văn Nháp", "Kiều Thị Thử")
BEN_TRE_PEOPLE = ("Mai Thị Mẫu", "Phan Văn Nháp", "Cao Thị Thử")


def bureaus_of(
    builder: StageBuilder, commune: Office, district: Office, *, at: datetime
) -> tuple[Bureau, Bureau, Bureau]:
    """Of Yên Hoà, of the district above it, and of the province of Bến Tre."""
    leader = actor_for_account(Account.objects.get(username="lanhdao.bentre").pk, at)
    (province,) = leader.organizations()
    return (
        builder.bureau(commune.organization_id, commune.leader, "yenhoa", YEN_HOA_PEOPLE),
        builder.bureau(district.organization_id, district.leader, "yenmo", YEN_MO_PEOPLE),
        builder.bureau(province, leader, "bentre", BEN_TRE_PEOPLE),
    )
