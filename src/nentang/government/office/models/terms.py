"""Why and how long what documents say is kept."""

from nentang.kernel.personal_data import PersonalField

LAW = "Nghị định 30/2020/NĐ-CP"


CLERKS_WORK_DAYS = 3650


def kept(purpose: str) -> PersonalField:
    """As long as the archive keeps documents of the state: the work file says how long."""
    return PersonalField(purpose=purpose, legal_basis=LAW, keep_days=None)


def worked(purpose: str) -> PersonalField:
    """What officers wrote to one another on the way."""
    return PersonalField(purpose=purpose, legal_basis=LAW, keep_days=CLERKS_WORK_DAYS)
