"""Terms of payment that are this platform's own choice."""

from datetime import timedelta

WAITS = timedelta(days=30)  # for the money, then the request expires; asking anew opens it again
ASK_AGAIN_AFTER = timedelta(minutes=2)  # the gateway about an order that it has not told us of
ASK_FOR = timedelta(days=3)  # then the order is left to the bank's own message
KEEP_ANSWERS = timedelta(days=7)  # under idempotency keys
