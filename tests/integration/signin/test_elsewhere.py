"""One sees where else one is signed in, and ends it there."""

from datetime import timedelta

from django.core.management import call_command

from naravard.core import clock
from naravard.web.signin.models import SignedInSession
from tests.openid import STAFF, OpenIdProvider, Visitor

PAGE = "/mina-inloggningar/"


def test_one_sees_where_else_one_is_signed_in_and_ends_it(
    provider: OpenIdProvider, visitor: Visitor
) -> None:
    at_the_desk, on_the_phone, ingrid = visitor, Visitor(), Visitor()
    at_the_desk.sign_in(STAFF, "ali")
    on_the_phone.sign_in(STAFF, "ali")
    ingrid.sign_in(STAFF, "ingrid")

    shown = at_the_desk.client.get(PAGE).text
    at_the_desk.client.post(PAGE)

    assert shown.count("Senast använd") == 2
    assert on_the_phone.client.get("/utskrivningar/").status_code == 302
    assert at_the_desk.client.get("/utskrivningar/").status_code == 200
    assert ingrid.client.get("/utskrivningar/").status_code == 200
    assert at_the_desk.client.get(PAGE).text.count("Senast använd") == 1


def test_what_has_been_locked_elsewhere_ends_too(
    provider: OpenIdProvider, visitor: Visitor
) -> None:
    on_the_phone = Visitor()
    visitor.sign_in(STAFF, "ali")
    on_the_phone.sign_in(STAFF, "ali")

    visitor.client.post(PAGE)

    assert on_the_phone.client.get(PAGE).status_code == 302


def test_the_clock_takes_away_what_has_ended(
    provider: OpenIdProvider, visitor: Visitor
) -> None:
    visitor.sign_in(STAFF, "ali")
    SignedInSession.objects.update(expire_date=clock.now() - timedelta(minutes=1))

    call_command("tick")

    assert not SignedInSession.objects.exists()
