"""Pages and interfaces that are loaded with their first request: what few ask for costs no start."""

from collections.abc import Callable, Collection
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, ResolverMatch, URLResolver
from django.urls.resolvers import RoutePattern
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt


def later(dotted: str, *, for_programs: bool = False) -> Callable[..., HttpResponseBase]:
    """The view of that dotted name. Programs bring no cookie, so theirs ask for no CSRF token."""

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer: HttpResponseBase = import_string(dotted)(request, *args, **kwargs)
        return answer

    return csrf_exempt(view) if for_programs else view


class Later(URLResolver):
    """Addresses whose module is loaded when one of them is asked for or looked up.

    They stand under a prefix, or begin with one of `first_words` and are whole in their module. Django
    lists the names of every resolver when the first name is looked up; these stand in a namespace of
    their own, so nobody misses them until somebody looks into it.
    """

    def __init__(
        self, prefix: str, module: str, *, namespace: str, first_words: Collection[str] = ()
    ) -> None:
        super().__init__(RoutePattern(prefix), module, app_name=namespace, namespace=namespace)
        self._first_words = first_words
        self._is_asked_for = False

    def resolve(self, path: str) -> ResolverMatch:
        """The page at the path; Resolver404 without loading anything where it begins otherwise."""
        if self._first_words and path.partition("/")[0] not in self._first_words:
            raise Resolver404({"tried": [], "path": path})
        return super().resolve(path)

    def _populate(self) -> None:
        if self._is_asked_for:
            super()._populate()

    @property
    def reverse_dict(self) -> Any:
        """The names in it: somebody looks."""
        self._is_asked_for = True
        return super().reverse_dict
