"""What apps contribute: who may open the files of their matters, and the kinds and templates of their papers."""

from collections.abc import Callable, Collection
from pathlib import Path

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.holdings.public import gather_holdings

AccessCheck = Callable[[Actor, str], bool]

FileNames = Callable[[Collection[int]], Collection[int]]

_checks: dict[str, AccessCheck] = {}
_templates: dict[str, Path] = {}
_kinds: dict[str, object] = {}
_going: list[tuple[type[Model], str]] = []
_names: list[FileNames] = []


def goes_with_file(model: type[Model], field: str) -> None:
    """Rows of the model do not keep the file in `field`; they go with it."""
    _going.append((model, field))


def rows_that_go_with_files() -> list[tuple[type[Model], str]]:
    """Models and fields whose rows go with their file."""
    gather_holdings()
    return list(_going)


def say_which_files_are_named(function: FileNames) -> None:
    """Let `function(file ids)` say which of them something names otherwise than by a foreign key."""
    _names.append(function)


def named_elsewhere(file_ids: Collection[int]) -> set[int]:
    """Those of the files that some app names in its own way."""
    gather_holdings()
    return {number for function in _names for number in function(file_ids)}


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
