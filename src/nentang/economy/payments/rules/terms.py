"""Terms of payment that are this platform's own choice."""

from datetime import timedelta

WAITS = timedelta(days=30)  # for the money, then the request expires; asking anew opens it again
ASK_AGAIN_AFTER = timedelta(minutes=2)  # the gateway about an order that it has not told us of
ASK_FOR = timedelta(days=3)  # then the order is left to the bank's own message
REST_OF_A_GATEWAY = timedelta(seconds=60)  # that did not answer, before it is tried again
RETRY_REFUND = timedelta(minutes=5)
STATEMENT_DAYS = {
    "gateway": 1,
    "treasury": 2,
}  # after the day, in which its movements may still stand
MATCH_BACK = 7  # days that are compared again every night
BREAK_WORKING_DAYS = 3  # to find out what a break is
KEEP_ANSWERS = timedelta(days=7)  # under idempotency keys
