"""Which OpenID providers say who somebody is, as the environment names them (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit


class ProviderIncomplete(Exception):
    """A provider is named but something it cannot work without is missing."""


class Who(StrEnum):
    """Whom a provider vouches for; the value is part of the session, never shown."""

    STAFF = "staff"
    INHABITANT = "inhabitant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a sign-in holds: without activity, in all, and for a sensitive act."""

    idle: timedelta
    longest: timedelta
    confirmed: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One OpenID provider, and what we demand of it.

    `levels` are the values of `acr` that mean two factors here; no other is let in.
    `claim` holds the HSA-id or the personal number; `unit_claim`, when the provider
    sends it, the HSA-id of the unit the assignment was chosen for.
    """

    who: Who
    issuer: str
    client_id: str
    secret: str
    private_key: str
    levels: tuple[str, ...]
    claim: str
    unit_claim: str
    scopes: tuple[str, ...]
    limits: Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for one kind of people until the environment says otherwise."""

    claim: str
    unit_claim: str
    levels: str
    idle_minutes: str


# Level 3 by name in the Swedish e-identification framework, and in the sector's own.
# Whether a provider uses just these names must be agreed with it (docs/sign-in.md).
LEVEL_3 = "http://id.elegnamnden.se/loa/1.0/loa3"
LEVEL_3_OF_THE_SECTOR = "http://id.sambi.se/loa/loa3"
DEFAULTS: Mapping[Who, Defaults] = {
    # Claims as Inera's IdP names them.
    Who.STAFF: Defaults(
        claim="employeeHsaId",
        unit_claim="healthCareUnitHsaId",
        levels=f"{LEVEL_3} {LEVEL_3_OF_THE_SECTOR}",
        idle_minutes="30",
    ),
    # The claim of the Swedish OpenID Connect profile (oidc.se, version 1.0).
    Who.INHABITANT: Defaults(
        claim="https://id.oidc.se/claim/personalIdentityNumber",
        unit_claim="",
        levels=LEVEL_3,
        idle_minutes="15",
    ),
}
LONGEST_HOURS = "10"
CONFIRMED_MINUTES = "10"


def providers_in(
    environment: Mapping[str, str], *, in_operation: bool
) -> tuple[Provider, ...]:
    """The providers the environment names, at most one for each kind of people.

    Raises ProviderIncomplete, also when operation has none.
    """
    providers = tuple(
        _provider(who, environment, in_operation=in_operation)
        for who in Who
        if environment.get(_name(who, "ISSUER"))
    )
    if in_operation and not providers:
        raise ProviderIncomplete(
            f"{_name(Who.STAFF, 'ISSUER')} or {_name(Who.INHABITANT, 'ISSUER')} "
            "must be set when NARAVARD_MODE=operation; see docs/sign-in.md."
        )
    return providers


def _provider(
    who: Who, environment: Mapping[str, str], *, in_operation: bool
) -> Provider:
    def value(part: str, default: str = "") -> str:
        return environment.get(_name(who, part), "") or default

    default = DEFAULTS[who]
    provider = Provider(
        who=who,
        issuer=value("ISSUER"),
        client_id=value("CLIENT_ID"),
        secret=value("CLIENT_SECRET"),
        private_key=_read_key(value("CLIENT_KEY_FILE")),
        levels=tuple(value("ACR", default.levels).split()),
        claim=value("CLAIM", default.claim),
        unit_claim=value("UNIT_CLAIM", default.unit_claim),
        scopes=("openid", *value("SCOPES").split()),
        limits=Limits(
            idle=timedelta(minutes=float(value("IDLE_MINUTES", default.idle_minutes))),
            longest=timedelta(hours=float(value("LONGEST_HOURS", LONGEST_HOURS))),
            confirmed=timedelta(
                minutes=float(value("CONFIRMED_MINUTES", CONFIRMED_MINUTES))
            ),
        ),
    )
    _check(provider, in_operation=in_operation)
    return provider


def _check(provider: Provider, *, in_operation: bool) -> None:
    who = provider.who
    if not provider.client_id:
        raise ProviderIncomplete(f"{_name(who, 'CLIENT_ID')} must be set.")
    if bool(provider.secret) == bool(provider.private_key):
        raise ProviderIncomplete(
            f"Set either {_name(who, 'CLIENT_KEY_FILE')} or "
            f"{_name(who, 'CLIENT_SECRET')}, and not both."
        )
    if in_operation and urlsplit(provider.issuer).scheme != "https":
        raise ProviderIncomplete(f"{_name(who, 'ISSUER')} must begin with https.")


def _read_key(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if path else ""


def _name(who: Who, part: str) -> str:
    return f"NARAVARD_{who.upper()}_{part}"
