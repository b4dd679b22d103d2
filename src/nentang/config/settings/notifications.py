"""How messages reach people; what is left empty only writes to the base."""

from . import environment

NOTIFICATIONS_EMAIL_FROM = environment.text(
    "NENTANG_EMAIL_FROM", "", "Sender of e-mails; empty: e-mails are only written down"
)
EMAIL_HOST = environment.text("NENTANG_EMAIL_HOST", "localhost", "SMTP server")
EMAIL_PORT = environment.number("NENTANG_EMAIL_PORT", 25, "Port of the SMTP server")
EMAIL_HOST_USER = environment.text("NENTANG_EMAIL_USER", "", "User at the SMTP server")
EMAIL_HOST_PASSWORD = environment.text("NENTANG_EMAIL_PASSWORD", "", "Password at the SMTP server")
EMAIL_USE_TLS = environment.flag("NENTANG_EMAIL_TLS", False, "STARTTLS at the SMTP server")
EMAIL_TIMEOUT = 10
NOTIFICATIONS_SMS_URL = environment.text(
    "NENTANG_SMS_URL", "", "Address of the SMS gateway; empty: messages are only written down"
)
NOTIFICATIONS_SMS_SECRET = environment.text(
    "NENTANG_SMS_SECRET", "", "Secret shared with the SMS gateway"
)
NOTIFICATIONS_PUSH_CONTACT = environment.text(
    "NENTANG_PUSH_CONTACT", "", "mailto: address that web push services may write to"
)
