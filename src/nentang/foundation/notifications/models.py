"""Messages, their ways to the person, and what the person prefers."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import Channel, DeliveryState, Language

LAW = "Nghị định 61/2018/NĐ-CP"
KEEP_DAYS = 365


class Messages(models.QuerySet["Message"]):
    """Messages of people."""

    def unread(self, person_id: int) -> Self:
        """Those the person has not read."""
        return self.filter(person_id=person_id, read_at=None)


class Message(models.Model):
    """What a person is told, in the words in which it was told, on their page."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": PersonalField("biết báo cho ai", LAW, KEEP_DAYS),
        "title": PersonalField("báo tin cho người có việc", LAW, KEEP_DAYS),
        "body": PersonalField("báo tin cho người có việc", LAW, KEEP_DAYS),
    }

    person = models.ForeignKey("identity.Person", models.PROTECT, related_name="+")
    template = models.CharField(max_length=80)
    subject = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    title = models.CharField(max_length=200)
    body = models.TextField()
    link = models.CharField(max_length=300, blank=True)
    urgent = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = Messages.as_manager()

    class Meta:
        verbose_name = _("thông báo")
        indexes = (
            models.Index(fields=("person", "-id"), name="message_of_person"),
            models.Index(fields=("person",), condition=Q(read_at=None), name="message_unread"),
        )


class Delivery(models.Model):
    """One way of one message. `receipt` is the gateway's number, `error` a code without personal data."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    message = models.ForeignKey(Message, models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=8, choices=Channel)
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    next_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    gateway = models.CharField(max_length=20, blank=True)
    receipt = models.CharField(max_length=200, blank=True)
    error = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("lượt gửi")
        constraints = (
            models.UniqueConstraint(fields=("message", "channel"), name="delivery_once_a_channel"),
        )
        indexes = (
            models.Index(
                fields=("next_at",), condition=Q(state=DeliveryState.QUEUED), name="delivery_due"
            ),
            models.Index(
                fields=("gateway", "receipt"), condition=~Q(receipt=""), name="delivery_receipt"
            ),
        )


class Preference(models.Model):
    """What a person prefers; who has no row prefers the defaults. Hours are those of Viet Nam."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": PersonalField("báo tin theo ý người nhận", LAW, KEEP_DAYS),
    }

    person = models.OneToOneField("identity.Person", models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=Language, default=Language.VIETNAMESE)
    takes_email = models.BooleanField(default=True)
    takes_sms = models.BooleanField(default=True)
    takes_push = models.BooleanField(default=True)
    quiet_from = models.TimeField(default="21:00")
    quiet_to = models.TimeField(default="07:00")

    class Meta:
        verbose_name = _("tùy chọn thông báo")

    def allows(self, channel: str) -> bool:
        """Whether the person takes messages that way."""
        return bool(getattr(self, f"takes_{channel}"))


class PushSubscription(models.Model):
    """A browser in which a person asked for messages. Gone when the push service says so."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": PersonalField("biết báo cho ai", LAW, 0),
        "endpoint": PersonalField("địa chỉ nhận thông báo của trình duyệt", LAW, 0),
    }

    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="+")
    endpoint = models.URLField(max_length=500, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=60)
    subscribed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("trình duyệt nhận thông báo")
