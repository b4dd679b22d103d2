"""Pages of the portal."""

from .about import about
from .errors import error_400, error_403, error_404, error_429, error_500, refused_form
from .home import home
from .language import language

__all__ = [
    "about",
    "error_400",
    "error_403",
    "error_404",
    "error_429",
    "error_500",
    "home",
    "language",
    "refused_form",
]
