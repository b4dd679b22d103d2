"""What happened to people, accounts, officers and mandates."""

from nentang.kernel.frozen import Frozen


class PersonRegistered(Frozen):
    """A person is known to the platform."""

    name = "identity.person_registered"
    person_id: int


class AccountOpened(Frozen):
    """Somebody can sign in."""

    name = "identity.account_opened"
    account_id: int
    person_id: int | None


class AssuranceRaised(Frozen):
    """A person's e-ID level was verified higher."""

    name = "identity.assurance_raised"
    account_id: int
    person_id: int | None
    level: int


class OfficerAppointed(Frozen):
    """An account holds a role in an organisation."""

    name = "identity.officer_appointed"
    appointment_id: int
    account_id: int
    role: str
    organization_id: int


class AppointmentEnded(Frozen):
    """An appointment has a last day."""

    name = "identity.appointment_ended"
    appointment_id: int
    account_id: int
    organization_id: int


class SignInChanged(Frozen):
    """How somebody signs in changed, or a code that was used up was tried again."""

    name = "identity.sign_in_changed"
    account_id: int
    person_id: int | None
    what: str


class MandateGranted(Frozen):
    """Somebody may act for somebody."""

    name = "identity.mandate_granted"
    mandate_id: int
    agent_person_id: int
    principal_person_id: int | None
    principal_organization_id: int | None


class MandateRevoked(Frozen):
    """Somebody may no longer act for somebody."""

    name = "identity.mandate_revoked"
    mandate_id: int
    agent_person_id: int
    principal_person_id: int | None
    principal_organization_id: int | None


class ConsentWithdrawn(Frozen):
    """A person no longer shares with a program; its tokens are void."""

    name = "identity.consent_withdrawn"
    account_id: int
    client_id: str
