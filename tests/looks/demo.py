"""The people of the played demo who look at its pages."""

from nentang.foundation.identity.models import Account

USERNAMES = {
    "mother": "lemau",
    "clerk": "canbo.bentre",
    "leader": "chutich.bentre",
    "district_clerk": "canbo.huyen",
    "desk_clerk": "canbo.yenhoa",
    "desk_leader": "chutich.yenhoa",
    "province": "lanhdao.bentre",
    "inspector": "thanhtra.ninhbinh",
    "document_clerk": "vanthu.bentre",
    "administrator": "quantri.bentre",
    "registrar": "congan.yenhoa",
    "writer": "soan.botuphap",
}


def people_of_the_demo() -> dict[str, int]:
    """Their accounts."""
    found = dict(
        Account.objects.filter(username__in=USERNAMES.values()).values_list("username", "pk")
    )
    return {name: found[username] for name, username in USERNAMES.items()}
