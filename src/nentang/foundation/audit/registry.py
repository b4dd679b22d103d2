"""What apps above tell the audit, so that it can name organisations and roles to people."""

from collections.abc import Callable, Collection, Mapping

OrganizationNames = Callable[[Collection[int]], Mapping[int, str]]
RoleTitles = Callable[[str], str]

_organization_names: OrganizationNames = lambda ids: {}  # noqa: E731
_role_titles: RoleTitles = lambda role: role  # noqa: E731


def name_organizations_with(function: OrganizationNames) -> None:
    """Let `function(ids) -> {id: name}` name organisations; one query for a page."""
    global _organization_names
    _organization_names = function


def name_roles_with(function: RoleTitles) -> None:
    """Let `function(role) -> title` name roles, without a query."""
    global _role_titles
    _role_titles = function


def organization_names(ids: Collection[int]) -> Mapping[int, str]:
    """Names of those organisations, as far as known."""
    return _organization_names(ids) if ids else {}


def role_title(role: str) -> str:
    """What people call the role."""
    return _role_titles(role) if role else ""
