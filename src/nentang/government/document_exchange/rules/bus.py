"""Names on the bus: a stream for each installation, and in it a subject of its own for each message and answer."""

import re

from nentang.kernel.frozen import Frozen

MESSAGE, ANSWER, ASK = "message", "answer", "ask"
ADDRESS = re.compile(r"nats:([a-z0-9-]{2,40})")
CONSUMER = "listener"
_SUBJECT = re.compile(
    r"axis\.(message|answer)\.([a-z0-9-]{2,40})\.([a-z0-9-]{2,40})\.([0-9a-f]{64})\.([0-9A-Z.]{3,35})"
)


class Place(Frozen):
    """A subject: what stands there, for which installation and from which, about which message to whom."""

    kind: str
    receiver: str
    sender: str
    message_id: str
    receiver_code: str

    @property
    def subject(self) -> str:
        """The same message for the same receiver has the same subject, so it cannot wait twice."""
        words = (self.kind, self.receiver, self.sender, self.message_id, self.receiver_code)
        return ".".join(("axis", *words))

    def answered(self) -> "Place":
        """Where the answer to this message stands."""
        return Place(ANSWER, self.sender, self.receiver, self.message_id, self.receiver_code)


def read_place(subject: str) -> Place | None:
    """The place that the subject names, or None."""
    found = _SUBJECT.fullmatch(subject)
    return Place(*found.groups()) if found else None


def name_in(url: str) -> str:
    """The name in `nats:name`, empty where the address is another."""
    found = ADDRESS.fullmatch(url)
    return found[1] if found else ""


def stream_of(name: str) -> str:
    """The stream in which everything for that installation waits."""
    return f"axis-{name}"


def subjects_of(name: str) -> list[str]:
    """What that stream holds."""
    return [f"axis.{kind}.{name}.>" for kind in (MESSAGE, ANSWER)]


def ask_subject(receiver: str, sender: str) -> str:
    """Where an installation is asked for what is answered at once or not at all."""
    return f"axis.{ASK}.{receiver}.{sender}"
