"""Roles that apps declare; an appointment names one of them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nentang.kernel.frozen import Frozen


class RoleInfo(Frozen):
    """A role and how people call it."""

    name: str
    title: str | Promise


_roles: dict[str, RoleInfo] = {}


def declare_role(name: str, title: str | Promise) -> None:
    """Make a role known; declaring it again changes its title."""
    _roles[name] = RoleInfo(name, title)


def roles() -> tuple[RoleInfo, ...]:
    """All declared roles in order of declaration."""
    return tuple(_roles.values())


def is_role(name: str) -> bool:
    """Whether somebody declared it."""
    return name in _roles


def role_title(name: str) -> str:
    """How people call the role; the name itself where nobody declared it."""
    return str(_roles[name].title) if name in _roles else name


class AccountLink(Frozen):
    """A page about the account's person that another app offers."""

    label: object
    hint: object
    url_name: str


_links: list[AccountLink] = []


def add_account_link(link: AccountLink) -> None:
    """Put a link on everybody's account page."""
    _links.append(link)


def account_links() -> tuple[AccountLink, ...]:
    """All links, in order of registration."""
    return tuple(_links)


declare_role("clerk", _("Cán bộ một cửa"))
declare_role("specialist", _("Chuyên viên"))
declare_role("leader", _("Lãnh đạo ký duyệt"))
declare_role("head_of_desk", _("Trưởng bộ phận một cửa"))
declare_role("inspector", _("Thanh tra"))
declare_role("administrator", _("Quản trị của cơ quan"))
