"""Fast läkarkontakt."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import alive, flag, in_force

# Without any register of who is employed where, every doctor that is named counts.
REGISTER = "SELECT COUNT(*) AS clinicians FROM clinician"
EMPLOYED = f"""
    SELECT e.clin AS clin FROM clinician AS e
    WHERE {in_force("e", "$on_day")} GROUP BY e.clin
"""
IS_NAMED = "l.gp IS NOT NULL AND (k.clinicians = 0 OR c.clin IS NOT NULL)"
RECORDED = f"""
    SELECT o.pid AS pid,
      MAX({flag("n.clinicians = 0 OR d.clin IS NOT NULL")}) AS named
    FROM contact_person AS o CROSS JOIN ({REGISTER}) AS n
      LEFT JOIN ({EMPLOYED}) AS d ON d.clin = o.clin
    WHERE o.kind = 'fast_lakare' AND o.clin IS NOT NULL AND {in_force("o", "$on_day")}
    GROUP BY o.pid
"""

INDICATOR = Indicator(
    id="NV-08",
    version="2.0.0",
    title="Fast läkarkontakt",
    says="Av de listade vid periodens slut: hur stor andel som har en namngiven fast "
    "läkare, i listningen eller som fast läkarkontakt, som fortfarande arbetar kvar.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Listning i vårdval",
    provenance=Provenance.TO_VERIFY,
    note="Överenskommelsen God och nära vård har haft målet 55 procent av "
    "befolkningen. En läkare arbetar kvar när clinician har en rad som gäller den "
    "dagen; utan rader i clinician räknas alla som namnges.",
    owner="Vårdanalys",
    needs=("listing",),
    gives=("unit",),
    sql=f"""
        SELECT l.pid AS pid, $on_day AS day, l.unit AS unit, 1 AS den,
          {flag(f"({IS_NAMED}) OR f.named = 1")} AS num
        FROM listing AS l
          CROSS JOIN ({REGISTER}) AS k
          LEFT JOIN ({EMPLOYED}) AS c ON c.clin = l.gp
          LEFT JOIN ({RECORDED}) AS f ON f.pid = l.pid
        WHERE {in_force("l", "$on_day")} AND {alive("l.pid", "$on_day")}
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
        Example(
            says="Den som registrerats som fast läkarkontakt räknas också. Den som "
            "har avlidit är inte med.",
            lake="""
                person: pid dead
                3 2024-12-31
                listing: pid gp
                1 -
                2 -
                3 A
                contact_person: pid kind clin to
                1 fast_lakare A -
                2 fast_lakare A 2024-12-31
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
    ),
)
