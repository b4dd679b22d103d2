"""Who acts. Made at the edges by identity, handed to every action and permission."""

from enum import StrEnum

from msgspec import field

from nentang.kernel.frozen import Frozen

UNDER = "mandate:"
"""How an actor's scopes name the scope of the mandate they act under."""


class ActorKind(StrEnum):
    """What stands behind an act."""

    ANONYMOUS = "anonymous"
    PERSON = "person"
    OFFICER = "officer"
    SYSTEM = "system"
    PROGRAM = "program"


class Role(Frozen):
    """A role that somebody holds today in an organisation, for instance `clerk` at a commune."""

    name: str
    organization_id: int


class Actor(Frozen):
    """Who acts, in which capacity, how surely known.

    `person_id` is the natural person signed in. `principal_person_id` and
    `principal_organization_id` are set while acting under mandate `mandate_id` for somebody else.
    `assurance` is the e-ID level reached in this session: 0 (none), 1 or 2 (Decree 69/2024/NĐ-CP).
    `name` is for pages and audit, never for facts or logs.
    """

    kind: ActorKind
    account_id: int | None = None
    person_id: int | None = None
    name: str = ""
    roles: tuple[Role, ...] = ()
    assurance: int = 0
    mandate_id: int | None = None
    principal_person_id: int | None = None
    principal_organization_id: int | None = None
    scopes: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_signed_in(self) -> bool:
        """Whether an account stands behind the actor."""
        return self.account_id is not None

    @property
    def is_officer(self) -> bool:
        """Whether the actor holds any role today."""
        return bool(self.roles)

    @property
    def subject_person_id(self) -> int | None:
        """Whose matter it is: the principal under a mandate, else the person."""
        return self.principal_person_id or self.person_id

    def has_role(self, *names: str, organization_id: int | None = None) -> bool:
        """Whether one of the roles is held, in that organisation where one is named."""
        return any(
            role.name in names and organization_id in (None, role.organization_id)
            for role in self.roles
        )

    def reaches(self, action: str) -> bool:
        """Whether the actor may do that for the principal; always, where they act for themselves.

        A mandate of scope `services.` reaches every action of services, an empty one reaches all.
        """
        if self.mandate_id is None:
            return True
        under = (s.removeprefix(UNDER) for s in self.scopes if s.startswith(UNDER))
        return any(action.startswith(scope) for scope in under)

    def organizations(self, *names: str) -> tuple[int, ...]:
        """Identifiers of organisations in which one of the roles (any, if none named) is held."""
        return tuple(
            dict.fromkeys(r.organization_id for r in self.roles if not names or r.name in names)
        )


ANONYMOUS = Actor(kind=ActorKind.ANONYMOUS)
SYSTEM = Actor(kind=ActorKind.SYSTEM, name="Nền Tảng")
