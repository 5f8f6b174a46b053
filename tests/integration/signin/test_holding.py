"""How long a sign-in holds, what is kept meanwhile, and what wants it proved anew."""

from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from naravard.core import clock
from naravard.people.models import Assignment
from naravard.web.actor import relative, staff
from tests.house import House
from tests.openid import INHABITANT, STAFF, OpenIdProvider, Visitor, asked_in

ANSWER = {"case_id": "x", "answer": "withdrawn", "text": "Jag skrev länge på det här."}


@pytest.fixture
def ali(visitor: Visitor) -> Visitor:
    visitor.sign_in(STAFF, "ali")
    return visitor


@pytest.fixture
def karins_phone(visitor: Visitor) -> Visitor:
    visitor.sign_in(INHABITANT, "karin")
    return visitor


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_staff_are_locked_out_after_half_an_hour(ali: Visitor) -> None:
    ali.was_seen(minutes(30))

    answer = ali.client.get("/utskrivningar/")

    assert answer.url == "/logga-in/?next=%2Futskrivningar%2F"
    assert "Du har varit borta en stund" in ali.client.get(answer.url).text


def test_staff_are_not_locked_out_before(ali: Visitor) -> None:
    ali.was_seen(minutes(29))

    assert ali.client.get("/utskrivningar/").status_code == 200


def test_an_inhabitant_is_locked_out_after_a_quarter(karins_phone: Visitor) -> None:
    karins_phone.was_seen(minutes(15))

    assert karins_phone.client.get("/hem/").status_code == 302


def test_whoever_works_is_not_locked_out(ali: Visitor) -> None:
    ali.was_seen(minutes(29))
    ali.client.get("/utskrivningar/")
    before = ali.client.session["login"]["seen_at"]
    ali.client.get("/utskrivningar/")

    assert ali.client.session["login"]["seen_at"] == before
    assert ali.client.session["login"]["seen_at"] > str(clock.now() - minutes(1))


def test_a_page_that_asks_by_itself_is_nobody_working(ali: Visitor) -> None:
    ali.was_seen(minutes(29))
    before = ali.client.session["login"]["seen_at"]

    ali.client.get("/utskrivningar/nytt/", headers={"HX-Request": "true"})

    assert ali.client.session["login"]["seen_at"] == before


def test_the_page_that_asks_by_itself_is_cleared_when_locked(ali: Visitor) -> None:
    ali.was_seen(minutes(30))

    answer = ali.client.get("/utskrivningar/nytt/", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"] == "/logga-in/"


def test_no_sign_in_outlasts_a_shift(ali: Visitor) -> None:
    session = ali.client.session
    login = session["login"]
    session["login"] = {**login, "began_at": str(clock.now() - timedelta(hours=10))}
    session.save()

    assert ali.client.get("/utskrivningar/").status_code == 302


def test_the_locked_must_prove_who_they_are_now(ali: Visitor) -> None:
    ali.was_seen(minutes(30))
    ali.client.get("/utskrivningar/")

    asked = asked_in(ali.client.get(STAFF).url)

    assert asked["prompt"] == "login"
    assert asked["max_age"] == "0"


def test_an_old_proof_does_not_open_a_locked_session(
    ali: Visitor, provider: OpenIdProvider
) -> None:
    ali.was_seen(minutes(30))
    ali.client.get("/utskrivningar/")
    a_while_ago = int((clock.now() - minutes(5)).timestamp())
    provider.forge(claims={"auth_time": a_while_ago})

    answer = ali.sign_in(STAFF, "ali")

    assert answer.status_code == 422
    assert not ali.is_signed_in()


def test_one_comes_back_to_where_one_was_with_the_form_one_wrote(
    ali: Visitor, house: House
) -> None:
    ali.was_seen(minutes(30))
    locked = ali.client.post("/utskrivningar/?visa=alla", ANSWER)

    answer = ali.sign_in(STAFF, "ali")
    page = ali.client.get(answer.url)

    assert locked.url == "/logga-in/"
    assert answer.url == "/logga-in/fortsatt/"
    assert 'action="/utskrivningar/?visa=alla"' in page.text
    assert "Jag skrev länge på det här." in page.text
    assert ali.client.session["actor"] == staff(house.ward_nurse.assignment_id)


def test_the_form_is_let_go_when_it_has_been_sent(ali: Visitor) -> None:
    ali.was_seen(minutes(30))
    ali.client.post("/utskrivningar/", ANSWER)
    ali.sign_in(STAFF, "ali")

    ali.client.post("/utskrivningar/", ANSWER)

    assert ali.client.get("/logga-in/fortsatt/").url == "/min-dag/"


def test_the_form_can_be_thrown_away(ali: Visitor) -> None:
    ali.was_seen(minutes(30))
    ali.client.post("/utskrivningar/", ANSWER)
    ali.sign_in(STAFF, "ali")

    ali.client.post("/logga-in/slang/")

    assert "kept_form" not in ali.client.session


def test_nobody_else_gets_the_form(ali: Visitor) -> None:
    ali.was_seen(minutes(30))
    ali.client.post("/utskrivningar/", ANSWER)

    ali.gives_way_to_another()
    answer = ali.sign_in(STAFF, "ingrid")

    assert answer.url == "/min-dag/"
    assert "kept_form" not in ali.client.session
    assert "locked" not in ali.client.session


def test_a_form_sent_to_a_page_open_to_all_is_not_kept(ali: Visitor) -> None:
    ali.was_seen(minutes(30))

    ali.client.post("/sprak/", {"language": "en"})

    assert "kept_form" not in ali.client.session


def test_a_daughter_who_read_for_her_mother_does_so_again(
    karins_phone: Visitor, karin: UUID
) -> None:
    session = karins_phone.client.session
    session["actor"] = acting = relative(karin, karin)
    session.save()
    karins_phone.was_seen(minutes(15))
    karins_phone.client.get("/hem/")

    karins_phone.sign_in(INHABITANT, "karin")

    assert karins_phone.client.session["actor"] == acting


def test_a_sensitive_act_wants_a_proof_of_this_moment(karins_phone: Visitor) -> None:
    karins_phone.was_seen(minutes(11))

    answer = karins_phone.client.post("/samtycke/planering/svar/", ANSWER)
    page = karins_phone.client.get(answer.url)

    assert answer.url == "/logga-in/bekrafta/"
    assert "/logga-in/invanare/?bekrafta=1" in page.text


def test_a_sensitive_act_soon_after_sign_in_goes_through(karins_phone: Visitor) -> None:
    answer = karins_phone.client.post("/samtycke/planering/svar/", ANSWER)

    assert answer.status_code == 422
    assert "Svaret gick inte att läsa" in answer.text


def test_reading_wants_no_new_proof(karins_phone: Visitor) -> None:
    karins_phone.was_seen(minutes(11))

    assert karins_phone.client.get("/samtycke/").status_code == 200


def test_the_confirmed_act_can_be_sent(karins_phone: Visitor) -> None:
    karins_phone.was_seen(minutes(11))
    karins_phone.client.post("/samtycke/planering/svar/", ANSWER)

    answer = karins_phone.sign_in(f"{INHABITANT}?bekrafta=1", "karin")
    page = karins_phone.client.get(answer.url)
    sent = karins_phone.client.post("/samtycke/planering/svar/", ANSWER)

    assert 'action="/samtycke/planering/svar/"' in page.text
    assert sent.status_code == 422


def test_a_proof_from_before_confirms_nothing(
    karins_phone: Visitor, provider: OpenIdProvider
) -> None:
    karins_phone.was_seen(minutes(11))
    before = karins_phone.client.session["login"]
    a_while_ago = int((clock.now() - minutes(5)).timestamp())
    provider.forge(claims={"auth_time": a_while_ago})

    answer = karins_phone.sign_in(f"{INHABITANT}?bekrafta=1", "karin")

    assert answer.status_code == 422
    assert (
        karins_phone.client.session["login"]["confirmed_at"] == before["confirmed_at"]
    )


def test_nobody_confirms_for_another(ali: Visitor) -> None:
    ali.gives_way_to_another()

    answer = ali.sign_in(f"{STAFF}?bekrafta=1", "ingrid")

    assert answer.status_code == 403
    assert "en annan person" in answer.text
    assert not ali.is_signed_in()


def test_an_assignment_that_ends_ends_the_session_at_once(
    ali: Visitor, house: House
) -> None:
    today = clock.day_of(clock.now())
    Assignment.objects.filter(pk=house.ward_nurse.assignment_id).update(
        valid_to=today - timedelta(days=1)
    )

    answer = ali.client.get("/utskrivningar/")

    assert answer.status_code == 403
    assert "Uppdraget gäller inte i dag" in answer.text
    assert not ali.is_signed_in()


def test_a_provider_that_is_disconnected_takes_its_sessions_along(
    ali: Visitor, settings: Settings
) -> None:
    settings.SIGNIN_PROVIDERS = ()

    assert ali.client.get("/utskrivningar/").status_code == 302
