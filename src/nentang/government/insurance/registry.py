"""The insurance register, as registers knows it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Aspect, Register, Statistic, declare_register

from .enums import Payer
from .models import LAW, HealthCard, Insured, SocialPeriod
from .permissions import READERS, WRITERS


def _names(records: Sequence[Insured]) -> dict[int, str]:
    found = Insured.objects.filter(pk__in=[each.pk for each in records])
    return dict(found.values_list("pk", "person__full_name"))


def _by_payer(on: date) -> list[tuple[str, int]]:
    cards = HealthCard.objects.filter(superseded_at=None, valid_from__lte=on)
    counts = dict(cards.exclude(valid_to__lte=on).values_list("payer").annotate(n=Count("id")))
    return [(str(payer.label), counts.get(payer.value, 0)) for payer in Payer]


INSURANCE = declare_register(
    Register(
        name="insurance",
        title=_("Bảo hiểm y tế và bảo hiểm xã hội"),
        record_title=_("Người tham gia"),
        code_title=_("Mã số bảo hiểm xã hội"),
        record=Insured,
        aspects=(
            Aspect(
                name="card",
                model=HealthCard,
                title=_("Thẻ bảo hiểm y tế"),
                fields={
                    "payer": _("Ai đóng"),
                    "category": _("Nhóm trên thẻ"),
                    "benefit": _("Mức hưởng"),
                    "facility": _("Nơi khám bệnh ban đầu"),
                },
                in_words={"payer": lambda card: str(card.get_payer_display())},
            ),
            Aspect(
                name="period",
                model=SocialPeriod,
                title=_("Bảo hiểm xã hội"),
                fields={
                    "scheme": _("Loại hình tham gia"),
                    "employer": _("Nơi làm việc"),
                    "monthly_base": _("Tiền lương đóng, đồng một tháng"),
                },
                in_words={
                    "scheme": lambda period: str(period.get_scheme_display()),
                    "monthly_base": lambda period: f"{period.monthly_base:,}".replace(",", "."),
                },
            ),
        ),
        headings=_names,
        people=lambda record: [record.person_id],
        legal_basis=LAW,
        readers=READERS,
        writers=WRITERS,
        statistics=(
            Statistic("health_cards_by_payer", _("Thẻ bảo hiểm y tế theo người đóng"), _by_payer),
        ),
    )
)
