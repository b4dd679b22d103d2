"""Where documents stand, in words."""

from django.utils.translation import get_language

from nentang.foundation.casework.public import Case, kind_named
from nentang.kernel.frozen import Frozen

TONES = {
    "arrived": "wait",
    "registered": "wait",
    "checking": "wait",
    "signing": "wait",
    "registering": "wait",
    "finished": "ok",
    "issued": "ok",
    "kept": "ok",
    "given": "ok",
    "returned": "late",
    "dropped": "late",
}


class ShownState(Frozen):
    """A state as pages show it: words in the reader's language and a tone (ok, wait, late, info)."""

    name: str
    words: str
    tone: str


def state_of(case: Case) -> ShownState:
    """Where the case stands."""
    state = kind_named(case.kind).states[case.state]
    words = state.title(get_language() or "vi")
    return ShownState(state.name, words, TONES.get(state.name, "info"))
