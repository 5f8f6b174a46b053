"""The page over who may see what, and that it is fresh."""

from pathlib import Path

import pytest

from naravard.access.rules import Category, permission_matrix
from naravard.access.rules.matrix import READERS, cell

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
    "Närstående utan personens ja": "–|–|–|–|–|–|–|–|–|–|–",
    "Systemet": "ja|–|–|–|ja|ja|–|–|–|–|–",
}


@pytest.mark.parametrize(("title", "cells"), EXPECTED.items())
def test_every_role_sees_exactly_this(title: str, cells: str):
    reader = next(reader for reader in READERS if reader.title == title)

    assert "|".join(cell(reader, category) for category in Category) == cells


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8").endswith(permission_matrix())
