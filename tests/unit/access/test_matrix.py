"""The page over who may see what, and that it is fresh."""

from pathlib import Path

import pytest

from naravard.access.rules import Category, permission_matrix
from naravard.access.rules.matrix import READERS, cell
from naravard.access.rules.matrix_in_full import (
    cell_in,
    combinations,
    matrix_in_full,
    situations,
)

PAGE = Path(__file__).parents[3] / "docs" / "generated" / "permission-matrix.md"

# Card, region, municipal, social, plan, case, visit, family, school, sensor, log.
# Written by hand from the law's own table, not from the code.
EXPECTED = {
    "Läkare på avdelning": "R|R|R + S|R + S|R + S|R|R|–|R + S|–|–",
    "Sjuksköterska på avdelning": "R|R|R + S|R + S|R + S|R|R|–|R + S|–|–",
    "Distriktssköterska på vårdcentral": "R|R|R + S|R + S|R + S|R|R|–|R + S|–|–",
    "Distriktssköterska på privat vårdcentral": "R|R|R + S|R + S|R + S|R|R|–|R + S|–|–",
    "Koordinator": "R|–|–|–|R + S|R|R|–|–|–|–",
    "Enhetschef": "R|–|–|–|R + S|R|R|–|–|–|ja",
    "Kommunens sjuksköterska": (
        "R|R + S|R|R + S|R + S|R|R|–|R + S|R + S (sammanfattning)|–"
    ),
    "Kommunens arbetsterapeut eller fysioterapeut": (
        "R|R + S|R|R + S|R + S|R|R|–|R + S|R + S (sammanfattning)|–"
    ),
    "Biståndshandläggare": "R|R + S|R + S|R|R + S|R|–|–|–|–|–",
    "Hemtjänst": "R|R + S|R + S|R|R + S (egna delar)|R|–|–|–|–|–",
    "Socialsekreterare, individ och familj": "R|–|–|–|R + S|R|–|R|–|–|–",
    "Skolsköterska": "R|R + S|R + S|–|R + S|–|–|–|R|–|–",
    "Övrig elevhälsa": "R|–|–|–|R + S (egna delar)|–|–|–|skäl|–|–",
    "Logggranskare": "–|–|–|–|–|–|–|–|–|–|ja",
    "Beslutsfattare": "–|–|–|–|–|–|–|–|–|–|–",
    "Personen själv, 16 år eller äldre": "ja|ja|ja|ja|ja|ja|ja|ja|ja|ja|ja",
    "Personen själv, 13–15 år": "–|–|–|–|–|–|–|–|–|–|–",
    "Personen själv, under 13 år": "–|–|–|–|–|–|–|–|–|–|–",
    "Vårdnadshavare, barn under 13 år": "ja|ja|ja|ja|ja|ja|ja|–|–|ja|ja",
    "Vårdnadshavare, barn 13–15 år": "–|–|–|–|–|–|–|–|–|–|–",
    "Vårdnadshavare, ungdom från 16 år": "–|–|–|–|–|–|–|–|–|–|–",
    "Närstående med personens ja": (
        "ja (delade delar)|ja (delade delar)|ja (delade delar)|ja (delade delar)"
        "|ja (delade delar)|ja (delade delar)|ja (delade delar)|–|–|–|–"
    ),
    "Närstående utan personens ja": "–|–|–|–|–|–|–|–|–|–|–",
    "God man med rätt att läsa": (
        "ja (delade delar)|ja (delade delar)|ja (delade delar)|ja (delade delar)"
        "|ja (delade delar)|ja (delade delar)|ja (delade delar)|–|–|–|–"
    ),
    "Systemet": "ja|–|–|–|ja|ja|–|–|–|–|–",
}


@pytest.mark.parametrize(("title", "cells"), EXPECTED.items())
def test_every_role_sees_exactly_this(title: str, cells: str):
    reader = next(reader for reader in READERS if reader.title == title)

    assert "|".join(cell(reader, category) for category in Category) == cells


def test_no_reader_is_left_out():
    assert {reader.title for reader in READERS} == set(EXPECTED)


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8").endswith(permission_matrix())


FULL_PAGE = PAGE.with_name("access-matrix.md")
DOCTOR, HOME_NURSE = "Läkare på avdelning", "Kommunens sjuksköterska"
PLANNER = "Biståndshandläggare"
REGION, MUNICIPAL = Category.REGION_RECORD, Category.MUNICIPAL_HEALTH_RECORD
SOCIAL, FAMILY = Category.SOCIAL_RECORD, Category.CHILD_AND_FAMILY_RECORD


# Written by hand from the acts: who, what, in which situation, and the answer.
@pytest.mark.parametrize(
    ("title", "category", "says", "answer"),
    [
        # PDL 4 kap. 4-5 §§: the own provider's other units, and the way past.
        (DOCTOR, REGION, "vårdrelation, inget svar, inre spärr", "nej A05"),
        (DOCTOR, REGION, "vårdrelation, ja, inre spärr", "ja A02"),
        (DOCTOR, REGION, "nödläge, inre spärr", "steg A06"),
        (DOCTOR, REGION, "nödläge, inre spärr, se vem", "ja (bara vem) A06"),
        (DOCTOR, REGION, "nödläge, inre spärr, öppna", "ja A06"),
        # SVOD 2 kap. 3 § and 3 kap. 5 §: another provider's block is never opened.
        (DOCTOR, MUNICIPAL, "vårdrelation, ja, yttre spärr", "nej A07"),
        (DOCTOR, MUNICIPAL, "nödläge, yttre spärr, se vem", "ja (bara vem) A14"),
        (DOCTOR, MUNICIPAL, "nödläge, yttre spärr, öppna", "steg A14"),
        # SVOD 3 kap. 1-2 §§: consent, both ways.
        (DOCTOR, SOCIAL, "vårdrelation, inget svar, ingen spärr", "fråga A10"),
        (DOCTOR, SOCIAL, "vårdrelation, ja, ingen spärr", "ja A10"),
        (PLANNER, REGION, "vårdrelation, ja, ingen spärr", "ja A11"),
        (PLANNER, REGION, "vårdrelation, nej, ingen spärr", "nej A11"),
        # The same, about a child too young to say: waived for care, and for social
        # care only where social care keeps the data.
        (
            DOCTOR,
            SOCIAL,
            "barn under 13 år, vårdrelation, inget svar, ingen spärr",
            "ja A10",
        ),
        (
            PLANNER,
            REGION,
            "barn under 13 år, vårdrelation, inget svar, ingen spärr",
            "fråga A11",
        ),
        # SVOD 3 kap. 3-4 §§: lost capacity opens more to care than to social care.
        (HOME_NURSE, SOCIAL, "saknar beslutsförmåga, inget svar", "skäl A12"),
        (PLANNER, REGION, "saknar beslutsförmåga, inget svar", "nej A13"),
        (HOME_NURSE, REGION, "saknar beslutsförmåga, tidigare nej", "nej A09"),
        # SVOD 3 kap. 6 §: an emergency opens for care providers only.
        (HOME_NURSE, REGION, "nödläge, ingen spärr, öppna", "ja A15"),
        (PLANNER, REGION, "nödläge, ingen spärr, öppna", "nej A15"),
        (PLANNER, REGION, "nödläge, yttre spärr", "nej A07"),
        # SVOD 1 kap. 1 §: family care is outside, in danger too.
        (DOCTOR, FAMILY, "vårdrelation, ja, ingen spärr", "nej A17"),
        (DOCTOR, FAMILY, "nödläge, yttre spärr, se vem", "nej A17"),
    ],
)
def test_the_full_page_follows_the_acts(
    title: str, category: Category, says: str, answer: str
):
    reader = next(reader for reader in READERS if reader.title == title)
    situation = next(each for each in situations() if each.says == says)

    assert cell_in(reader, category, situation) == answer


def test_the_full_page_asks_every_combination():
    assert len({each.says for each in situations()}) == 2 * 3 * 3 + 3 * 3 + 3 * 3 + 2
    assert combinations() == len(READERS) * len(Category) * 38


def test_the_full_page_is_fresh():
    assert FULL_PAGE.read_text(encoding="utf-8").endswith(
        matrix_in_full().rstrip() + "\n"
    )
