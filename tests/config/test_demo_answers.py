"""What the demo's applicants write is accepted by the forms of the day, for all ten whole procedures."""

import random

from nentang.config.demo.answers import answers_for
from nentang.config.demo.land import PROCEDURE as LAND
from nentang.config.demo.people import invent
from nentang.config.demo.plan import PROCEDURES, plan_year
from nentang.foundation.forms.public import clean, validate
from nentang.kernel.clock import legal_day
from tests.government.catalogue.files import in_files


def test_every_planned_dossier_can_be_submitted() -> None:
    people = invent(240, province_prefix="083", dice=random.Random(1))
    for planned in plan_year(785, places=149, people=240):
        on = legal_day(planned.submitted_at)
        definition = in_files(planned.procedure, on).form
        answers = answers_for(planned, people[planned.applicant], "Xã Mẫu", [1])

        assert validate(definition, clean(definition, answers), on=on) == {}


def test_the_demo_plays_every_whole_procedure() -> None:
    on = legal_day(plan_year(1, places=1, people=1)[0].submitted_at)

    assert all(in_files(code, on).procedure.is_whole for code in (*PROCEDURES, LAND))
    assert len({*PROCEDURES, LAND}) == 10
