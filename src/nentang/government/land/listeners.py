"""What follows for the register when a first registration of land is granted: it is entered, once."""

from nentang.government.services.public import follow_granted

from .actions import follow_dossier
from .rules.reading import PROCEDURES

follow_granted("land.follow_dossier", PROCEDURES, follow_dossier)
