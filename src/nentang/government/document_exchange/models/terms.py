"""Why and how long what documents say is kept."""

PAPERS = "Nghị định 30/2020/NĐ-CP"


REFUSED_DAYS = 90
