"""What of a procedure is public: six parts, by this system's own list.

Circular 01/2018/TT-VPCP and Decision 766/QĐ-TTg ask that procedures be public in full; which parts that is
was not compared with them.
"""

from nentang.government.catalogue.public import Bundle

PARTS = ("papers", "steps", "deadline", "fees", "result", "law")


def parts_public(bundle: Bundle) -> int:
    """How many of the parts the procedure's page shows; at most six."""
    subject = bundle.procedure
    shown = (
        bool(subject.papers) or subject.is_whole,
        bool(subject.steps),
        subject.deadline.is_known,
        bundle.fees is not None,
        bool(subject.result.vi),
        bool(subject.legal_basis) or bool(bundle.rule.act),
    )
    return sum(shown)
