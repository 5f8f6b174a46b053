"""Ali on the ward and Karin at home, and the providers that know them."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from naravard.people.models import Professional
from naravard.web.signin.provider import Who
from tests.house import House, build_house, register
from tests.openid import NUMBER, OpenIdProvider, Visitor, started
from tests.real_commits import real_commits  # noqa: F401 (a fixture)

KARINS_NUMBER = "194302149804"


@pytest.fixture(scope="session")
def openid() -> Iterator[OpenIdProvider]:
    with started() as provider:
        yield provider


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", KARINS_NUMBER, listed_unit_id=house.health_centre)


@pytest.fixture
def provider(
    openid: OpenIdProvider, settings: Settings, house: House, karin: UUID
) -> OpenIdProvider:
    """The provider, connected for both, knowing Ali and Karin."""
    settings.SIGNIN_PROVIDERS = tuple(openid.connected(who) for who in Who)
    openid.knows("ali", employeeHsaId=hsa_id_of(house.ward_nurse.professional_id))
    openid.knows("ingrid", employeeHsaId=hsa_id_of(house.physician.professional_id))
    openid.knows("karin", **{NUMBER: KARINS_NUMBER})
    openid.tell("silent", silent=False)
    return openid


@pytest.fixture
def visitor(provider: OpenIdProvider) -> Visitor:
    return Visitor()


def hsa_id_of(professional_id: UUID) -> str:
    return Professional.objects.get(pk=professional_id).hsa_id


@pytest.fixture
def real_house(real_commits: None, openid: OpenIdProvider) -> House:  # noqa: F811
    """The same house, committed so that a server in another thread sees it."""
    house = build_house()
    openid.knows("ali", employeeHsaId=hsa_id_of(house.ward_nurse.professional_id))
    return house
