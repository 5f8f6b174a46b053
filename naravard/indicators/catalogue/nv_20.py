"""Riskbedömning med åtgärd."""

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
    id="NV-20",
    title="Riskbedömning med åtgärd",
    says="Av dem som bedömts ha risk för fall, undernäring, trycksår eller ohälsa i "
    "munnen: hur stor andel som fått minst en åtgärd.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Senior alert",
    provenance=Provenance.TO_VERIFY,
    note="Kolada delar på hemsjukvård (U21432) och särskilt boende (U23433).",
    owner="Senior alert",
    kolada=("U21432",),
    needs=("risk",),
    sql=f"""
        SELECT r.pid AS pid, MAX(r.at) AS day, 1 AS den,
          MAX({flag("r.action_at IS NOT NULL")}) AS num
        FROM risk AS r
        WHERE r.risk AND r.at >= $from AND r.at < $to
          AND NOT {one_of("LOWER(r.instrument)", LIVING_HABITS)}
        GROUP BY r.pid
    """,
    examples=(
        Example(
            says="Två risker och en åtgärd är en person med åtgärd.",
            lake="""
                risk: pid instrument at risk action_at
                1 fall 2024-03-01 true -
                1 trycksår 2024-03-01 true 2024-03-02
                2 fall 2024-03-01 true -
                3 fall 2024-03-01 false -
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Levnadsvanor räknas i NV-29.",
            lake="""
                risk: pid instrument at risk action_at
                1 tobak 2024-03-01 true 2024-03-01
                2 undernäring 2024-03-01 true 2024-03-01
            """,
            period="2024",
            num=1,
            den=1,
            value=100,
        ),
    ),
)
