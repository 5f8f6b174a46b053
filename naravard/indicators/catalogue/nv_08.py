"""Fast läkarkontakt."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag, in_force

INDICATOR = Indicator(
    id="NV-08",
    title="Fast läkarkontakt",
    says="Av de listade vid periodens slut: hur stor andel som har en namngiven fast "
    "läkare som fortfarande arbetar kvar.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Listning i vårdval",
    provenance=Provenance.TO_VERIFY,
    note="Överenskommelsen God och nära vård har haft målet 55 procent av "
    "befolkningen. En läkare arbetar kvar när clinician har en rad som gäller den "
    "dagen.",
    owner="Vårdanalys",
    needs=("listing", "clinician"),
    gives=("unit",),
    sql=f"""
        SELECT l.pid AS pid, $on_day AS day, l.unit AS unit, 1 AS den,
          {flag("c.clin IS NOT NULL")} AS num
        FROM listing AS l LEFT JOIN (
          SELECT e.clin AS clin FROM clinician AS e
          WHERE {in_force("e", "$on_day")} GROUP BY e.clin) AS c ON c.clin = l.gp
        WHERE {in_force("l", "$on_day")}
    """,
    examples=(
        Example(
            says="Läkare B har slutat, så den kontakten räknas inte.",
            lake="""
                listing: pid gp
                1 A
                2 -
                3 B
                4 A
                clinician: clin from to
                A 2020-01-01 -
                B 2020-01-01 2024-06-30
            """,
            period="2024",
            num=2,
            den=4,
            value=50,
        ),
        Example(
            says="Ingen har någon.",
            lake="""
                listing: pid gp
                1 -
                2 B
                clinician: clin to
                B 2024-12-31
            """,
            period="2024",
            num=0,
            den=2,
            value=0,
        ),
    ),
)
