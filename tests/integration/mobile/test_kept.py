"""What is written about visits at home is kept for as long as other records."""

from datetime import date
from io import StringIO

from django.core.management import call_command

from tests.house import at


def test_what_a_team_has_written_counts_as_its_organisations_record(
    accepted, karin, time_machine
):
    accepted(karin)
    time_machine.move_to(at("2036-03-05 09:00"), tick=False)
    said = StringIO()

    call_command("retention", "--dry-run", stdout=said)

    (region,) = [
        line
        for line in said.getvalue().splitlines()
        if line.startswith("Region Lilla, journal")
    ]
    assert f"1 st, äldsta sista anteckning {date(2026, 3, 2)}" in region
    assert "0 st har bevarats i 10 år" in region
    assert "1 undantas" in region  # she still belongs to the team
