"""Invented streets in the post towns of a municipality."""

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from naravard.demo.names.words import words
from naravard.demo.population.weighted import by_weight, draw
from naravard.people.county import MunicipalityData

STREET_STEMS = words("""
    Alm Asp Björk Blåbärs Blåklocks Bok Brunns Dal Ek Fabriks Fjärils Furu Fält Gran
    Gärdes Hagtorns Hallon Hassel Humle Hästskos Idrotts Järnvägs Kastanje Klockar
    Klöver Konval Kvarn Kyrk Käll Kärr Lind Lingon Liljekonvalj Ljung Lupin Lärk Mejeri
    Midsommar Moss Myr Nyckel Näckros Oxel Park Pil Prästkrags Ring Rosen Rönn
    Skogs Skol Slån Smed Smultron Sol Stations Sten Strand Syren Sälg Sädes Tall
    Tegel Timmer Torg Trädgårds Tranbärs Tuv Uggle Vall Vallmo Vinbärs
    Vitsipps Ängs Äppel Åker Ås Örn
""")
STREET_ENDINGS = words("vägen gatan stigen gränd backen")
HIGHEST_HOUSE = 64
SHARE_IN_FLATS = 0.48
HIGHEST_FLOOR = 5
FLATS_ON_A_FLOOR = 4


class PostTown(NamedTuple):
    """A postal code and its town."""

    postal_code: str
    town: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a home is."""

    street: str
    place: PostTown


NOWHERE = Address("", PostTown("", ""))

_STREETS = tuple(
    f"{stem}{ending}" for stem in STREET_STEMS for ending in STREET_ENDINGS
)


def post_towns(municipality: MunicipalityData) -> tuple[PostTown, ...]:
    """A row to draw from, by the towns' shares of the homes."""
    return by_weight(
        {
            PostTown(code, town.name): town.share / len(town.postal_codes)
            for town in municipality.towns
            for code in town.postal_codes
        }
    )


def draw_address(places: tuple[PostTown, ...], random: Random) -> Address:
    """A house, or a flat with its number (11xx is the first floor above ground)."""
    street = draw(_STREETS, random)
    house = 1 + int(random.random() * HIGHEST_HOUSE)
    chance = random.random()
    if chance >= SHARE_IN_FLATS:
        return Address(f"{street} {house}", draw(places, random))
    floor = int(chance / SHARE_IN_FLATS * HIGHEST_FLOOR)
    flat = 1 + int(random.random() * FLATS_ON_A_FLOOR)
    return Address(f"{street} {house} lgh 1{floor}0{flat}", draw(places, random))
