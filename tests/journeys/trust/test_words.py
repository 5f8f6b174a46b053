"""What a person says of her data: on her own page, and through staff; at once."""

from datetime import date
from uuid import UUID

from django.test import Client
from django.urls import reverse

from naravard.access.models import Block, Consent
from naravard.people import services as people
from naravard.people.models import CareUnit
from naravard.people.roles import RelatedKind
from naravard.web import actor as sessions
from tests.house import House, register
from tests.integration.discharge.steps import admitted
from tests.journeys.trust.conftest import SignIn


def options(unit_id: UUID, answer: str) -> dict[str, str]:
    return {"unit": str(unit_id), "answer": answer}


def test_she_lets_a_unit_read_and_takes_it_back(
    house: House, karin: UUID, in_hospital: UUID, karins_phone: Client
) -> None:
    given = karins_phone.post(
        "/samtycke/lasa/", options(house.home_nursing, "ja"), follow=True
    )
    consent = Consent.objects.get(scope="shared_read", person_id=karin)
    taken = karins_phone.post(
        "/samtycke/ta-tillbaka/", {"row": str(consent.pk)}, follow=True
    )

    consent.refresh_from_db()
    assert "Ditt svar är sparat" in given.text
    assert "Du har tagit tillbaka svaret" in taken.text
    assert consent.unit_id == house.home_nursing
    assert consent.how == "online"
    assert consent.withdrawn_at is not None


def test_she_is_told_what_a_block_means_before_she_sets_one(
    in_hospital: UUID, karins_phone: Client
) -> None:
    page = karins_phone.get("/samtycke/sparr/").text

    assert "Andra kan få se att något är spärrat" in page
    assert "kan vården se vem som har spärrat" in page
    assert "har skrivit, för andra enheter" in page


def test_she_blocks_and_opens_again(
    house: House, karin: UUID, in_hospital: UUID, karins_phone: Client
) -> None:
    ward = CareUnit.objects.get(pk=house.ward)
    set_page = karins_phone.post(
        "/samtycke/sparr/", {"what": f"{ward.organisation_id} {ward.pk}"}, follow=True
    )
    block = Block.objects.get(person_id=karin)
    lifted = karins_phone.post(
        "/samtycke/sparr/ta-bort/", {"row": str(block.pk)}, follow=True
    )

    block.refresh_from_db()
    assert "Spärren är satt" in set_page.text
    assert "Spärren är borttagen" in lifted.text
    assert block.lifted_at is not None


def test_a_guardian_is_told_that_she_cannot_block(
    house: House, karins_phone: Client
) -> None:
    maja = register(
        "Maja", "Nyberg", "201606049805", listed_unit_id=house.health_centre
    )
    mother = register("Sofia", "Nyberg", "198804129800")
    related = people.add_related(
        person_id=maja,
        other_id=mother,
        name="Sofia Nyberg",
        kind=RelatedKind.GUARDIAN,
        relation="mamma",
        valid_from=date(2016, 6, 4),
    )
    session = karins_phone.session
    session["actor"] = sessions.relative(maja, related)
    session.save()
    centre = CareUnit.objects.get(pk=house.health_centre)

    page = karins_phone.get("/samtycke/sparr/")
    tried = karins_phone.post(
        "/samtycke/sparr/", {"what": f"{centre.organisation_id} {centre.pk}"}
    )

    assert "En vårdnadshavare kan inte spärra ett barns uppgifter" in page.text
    assert tried.status_code == 403
    assert "PDL 4 kap. 4 §, SVOD 2 kap. 3 §" in tried.text
    assert not Block.objects.exists()


def test_staff_write_down_a_yes_for_their_own_unit(
    house: House, karin: UUID, in_hospital: UUID, sign_in: SignIn
) -> None:
    ali = sign_in(house.ward_nurse)

    answered = ali.post(
        reverse("staff:said_answer", args=[karin]),
        {"scope": "lift_block", "answer": "ja", "how": "by_phone", "given_by": ""},
        follow=True,
    )

    kept = Consent.objects.get(scope="lift_block")
    assert "Svaret är antecknat" in answered.text
    assert (kept.given, kept.how, kept.unit_id) == (True, "by_phone", house.ward)


def test_staff_block_at_her_request_and_lift_when_she_asks(
    house: House, karin: UUID, in_hospital: UUID, sign_in: SignIn
) -> None:
    ali = sign_in(house.ward_nurse)

    closed = ali.post(
        reverse("staff:said_block", args=[karin]),
        {"kind": "inner", "asked_by": "person"},
        follow=True,
    )
    block = Block.objects.get()
    opened = ali.post(reverse("staff:said_lift", args=[karin, block.pk]), follow=True)

    assert "Spärren är satt" in closed.text
    assert block.unit_id == house.ward
    assert "Spärren är borttagen" in opened.text


def test_staff_do_not_block_because_a_guardian_asks(
    house: House, karin: UUID, in_hospital: UUID, sign_in: SignIn
) -> None:
    refused = sign_in(house.ward_nurse).post(
        reverse("staff:said_block", args=[karin]),
        {"kind": "inner", "asked_by": "guardian"},
    )

    assert refused.status_code == 422
    assert "En vårdnadshavare kan inte spärra ett barns uppgifter" in refused.text
    assert not Block.objects.exists()


def test_staff_do_not_lift_another_providers_block(
    house: House, karin: UUID, in_hospital: UUID, sign_in: SignIn, karins_phone: Client
) -> None:
    ward = CareUnit.objects.get(pk=house.ward)
    karins_phone.post("/samtycke/sparr/", {"what": str(ward.organisation_id)})
    block = Block.objects.get()

    refused = sign_in(house.municipal_nurse).post(
        reverse("staff:said_lift", args=[karin, block.pk])
    )

    block.refresh_from_db()
    assert refused.status_code == 403
    assert block.lifted_at is None


def test_social_services_have_no_inner_block(
    house: House, karin: UUID, in_hospital: UUID, sign_in: SignIn
) -> None:
    refused = sign_in(house.care_planner).post(
        reverse("staff:said_block", args=[karin]),
        {"kind": "inner", "asked_by": "person"},
    )
    closed = sign_in(house.care_planner).post(
        reverse("staff:said_block", args=[karin]),
        {"kind": "outer", "asked_by": "person"},
        follow=True,
    )

    assert "Inom omsorgen går det inte att spärra för andra enheter." in refused.text
    assert "Spärren är satt" in closed.text
    assert Block.objects.get().kind == "outer"


def test_a_yes_on_the_spot_opens_for_a_unit_that_just_met_her(
    house: House, karin: UUID, sign_in: SignIn
) -> None:
    admitted(house, karin)
    jonas = sign_in(house.municipal_nurse)
    said = reverse("staff:said", args=[karin])

    closed = jonas.get(said)
    jonas.post(said, {"reason": "Hon ringde efter hemsjukvården."})
    jonas.post(
        reverse("staff:said_answer", args=[karin]),
        {"scope": "shared_read", "answer": "ja", "how": "by_phone", "given_by": ""},
    )
    opened = jonas.get(reverse("staff:person", args=[karin]))

    assert closed.status_code == 403
    assert "Ange skäl och öppna" in closed.text
    assert "Karin Holm" in opened.text
    assert "Personen har samtyckt till att din enhet läser." in opened.text
