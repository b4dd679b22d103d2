"""Gateways: whoever carries a message to a person. What is not configured is kept in the base alone."""

from django.conf import settings

from nentang.foundation.notifications.enums import Channel

from .email import EmailGateway
from .gateways import Gateway, Kept, Outgoing, Receipt
from .sms import HttpSmsGateway, signature_of
from .web_push import PushGateway, application_server_key, is_push_service

__all__ = [
    "Gateway",
    "Outgoing",
    "Receipt",
    "application_server_key",
    "gateway_for",
    "is_push_service",
    "signature_of",
]


def gateway_for(channel: Channel) -> Gateway:
    """The gateway of this installation for a channel, by its settings."""
    sender = getattr(settings, "NOTIFICATIONS_EMAIL_FROM", "")
    sms_url = getattr(settings, "NOTIFICATIONS_SMS_URL", "")
    contact = getattr(settings, "NOTIFICATIONS_PUSH_CONTACT", "")
    if channel == Channel.EMAIL and sender:
        return EmailGateway(sender)
    if channel == Channel.SMS and sms_url:
        return HttpSmsGateway(sms_url, getattr(settings, "NOTIFICATIONS_SMS_SECRET", ""))
    if channel == Channel.PUSH and contact:
        return PushGateway(contact)
    return Kept(channel)
