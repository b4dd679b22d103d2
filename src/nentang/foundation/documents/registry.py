"""What apps contribute: who may open the files of their matters, and the kinds and templates of their papers."""

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor

AccessCheck = Callable[[Actor, str], bool]

_checks: dict[str, AccessCheck] = {}
_templates: dict[str, Path] = {}
_kinds: dict[str, object] = {}


def grant_access(prefix: str, check: AccessCheck) -> None:
    """Let `check(actor, subject)` decide about files whose subject is `<prefix>:<id>`."""
    _checks[prefix] = check


def is_granted(actor: Actor, subject: str) -> bool:
    """Whether the app that holds the subject lets the actor open its files."""
    check = _checks.get(subject.partition(":")[0])
    return check is not None and check(actor, subject)


def register_pdf_template(name: str, path: Path) -> None:
    """Make a typst file known as `name` (for instance `services.receipt`)."""
    _templates[name] = path


def template_path(name: str) -> Path:
    """The file of a template; LookupError names the templates there are."""
    try:
        return _templates[name]
    except KeyError:
        known = ", ".join(sorted(_templates)) or "none"
        raise LookupError(f"no PDF template {name!r}; registered: {known}") from None


def declare_document_kind(kind: str, title: object) -> None:
    """Say what the public page calls documents of a kind: `Giấy tiếp nhận hồ sơ`, without a name in it."""
    _kinds[kind] = title


def kind_title(kind: str) -> object:
    """What the public page calls documents of that kind."""
    return _kinds.get(kind, _("Văn bản"))
