"""An operator writes the county's units from its file, as often as it changes."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from naravard.discharge.models import PaymentAgreement
from naravard.mobile.queries import terms_on
from naravard.mobile.rules.states import TERMS, Urgency
from naravard.people.models import CareUnit
from tests.house import COUNTY

pytestmark = pytest.mark.django_db


def load(file: object) -> str:
    said = StringIO()
    call_command("load_county", str(file), stdout=said)
    return said.getvalue()


def test_a_county_is_loaded_and_loaded_again_nothing_is_doubled():
    first, again = load(COUNTY), load(COUNTY)

    assert first.startswith("Lilla län: ")
    assert "Lilla län: 0 nya, 0 ändrade" in again
    assert CareUnit.objects.filter(key="vc-lillby").count() == 1
    assert PaymentAgreement.objects.exists()


def test_the_countys_terms_of_answer_and_wait_are_those_that_its_teams_work_by():
    load(COUNTY)

    terms = terms_on("9902", date(2026, 3, 2))

    assert terms[Urgency.NOW].answer_within == timedelta(minutes=20)
    assert terms[Urgency.NOW].visit_within == timedelta(hours=3)
    assert terms[Urgency.DAYS] == TERMS[Urgency.DAYS]


def test_a_file_that_is_not_a_county_writes_nothing(tmp_path):
    wrong = tmp_path / "lan.toml"
    wrong.write_text("[county]\n", encoding="utf-8")

    with pytest.raises(CommandError):
        load(wrong)

    assert not CareUnit.objects.exists()
