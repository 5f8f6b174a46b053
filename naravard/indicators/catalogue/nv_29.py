"""Samtal om levnadsvanor."""

from naravard.indicators.codes import LIVING_HABITS
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag, one_of

INDICATOR = Indicator(
    id="NV-29",
    title="Samtal om levnadsvanor",
    says="Av dem med en ohälsosam levnadsvana: hur stor andel som fått minst ett "
    "rådgivande samtal om den.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Primärvårdskvalitet",
    provenance=Provenance.TO_VERIFY,
    note="KVÅ-koderna för rådgivande samtal ska stämmas av.",
    owner="SKR",
    needs=("risk",),
    sql=f"""
        SELECT r.pid AS pid, MAX(r.at) AS day, 1 AS den,
          MAX({flag("r.action_at IS NOT NULL")}) AS num
        FROM risk AS r
        WHERE r.risk AND r.at >= $from AND r.at < $to
          AND {one_of("LOWER(r.instrument)", LIVING_HABITS)}
        GROUP BY r.pid, LOWER(r.instrument)
    """,
    examples=(
        Example(
            says="En person med två vanor och ett samtal.",
            lake="""
                risk: pid instrument at risk action_at
                1 tobak 2024-03-01 true 2024-03-01
                1 alkohol 2024-03-01 true -
                2 matvanor 2024-03-01 false -
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Fallrisk räknas i NV-20.",
            lake="""
                risk: pid instrument at risk action_at
                1 fall 2024-03-01 true 2024-03-01
                2 tobak 2024-03-01 true 2024-03-01
            """,
            period="2024",
            num=1,
            den=1,
            value=100,
        ),
    ),
)
