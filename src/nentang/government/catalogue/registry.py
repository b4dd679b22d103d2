"""Roles around bundles, and how other apps try one out."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext_lazy as _
from msgspec import Struct, field

from nentang.foundation.identity.public import declare_role
from nentang.kernel.frozen import Frozen

from .rules.bundle import Bundle

WRITER, APPROVER = "procedure_controller", "procedure_approver"
ROLES = (WRITER, APPROVER)
declare_role(WRITER, _("Cán bộ kiểm soát thủ tục"))
declare_role(APPROVER, _("Lãnh đạo công bố thủ tục"))


class Trial(Frozen):
    """What a bundle would have made of dossiers that are there; amounts in đồng, no names.

    `unfit` counts, by question, dossiers whose answers it would not take.
    """

    tried: int
    still_open: int
    unfit_dossiers: int
    unfit: Mapping[str, int]
    dearer: int
    cheaper: int
    fees_before: int
    fees_after: int
    longer: int
    shorter: int
    elsewhere: int


class _Hook(Struct):
    run: Callable[[Bundle], Trial] | None = field(default=None)


_trial = _Hook()


def register_trial(run: Callable[[Bundle], Trial]) -> None:
    """Let drafts be tried with `run`, which changes nothing."""
    _trial.run = run


def try_bundle(bundle: Bundle) -> Trial | None:
    """What the bundle would have made of live dossiers; None where nobody has any."""
    return _trial.run(bundle) if _trial.run else None
