"""Who must not handle a complaint: whoever took part in what it is about."""

from collections.abc import Set

from nentang.government.complaints.enums import Instance


def is_barred(
    account_id: int | None, *, involved: Set[int], leaders: Set[int], instance: Instance
) -> bool:
    """Whether the officer is kept from the complaint: whoever worked on the dossier or the first complaint.

    One exception stands in the law: a first complaint goes to whoever made the decision (Law on
    Complaints 2011, article 7). Where no leader of the body stands outside the matter, a leader
    inside it may therefore settle it; the second complaint never comes back to them.
    """
    if account_id not in involved:
        return False
    is_last_head = account_id in leaders and leaders <= involved
    return not (is_last_head and instance is Instance.FIRST)
