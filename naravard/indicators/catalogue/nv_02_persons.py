"""Undvikbar slutenvård: personer med minst ett sådant vårdtillfälle."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_02
from naravard.indicators.catalogue.nv_02 import IS_AVOIDABLE, YOUNGEST
from naravard.indicators.definition import Example
from naravard.indicators.fragments import age

INDICATOR = replace(
    nv_02.INDICATOR,
    id="NV-02-personer",
    title="Undvikbar slutenvård, personer",
    says="Personer med minst ett vårdtillfälle i undvikbar slutenvård (NV-02), per "
    "100 000 invånare från 18 år, åldersstandardiserat.",
    note="",
    sql=f"""
        SELECT s.pid AS pid, MIN(s."out") AS day, 1 AS num, 0 AS den
        FROM stay AS s JOIN person AS q ON q.pid = s.pid
        WHERE {age("q.birth", 's."out"')} >= {YOUNGEST} AND {IS_AVOIDABLE}
          AND s."out" >= $from AND s."out" < $to
        GROUP BY s.pid
    """,
    examples=(
        Example(
            says="Två tillfällen är en person.",
            lake="""
                stay: pid in out main
                1 2024-02-01 2024-02-04 E110
                2 2024-02-01 2024-02-04 K254
                2 2024-06-01 2024-06-04 N109
            """,
            period="2024",
            num=2,
        ),
        Example(
            says="Ett tillfälle året före räknas inte.",
            lake="""
                stay: pid in out main
                1 2023-12-20 2023-12-31 I509
                1 2024-02-01 2024-02-04 S720
            """,
            period="2024",
            num=0,
        ),
    ),
)
