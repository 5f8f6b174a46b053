"""The recipe in CONTRIBUTING, followed literally: one file is one indicator.

A catalogue with one file more than ours; nothing else is changed, and it is there on
the page, in the paper, in the command, in the generated sheet and among the tests.
"""

import shutil
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from naravard.indicators import catalogue, registry
from naravard.indicators.computing import countable
from naravard.indicators.services import count_lake
from naravard.indicators.sheet import catalogue_sheet
from naravard.web.decisions.board import board_of
from naravard.web.decisions.paper import paper_of, printed
from tests.house import at
from tests.unit.demo.small_lake import small_lake
from tests.unit.indicators.lakes import of_example

COPIED = "nv_32.py"
NEW = "Inskrivna på en söndag"
WRITTEN = {
    'id="NV-32"': 'id="NY-01"',
    'title="Direktinläggning, 65 år och äldre"': f'title="{NEW}"',
    'flag("s.direct")': """flag('isodow(s."in") = 7')""",
}


@pytest.fixture
def new_file(tmp_path, monkeypatch) -> Path:
    """A copy of a file in the catalogue, with another question in it."""
    text = (Path(catalogue.__path__[0]) / COPIED).read_text(encoding="utf-8")
    own = tmp_path / "ny_01.py"
    head, _, _ = text.partition("    examples=(")
    for before, after in WRITTEN.items():
        head = head.replace(before, after)
    own.write_text(f"{head}    examples=({EXAMPLES}),\n)\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "__path__", [*catalogue.__path__, str(tmp_path)])
    found = registry.read_catalogue()
    new = {name: found[name] for name in found if name not in registry.INDICATORS}
    monkeypatch.setattr(registry, "INDICATORS", registry.INDICATORS)
    for name, entry in new.items():
        monkeypatch.setitem(registry.INDICATORS, name, entry)
    yield own
    sys.modules.pop("naravard.indicators.catalogue.ny_01", None)


EXAMPLES = '''
        Example(
            says="Söndag räknas.",
            lake="""
                person: pid birth
                1 1940-01-01
                stay: pid in out planned direct
                1 2024-03-03 2024-03-05 false false
            """,
            period="2024-03",
            num=1,
            den=1,
        ),
        Example(
            says="Måndag räknas inte.",
            lake="""
                person: pid birth
                1 1940-01-01
                stay: pid in out planned direct
                1 2024-03-04 2024-03-05 false false
            """,
            period="2024-03",
            num=0,
            den=1,
        ),
    '''


@pytest.fixture
def lake(tmp_path_factory):
    folder = small_lake(tmp_path_factory.mktemp("lake"), persons=400)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def counted_with_it(new_file, lake, house, monkeypatch):
    """Only the new one is counted, which is enough here."""
    new = registry.INDICATORS["NY-01"]
    monkeypatch.setattr(
        "naravard.indicators.services.counting.countable", lambda: (new,)
    )
    return count_lake(lake=lake, now=at("2026-11-22 12:00"))


def test_it_is_among_the_tests(new_file):
    new = next(entry for entry in countable() if entry.id == "NY-01")

    answers = [of_example(new, example).num for example in new.examples]

    assert answers == [example.num for example in new.examples]


def test_it_is_in_the_command_and_the_sheet(new_file, capsys):
    call_command("indicators", "list")

    assert NEW in capsys.readouterr().out
    assert NEW in catalogue_sheet()


def test_it_is_on_the_page_with_its_value(counted_with_it, sign_in, politician):
    client = sign_in(politician)

    listed = client.get(reverse("decisions:measures"))
    page = client.get(reverse("decisions:measure", args=["NY-01"]))

    assert counted_with_it == 1
    assert NEW in listed.text.split("Mått som inte kan räknas")[0]
    assert "isodow" in page.text
    assert "Säker" in page.text


def test_it_is_in_the_paper(counted_with_it, politician):
    paper = paper_of(politician, board_of(politician))

    rows = [row for part in paper.parts for row in part.rows]
    assert [row[1] for row in rows if row[0] == "NY-01"] == [NEW]
    assert printed(paper).startswith(b"%PDF-")
