"""Every payment so far becomes a booking, every open break a row of its own."""

from datetime import timedelta, timezone

from django.db import migrations

from nentang.economy.payments.rules.codes import new_break_code

BREAKS = ["unknown_order", "wrong_amount", "wrong_account", "paid_twice", "cancelled", "booked_elsewhere"]
VIETNAM = timezone(timedelta(hours=7))


def fill(apps, schema_editor):
    kept = {name: apps.get_model("payments", name) for name in ("PaymentRequest", "Booking", "Receipt", "GatewayMessage", "Break")}
    for request in kept["PaymentRequest"].objects.filter(state="paid").iterator():
        booking = kept["Booking"].objects.create(
            request=request,
            gateway="bank" if request.bank_transaction else "",
            transaction=request.bank_transaction,
            method=request.method,
            amount=request.amount,
            booked_at=request.paid_at,
        )
        kept["Receipt"].objects.filter(request=request).update(booking=booking)
        kept["PaymentRequest"].objects.filter(pk=request.pk).update(paid_amount=request.amount)
    for message in kept["GatewayMessage"].objects.filter(outcome__in=BREAKS, resolution="").iterator():
        kept["Break"].objects.create(
            code=new_break_code(),
            kind=message.outcome,
            gateway=message.gateway,
            transaction=message.bank_transaction,
            day=message.received_at.astimezone(VIETNAM).date(),
            told=message.amount,
            request=message.request,
            payee=message.payee,
            found_at=message.received_at,
        )


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_books")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
