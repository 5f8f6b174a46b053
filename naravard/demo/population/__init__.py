"""An invented population for a county: nobody in it exists, everything about it could.

Pure and deterministic: the same county, seed, day and reserved numbers give the same
people in the same order.
"""

from naravard.demo.population.generator import NoUnitToListAt, generate_population
from naravard.demo.population.number_supply import NotEnoughTestNumbers
from naravard.demo.population.person import InventedPerson, Protection, RegisteredSex

__all__ = [
    "InventedPerson",
    "NoUnitToListAt",
    "NotEnoughTestNumbers",
    "Protection",
    "RegisteredSex",
    "generate_population",
]
