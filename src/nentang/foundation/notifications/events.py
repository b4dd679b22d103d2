"""What is counted about messages."""

from nentang.foundation.facts.public import FactKind, declare

MESSAGE_SENT = declare(
    FactKind(
        name="notifications.message_sent",
        version=1,
        fields={"channel": str, "template": str, "seconds": int},
        description="A message left by a channel, so many seconds after it was written.",
    )
)
