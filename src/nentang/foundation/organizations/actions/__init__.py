"""What can be done to bodies and geography."""

from .create_organization import create_organization
from .end_organization import end_organization
from .load_geography import load_geography
from .succeed_organization import succeed_organization

__all__ = ["create_organization", "end_organization", "load_geography", "succeed_organization"]
