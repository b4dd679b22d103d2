"""Refusals of the last days, and alarms."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import PersonalField

from .enums import Sign, Verdict

LAW = "Luật An toàn thông tin mạng 86/2015/QH13"
REFUSAL_KEEP_DAYS = 7
ALARM_KEEP_DAYS = 1095


class Refusal(models.Model):
    """That an account was refused what is not its own; of what, the log knows."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "account": PersonalField("nhận ra tài khoản đang dò tìm", LAW, REFUSAL_KEEP_DAYS)
    }

    account = models.ForeignKey("identity.Account", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lần bị từ chối")
        indexes = (models.Index(fields=("at",), name="watch_refusal_at"),)


class Alarm(models.Model):
    """A sign of attack of one account on one day; where it stands is the state of its case.

    Without a case while nobody anywhere answers for security.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        name: PersonalField("tìm hiểu dấu hiệu tấn công, lạm quyền", LAW, ALARM_KEEP_DAYS)
        for name in ("account", "finding")
    }

    case = models.OneToOneField(
        "casework.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    account = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    sign = models.CharField(max_length=12, choices=Sign.choices)
    day = models.DateField()
    count = models.PositiveIntegerField()
    usual = models.PositiveIntegerField(default=0)
    raised_at = models.DateTimeField()
    last_at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    finding = models.TextField(max_length=2000, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("cảnh báo an toàn")
        constraints = (
            models.UniqueConstraint(
                fields=("account", "sign", "day"), name="one_alarm_an_account_sign_and_day"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", decided_at=None)
                | (~Q(verdict="") & Q(decided_at__isnull=False)),
                name="alarm_decided_with_verdict",
            ),
        )
