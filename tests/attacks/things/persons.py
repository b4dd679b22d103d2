"""Whoever is known: accounts, sessions, consents and messages of the mother's, the bodies, what guards them."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.actions import ask_factor_reset, give_consent
from nentang.foundation.identity.adapters.sessions import SessionStore, stored_key
from nentang.foundation.identity.models import Appointment, Consent
from nentang.foundation.identity.public import register_client
from nentang.foundation.notifications.actions import subscribe_push
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.models import Delivery
from nentang.trust.personal_data.actions import record_breach
from nentang.trust.watch.actions.raise_alarm import raise_alarm
from nentang.trust.watch.enums import Sign
from tests.attacks.world import World

from .lot import Lot

IN_2024 = datetime(2024, 3, 4, 2, 0, tzinfo=UTC)
PUSH = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/cua-me",
    "p256dh": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
    "auth": "tBHItJI5svbpez7KI4CCXg",
}


def persons(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """A program that the mother lets read, a browser that tells her things, an alarm, a breach."""
    client = register_client(
        name="Trường học", redirect_uris=["https://truonghoc.example.vn/ve"], actor=SYSTEM, at=at
    )
    give_consent(client_id=client.client_id, scopes=["openid"], actor=world.mother.actor, at=at)
    subscribe_push(**PUSH, actor=world.mother.actor, at=at)
    guarded: dict[str, list[Any]] = {
        "identity.end_session.number": [_session(world)],
        "reset_id": [_reset(world, masters["here"], at)],
        "watch.code": [_alarm(world, at)],
        "personal_data.notify_authority.code": [_breach(world, masters["here"])],
    }
    theirs = _theirs(world)
    places = {
        "": {"consent_id": theirs["consent_id"][0]},
        "quan-tri/su-kien/": {"delivery_id": theirs["outbox.delivery_id"][0]},
    }
    return Lot({**_who(world), **theirs, **guarded}, places=places)


def _who(world: World) -> dict[str, list[Any]]:
    mother, here, elsewhere = world.mother.actor, world.here.body.pk, world.elsewhere.body.pk
    return {
        "person_id": [mother.person_id],
        "applicant_person_id": [mother.person_id],
        "owner_person_id": [mother.person_id],
        "agent_person_id": [world.neighbour.actor.person_id],
        "principal_person_id": [mother.person_id],
        "principal_organization_id": [None],
        "account_id": [mother.account_id],
        "owner_account_id": [mother.account_id],
        "casework.account_id": [world.here.clerk.account_id],
        "organization_id": [here],
        "services.forward_dossier.organization_id": [elsewhere],
        "services.consult_body.organization_id": [elsewhere],
        "casework.forward_case.organization_id": [elsewhere],
        "old_id": [here],
        "new_id": [elsewhere],
        "parent_id": [here],
    }


def _theirs(world: World) -> dict[str, list[Any]]:
    messages = Message.objects.filter(person=world.mother.actor.person_id)
    return {
        "personal_data.code": [code for code in world.parts["code"] if code.startswith("DL")],
        "message_id": [*messages.values_list("pk", flat=True)][:2],
        "outbox.delivery_id": [*Delivery.objects.values_list("pk", flat=True)][:2],
        "appointment_id": [*Appointment.objects.values_list("pk", flat=True)][:2],
        "consent_id": [*Consent.objects.values_list("pk", flat=True)],
        "client_id": [*Consent.objects.values_list("client_id", flat=True)],
        "mandate_id": world.parts["mandate_id"],
        "public_id": world.parts["export_id"],
        "hold_id": world.parts["hold_id"],
    }


def _session(world: World) -> str:
    """The number of a browser in which the mother is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(world.mother.actor.account_id)
    session.create()
    return stored_key(session.session_key or "")


def _alarm(world: World, at: datetime) -> str:
    """The code of an alarm about the clerk here, where a master answers for security."""
    account_id = world.here.clerk.account_id or 0
    alarm = raise_alarm(sign=Sign.LOOKS, account_id=account_id, count=99, usual=1, at=at)
    assert alarm.case
    return str(alarm.case.code)


def _reset(world: World, master: Actor, at: datetime) -> int:
    """The mother lost a phone, and somebody at the counter here has asked."""
    return ask_factor_reset(
        account_id=world.mother.actor.account_id or 0,
        organization_id=world.here.body.pk,
        basis="Thẻ căn cước và gương mặt",
        actor=master,
        at=at,
    ).pk


def _breach(world: World, master: Actor) -> str:
    """Told of in 2024: before July 2023 no law asked for it."""
    return record_breach(
        organization_id=world.here.body.pk,
        what="Gửi nhầm danh sách hồ sơ.",
        measures="Đã thu hồi thư.",
        places=["services.Dossier"],
        people=12,
        found_at=IN_2024,
        actor=master,
        at=IN_2024,
    ).code
