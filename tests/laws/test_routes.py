"""Every route says whom it is for."""

from .house import routes


def test_every_route_declares_its_audience() -> None:
    undeclared = [
        address for address, pattern in routes() if not hasattr(pattern.callback, "audience")
    ]

    assert not undeclared, (
        "Put @for_everyone, @for_person or @for_officer (foundation.portal.public) on the view of: "
        f"{undeclared}"
    )


def test_every_route_has_a_name() -> None:
    nameless = [address for address, pattern in routes() if not pattern.name]

    assert not nameless, f"Name the path, so that templates need not spell it: {nameless}"
