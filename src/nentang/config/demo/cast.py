"""The demo's people: officers with their roles, citizens with accounts, made by the real actions."""

import random
from datetime import date, datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import (
    actor_for_account,
    appoint_officer,
    enrol_one_time_code,
    open_account,
    register_person,
)
from nentang.foundation.organizations.public import UnitInfo
from nentang.kernel.frozen import Frozen

from .people import Invented, invent, personal_number

FOUNDED = date(2020, 1, 1)
PASSWORD = "ban dung thu 2020"  # noqa: S105 - the demo's people share it and the page says so
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - likewise


class Office(Frozen):
    """A body that works dossiers, its unit, and its two people."""

    organization_id: int
    unit: UnitInfo
    clerk: Actor
    leader: Actor


class Cast:
    """Makes people at one instant."""

    def __init__(self, *, at: datetime, dice: random.Random) -> None:
        self._at = at
        self._officers = iter(invent(2000, province_prefix="083", dice=dice, first=100_000))

    def staffed(
        self, organization_id: int, unit: UnitInfo, usernames: tuple[str, str] = ("", "")
    ) -> Office:
        clerk, leader = (
            self.officer(next(self._officers).full_name, role, organization_id, username)
            for role, username in zip(("clerk", "leader"), usernames, strict=True)
        )
        if usernames[1]:  # whose name is on the sign-in page also answers for personal data
            self.appoint(leader.account_id or 0, "data_protection", organization_id)
            leader = actor_for_account(leader.account_id or 0, self._at)
        return Office(organization_id, unit, clerk, leader)

    def officer(self, name: str, role: str, organization_id: int, username: str) -> Actor:
        invented = next(self._officers)
        account_id = self.open(invented, name, username or invented.personal_number, username != "")
        self.appoint(account_id, role, organization_id)
        return actor_for_account(account_id, self._at)

    def appoint(self, account_id: int, role: str, organization_id: int) -> None:
        appoint_officer(
            account_id=account_id,
            role=role,
            organization_id=organization_id,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )

    def named(
        self, name: str, sex: str, birth_on: date, username: str, *, lives_in: str = ""
    ) -> None:
        number = personal_number("037", sex, birth_on, 800_000 + len(username))
        who = Invented(name, sex, birth_on, number, "0911000111")
        self.open(who, name, username, True, lives_in)

    def account(self, who: Invented) -> Actor:
        return actor_for_account(
            self.open(who, who.full_name, who.personal_number, False), self._at
        )

    def open(
        self, who: Invented, name: str, username: str, may_sign_in: bool, lives_in: str = ""
    ) -> int:
        """A person with an account; only those whom a visitor may be get a password and a code."""
        person = register_person(
            full_name=name,
            birth_on=who.birth_on,
            sex=who.sex,
            personal_number=who.personal_number,
            phone=who.phone,
            unit_code=lives_in,
            actor=SYSTEM,
            at=self._at,
        )
        account = open_account(
            person_id=person.pk,
            username=username,
            password=PASSWORD if may_sign_in else None,
            assurance=2,
            actor=SYSTEM,
            at=self._at,
        )
        if may_sign_in:
            enrol_one_time_code(
                account_id=account.pk, secret=TOTP_SECRET, actor=SYSTEM, at=self._at
            )
        return account.pk
