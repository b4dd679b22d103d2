"""What follows for the register when a residence dossier is granted: it is entered, once."""

from nentang.government.services.public import follow_granted

from .actions import follow_dossier
from .rules.residence import PROCEDURES

follow_granted("population.follow_dossier", PROCEDURES, follow_dossier)
