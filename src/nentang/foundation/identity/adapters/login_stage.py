"""The second step of an officer's sign-in; loaded by allauth when somebody signs in."""
# mypy: allow-subclassing-any

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from nentang.foundation.identity.models import Appointment
from nentang.kernel import clock


class OfficerSecondFactor(AuthenticateStage):
    """A code or passkey straight after the password for whoever holds an office today."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return super()._should_handle(request) and self._is_officer()

    def _is_officer(self) -> bool:
        today = clock.legal_day(clock.now())
        return Appointment.objects.in_force(today).filter(account=self.login.user).exists()
