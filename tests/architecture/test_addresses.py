"""Every page is closed unless listed here, and no address names a person."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.converters import UUIDConverter

from naravard.web.openness import Openness, openness_of

# Pages that show nothing about any person.
OPEN_TO_ALL = {
    "front",
    "sign_in",
    "sign_out",
    "sign_in_staff",
    "sign_in_inhabitant",
    "sign_in_done",
    "signed_out",
    "language",
    "accessibility",
    "data_handling",
    "gallery",
    "health",
    "ready",
}

# Views that check who asks in another way, each with its way.
GUARD_THEMSELVES = {
    "metrics": "to this machine, or to whoever has the token",
    "choose_assignment": "whom a provider has just vouched for, kept in the session",
    "signed_out_elsewhere": "the provider's signed logout token",
}

# Parts of an address that are not a UUID, each with what they are.
OTHER_PARTS: dict[str, str] = {
    "staff:act: slug": "which act, a word from our own list",
    "staff:act_about: slug": "which act, a word from our own list",
    "decisions:measure: measure": "which measure, an id of our catalogue",
    "decisions:cases: measure": "which measure, an id of our catalogue",
    "decisions:follow: measure": "which measure, an id of our catalogue",
    "staff:plan_act: slug": "which act, a word from our own list",
    "staff:plan_act_about: slug": "which act, a word from our own list",
    "staff:plan_new_part: section": "which section of a plan, a word of our own",
    "staff:plan_part: section": "which section of a plan, a word of our own",
}

NOT_THAT_WAY = 405
SOME_ID = UUID("00000000-0000-4000-8000-000000000000")


def patterns(
    resolver: URLResolver, namespace: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, f"{namespace}{each.namespace or ''}:".lstrip(":"))
        else:
            yield f"{namespace}{each.name}", each


ADDRESSES = dict(patterns(get_resolver()))
CLOSED = [
    name
    for name, pattern in ADDRESSES.items()
    if openness_of(pattern.callback) is Openness.SIGNED_IN
]


def test_every_address_has_a_name():
    assert not [name for name in ADDRESSES if name.endswith("None")]


def test_the_open_pages_are_the_listed_ones():
    opened = {
        name
        for name, pattern in ADDRESSES.items()
        if openness_of(pattern.callback) is Openness.OPEN_TO_ALL
    }

    assert opened <= OPEN_TO_ALL


def test_the_views_that_guard_themselves_are_the_listed_ones():
    guarding = {
        name
        for name, pattern in ADDRESSES.items()
        if openness_of(pattern.callback) is Openness.GUARDS_ITSELF
    }

    assert guarding == set(GUARD_THEMSELVES)


def test_addresses_carry_ids_that_mean_nothing_outside_the_house():
    telling = {
        f"{name}: {part}"
        for name, pattern in ADDRESSES.items()
        for part, converter in pattern.pattern.converters.items()
        if not isinstance(converter, UUIDConverter)
    }

    assert telling == set(OTHER_PARTS)


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_view_names_the_methods_it_answers(name):
    parts = dict.fromkeys(ADDRESSES[name].pattern.converters, SOME_ID)
    path = reverse(name, kwargs=parts)

    answer = resolve(path).func(RequestFactory().delete(path), **parts)

    assert answer.status_code == NOT_THAT_WAY


@pytest.mark.parametrize("name", CLOSED)
def test_somebody_unknown_is_led_to_sign_in(client, name):
    parts = dict.fromkeys(ADDRESSES[name].pattern.converters, SOME_ID)

    answer = client.get(reverse(name, kwargs=parts))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("sign_in"))
