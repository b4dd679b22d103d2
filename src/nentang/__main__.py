"""`python -m nentang` is the same as `nentang`."""

import sys

from nentang.config.cli import main

sys.exit(main())
