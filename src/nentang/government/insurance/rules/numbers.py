"""How an insurance number looks."""

import re

NUMBER = re.compile(r"[0-9]{10}", re.ASCII)
