"""Note a sign-in for its owner to see."""

from datetime import datetime

from nentang.foundation.identity.models import SignIn


def record_sign_in(
    *, account_id: int, how: str, success: bool, client: str = "", at: datetime
) -> SignIn:
    """The trace; no network address is kept."""
    return SignIn.objects.create(
        account_id=account_id, how=how, success=success, client=client, at=at
    )
