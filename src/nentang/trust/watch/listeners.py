"""People hear when their way of signing in changes; refusals are noted."""

from datetime import datetime

from nentang.foundation.identity.events import SignInChanged
from nentang.foundation.outbox.public import listen

from .actions import tell_of_change


@listen(SignInChanged, "watch.tell_of_change", when=lambda event: event.person_id is not None)
def tell(event: SignInChanged, /, *, at: datetime) -> None:
    """Write to the person."""
    tell_of_change(person_id=event.person_id or 0, what=event.what, at=at)
