"""Signing out ends the session, also as the pages work in the database."""

from django.test import Client

from tests.house import House
from tests.journeys.trust.conftest import SignIn


def test_an_inhabitant_signs_out(karins_phone: Client, house: House) -> None:
    karins_phone.post("/logga-ut/")

    assert karins_phone.get("/hem/").status_code == 302


def test_staff_sign_out(sign_in: SignIn, house: House) -> None:
    ali = sign_in(house.ward_nurse)

    answer = ali.post("/logga-ut/")

    assert answer.status_code == 302
    assert ali.get("/min-dag/").status_code == 302
