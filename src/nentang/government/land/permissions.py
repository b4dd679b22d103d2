"""Who sees which land: officers as registers has it, people their own."""

from nentang.agreements.actor import Actor


def may_list(actor: Actor) -> bool:
    """Whoever is signed in as a person for themselves or for somebody."""
    return not actor.is_officer and actor.subject_person_id is not None
