"""E-mail through the SMTP server of Django's settings."""

from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage

from nentang.foundation.notifications.errors import GatewayRefused, GatewayUnavailable

from .gateways import Outgoing, Receipt


class EmailGateway:
    """Plain text, one receiver, one fixed number an attempt, no answers by machines."""

    def __init__(self, sender: str) -> None:
        self._sender = sender

    def reaches(self, message: Outgoing) -> bool:
        """Whether the person gave an address."""
        return bool(message.email)

    def send(self, message: Outgoing) -> Receipt:
        """Hand the letter to the server; it is the server's from then on."""
        domain = self._sender.rpartition("@")[2].rstrip("> ")
        number = f"<{message.key}@{domain}>"
        letter = EmailMessage(
            subject=" ".join(message.title.split()),
            body=f"{message.body}\n\n{message.url}" if message.url else message.body,
            from_email=self._sender,
            to=[message.email],
            headers={"Message-ID": number, "Auto-Submitted": "auto-generated"},
        )
        try:
            letter.send()
        except SMTPRecipientsRefused as error:
            raise GatewayRefused(reason="recipient") from error
        except (SMTPException, OSError) as error:
            raise GatewayUnavailable from error
        return Receipt("smtp", number)
