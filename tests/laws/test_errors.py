"""Every refusal has a stable code of its own and a sentence that says what to do."""

from nentang.kernel.errors import DomainError


def every(kind: type[DomainError]) -> list[type[DomainError]]:
    return [kind, *(each for child in kind.__subclasses__() for each in every(child))]


def test_codes_are_unique_and_named_by_their_app() -> None:
    ours = [kind for kind in every(DomainError) if kind.__module__.startswith("nentang.")]
    by_code: dict[str, str] = {}
    for kind in ours:
        place = kind.__module__.partition(".errors")[0]
        app = "kernel" if ".kernel" in place else place.rpartition(".")[2]
        assert kind.code.startswith(f"{app}."), f"{kind.__qualname__}: write code = '{app}.reason'"
        assert kind.code not in by_code or by_code[kind.code] == kind.__qualname__, (
            f"{kind.__qualname__} and {by_code[kind.code]} share the code {kind.code}"
        )
        by_code[kind.code] = kind.__qualname__


def test_every_message_is_a_sentence() -> None:
    for kind in every(DomainError):
        assert str(kind.message).rstrip().endswith((".", "?", "!")), (
            f"{kind.__qualname__}: {kind.message}"
        )
