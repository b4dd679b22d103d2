"""What the queue holds about people: whose number it is, that day only."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Ticket

register_holding(
    Holding(
        model=Ticket,
        title=_("Số thứ tự đã lấy"),
        rows_of=lambda person_id: Ticket.objects.filter(person=person_id).select_related(
            "office__organization", "matter"
        ),
        shown={
            "day": _("Ngày"),
            "number": _("Số"),
            "office.organization.name": _("Nơi lấy số"),
            "matter.name": _("Việc"),
            "state": _("Trạng thái"),
        },
        left_out={"person": OWN},
        in_words={"state": lambda ticket: ticket.get_state_display()},
        closed_at="ended_at",
        blanks={"person": None},
    )
)
