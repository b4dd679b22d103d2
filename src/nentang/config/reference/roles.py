"""The page of the roles."""

from django.utils.translation import override

from nentang.foundation.casework.public import kinds
from nentang.foundation.identity.public import roles

from .house import house_apps, link, readme_section
from .markdown import code, document, section, table


def page() -> str:
    """Roles, the steps of cases that each may take, and who may what in each app."""
    with override("vi"):
        rows = [(code(role.name), str(role.title), _steps(role.name)) for role in roles()]
    return document(
        "Roles",
        "An officer has a role in one organisation from a day to a day. A role reaches the bodies below "
        "only where the table of an app says so.",
        table(("role", "Vietnamese", "steps it may take"), rows),
        *(section(link(app), readme_section(app, "Who may what")) for app in house_apps()),
    )


def _steps(role: str) -> str:
    return ", ".join(
        code(f"{kind.name}.{step.name}")
        for kind in kinds()
        for step in kind.transitions.values()
        if role in step.roles
    )
