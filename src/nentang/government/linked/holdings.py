"""What linked matters hold about people: the one declaration, until its last work is done."""

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding
from nentang.foundation.identity.public import FORGOTTEN_NUMBER, nobody

from .enums import PartState
from .models import Chain, Part, PartDossier

_OF_CHAIN = PartDossier.objects.filter(part__chain=OuterRef("pk"))
_OPEN = Exists(_OF_CHAIN.filter(dossier__case__closed_at=None))
_TO_COME = Exists(
    Part.objects.filter(chain=OuterRef("pk"), state__in=[PartState.WAITING, PartState.STUCK])
)
_LAST = _OF_CHAIN.order_by("-dossier__case__closed_at").values("dossier__case__closed_at")[:1]


register_holding(
    Holding(
        model=Chain,
        title=_("Hồ sơ liên thông"),
        rows_of=lambda person_id: Chain.objects.filter(applicant=person_id).select_related(
            "organization"
        ),
        shown={
            "code": _("Mã hồ sơ"),
            "organization.name": _("Cơ quan tiếp nhận"),
            "begun_at": _("Nộp lúc"),
        },
        left_out={
            "applicant": OWN,
            "answers": "đã có trong từng hồ sơ của chuỗi; ở đây chỉ chờ việc sau",
        },
        closed_at=Case(When(_OPEN | _TO_COME, then=Value(None)), default=Subquery(_LAST)),
        blanks={"answers": {}, "applicant": nobody},
        is_blank=Q(answers={}, applicant__personal_number=FORGOTTEN_NUMBER),
    )
)
