"""Door of services."""

from nentang.foundation.audit.public import Position

from .queries import NationalState, adopt_restored, national_states_after, state_words

__all__ = ["NationalState", "Position", "adopt_restored", "national_states_after", "state_words"]
