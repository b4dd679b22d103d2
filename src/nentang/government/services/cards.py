"""What services puts on the home page: life events, my dossiers, the menu."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import grant_access
from nentang.foundation.forms.public import register_papers
from nentang.foundation.portal.public import (
    HomeCard,
    LifeEvent,
    MenuEntry,
    MenuGroup,
    PageRequest,
    add_home_card,
    add_life_event,
    add_to_menu,
    set_search_url,
)
from nentang.government.catalogue.public import register_trial

from .permissions import DESK_ROLES, HEAD_ROLES, may_open_files, may_open_registers
from .queries import known_papers, try_on_dossiers

EVENTS = (
    (_("Sinh con"), _("Khai sinh, bản sao khai sinh"), "baby", "birth"),
    (_("Kết hôn"), _("Xác nhận tình trạng, đăng ký kết hôn"), "marriage", "marriage"),
    (_("Nhà và đất"), _("Đăng ký, sang tên, chuyển chỗ ở"), "home", "home_and_land"),
    (_("Mở hộ kinh doanh"), _("Đăng ký tên, nơi bán, ngành nghề"), "business", "business"),
    (_("Giấy tờ"), _("Trích lục, sao y, chứng thực"), "document", "papers"),
    (_("Người thân qua đời"), _("Khai tử và việc sau đó"), "death", "bereavement"),
)


def _my_dossiers(request: PageRequest) -> dict[str, Any]:
    return {"is_signed_in": request.actor.is_signed_in}


def _comes_for_themselves(actor: Actor) -> bool:
    return actor.is_signed_in and not actor.is_officer


def register() -> None:
    """Put the doors of services on the home page and in the menu; let bundles be tried
    on dossiers, papers be given again and files be opened.
    """
    for order, (label, hint, icon, event) in enumerate(EVENTS):
        add_life_event(LifeEvent(label, hint, icon, f"/dich-vu-cong/?viec={event}", order))
    add_home_card(HomeCard(_("Hồ sơ của tôi"), "services/_card.html", _my_dossiers, 10))
    add_to_menu(MenuEntry(_("Dịch vụ công"), "services:catalogue", lambda actor: True, 20))
    add_to_menu(MenuEntry(_("Hồ sơ của tôi"), "services:mine", _comes_for_themselves, 30))
    add_to_menu(
        MenuEntry(_("Tiếp nhận"), "services:counter", lambda actor: actor.has_role("clerk"), 15)
    )
    add_to_menu(
        MenuEntry(_("Trình ký"), "services:signing", lambda actor: actor.has_role("leader"), 12)
    )
    add_to_menu(
        MenuEntry(
            _("Sổ theo dõi"),
            "services:register",
            lambda a: a.has_role(*DESK_ROLES),
            17,
            group=MenuGroup.RECORDS,
        )
    )
    add_to_menu(
        MenuEntry(
            _("Đánh giá"),
            "services:assessments",
            lambda a: a.has_role(*HEAD_ROLES),
            18,
            group=MenuGroup.WATCH,
        )
    )
    set_search_url("services:catalogue")
    register_trial(try_on_dossiers)
    register_papers(known_papers)
    grant_access("dossier", may_open_files)
    grant_access("register", may_open_registers)
