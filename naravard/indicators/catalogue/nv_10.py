"""Medicinsk bedömning inom tre dagar (vårdgarantin)."""

from naravard.indicators.codes import LICENSED
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import days_between, flag, one_of

IN_TIME = f"{days_between('v.contact_date', 'v.at')} <= $within_days"

INDICATOR = Indicator(
    id="NV-10",
    title="Medicinsk bedömning inom tre dagar",
    says="Av de nya eller försämrade besvär som legitimerad personal bedömt i "
    "primärvården: hur stor andel som bedömdes inom tre kalenderdagar. Den som själv "
    "valt en senare tid räknas inte.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N79173",),
    also=("I-10",),
    needs=("visit",),
    gives=("unit",),
    params={"within_days": 3},
    sql=f"""
        SELECT v.pid AS pid, v.at AS day, v.unit AS unit, 1 AS den,
          {flag(IN_TIME)} AS num
        FROM visit AS v
        WHERE v.level = 'pv' AND v.new_problem AND v.contact_date IS NOT NULL
          AND {one_of("v.mode", ("mottagning", "hem", "video"))}
          AND NOT COALESCE(v.patient_chose_later, FALSE)
          AND {one_of("LOWER(v.prof)", LICENSED)}
    """,
    examples=(
        Example(
            says="Fredag till måndag är tre dagar, till tisdag fyra. Video räknas. "
            "Självvald tid, gammalt besvär och olegitimerad personal räknas inte.",
            lake="""
                visit: pid contact_date at new_problem prof mode patient_chose_later
                1 2024-05-03 2024-05-06 true läkare mottagning false
                1 2024-05-03 2024-05-07 true läkare mottagning false
                1 2024-05-03 2024-05-03 true läkare video false
                1 2024-05-03 2024-05-20 true läkare mottagning true
                1 2024-05-03 2024-05-20 false läkare mottagning false
                1 2024-05-03 2024-05-04 true undersköterska mottagning false
            """,
            period="2024",
            num=2,
            den=3,
            value=200 / 3,
        ),
        Example(
            says="Kalenderdagar, inte timmar, också över nyår.",
            lake="""
                visit: pid contact_date at new_problem
                1 2024-12-30T23:50 2025-01-03T00:10 true
                1 2024-12-30T00:05 2025-01-02T23:55 true
            """,
            period="2025",
            num=1,
            den=2,
            value=50,
        ),
    ),
)
