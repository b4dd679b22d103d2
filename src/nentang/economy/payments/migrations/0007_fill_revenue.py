"""Every booking and every refund done so far becomes revenue without an item; its unit is found by the nightly job."""

from datetime import timedelta, timezone

from django.db import migrations

VIETNAM = timezone(timedelta(hours=7))


def fill(apps, schema_editor):
    booking, refund, entry = (apps.get_model("payments", name) for name in ("Booking", "Refund", "RevenueEntry"))
    for came in booking.objects.select_related("request").iterator():
        entry.objects.create(
            booking=came,
            payee_id=came.request.payee_id,
            amount=came.amount,
            day=came.booked_at.astimezone(VIETNAM).date(),
        )
    for went in refund.objects.filter(state="done").exclude(booking=None).iterator():
        entry.objects.create(
            booking_id=went.booking_id,
            refund=went,
            payee_id=went.payee_id,
            amount=-went.amount,
            day=went.done_at.astimezone(VIETNAM).date(),
        )


class Migration(migrations.Migration):
    dependencies = [("payments", "0006_revenue")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
