"""What visits are about, and what is found at them: invented, in everyday words."""

from collections.abc import Mapping
from dataclasses import dataclass

from naravard.mobile.rules.news2 import Consciousness, Measured
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import TeamKind, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One kind of visit: who is needed, how long, and what is asked and found."""

    why: str
    needs: tuple[str, ...]
    minutes: int
    urgency: Urgency
    situation: str
    found: str
    measured: Measured | None = None
    resources: tuple[ResourceKind, ...] = ()  # the machine that must be there


CALM = Measured(
    breaths=16,
    saturation=96,
    oxygen=False,
    systolic=134,
    pulse=76,
    consciousness=Consciousness.ALERT,
    temperature=36.8,
)
WORSE = Measured(
    breaths=22,
    saturation=94,
    oxygen=False,
    systolic=108,
    pulse=96,
    consciousness=Consciousness.ALERT,
    temperature=38.4,
)

ERRANDS: Mapping[TeamKind, tuple[Errand, ...]] = {
    TeamKind.CLOSE_CARE: (
        Errand(
            why="Uppföljning av hjärtsvikt",
            needs=("nurse",),
            minutes=40,
            urgency=Urgency.DAYS,
            situation="Har gått upp två kilo på tre dagar och svullnar om benen.",
            found="Vikt ner ett kilo. Fortsätter med ökad vätskedrivande dos.",
            measured=CALM,
        ),
        Errand(
            why="Bedömning av infektion",
            needs=("nurse",),
            minutes=45,
            urgency=Urgency.TODAY,
            situation="Feber sedan i går, tröttare än vanligt och äter lite.",
            found="Prover tagna. Läkare ordinerade antibiotika, ny kontroll i morgon.",
            measured=WORSE,
        ),
        Errand(
            why="Dropp hemma",
            needs=("infusion",),
            minutes=60,
            urgency=Urgency.DAYS,
            situation="Behöver vätska och järn. Vill helst slippa åka till sjukhuset.",
            found="Droppet gick in utan besvär.",
            measured=CALM,
        ),
        Errand(
            why="Läkarbedömning i hemmet",
            needs=("physician",),
            minutes=45,
            urgency=Urgency.DAYS,
            situation="Flera fall sista veckan. Läkemedlen behöver ses över.",
            found="Två läkemedel satta ut. Fysioterapeut ser över hemmet.",
            resources=(ResourceKind.ULTRASOUND,),
        ),
        Errand(
            why="Såromläggning",
            needs=("nurse",),
            minutes=30,
            urgency=Urgency.PLANNED,
            situation="Bensår som läker långsamt.",
            found="Såret minskar. Lindning som tidigare.",
        ),
    ),
    TeamKind.PSYCHIATRY: (
        Errand(
            why="Stödsamtal och bedömning",
            needs=("psychiatry",),
            minutes=60,
            urgency=Urgency.DAYS,
            situation="Sover dåligt och drar sig undan. Känd depression.",
            found="Mår bättre. Kontakt om tre dagar, krisplanen är genomgången.",
        ),
    ),
    TeamKind.XRAY: (
        Errand(
            why="Röntgen av höft",
            needs=("radiographer",),
            minutes=40,
            urgency=Urgency.TODAY,
            situation="Föll i natt, ont vid belastning. Frågeställning: fraktur?",
            found="Bilder skickade. Ingen fraktur enligt preliminärt svar.",
            resources=(ResourceKind.XRAY,),
        ),
        Errand(
            why="Lungröntgen",
            needs=("radiographer",),
            minutes=30,
            urgency=Urgency.DAYS,
            situation="Hosta i två veckor. Frågeställning: infiltrat?",
            found="Bilder skickade.",
            resources=(ResourceKind.XRAY,),
        ),
    ),
    TeamKind.PALLIATIVE: (
        Errand(
            why="Symtomlindring",
            needs=("palliative",),
            minutes=50,
            urgency=Urgency.TODAY,
            situation="Mer ont än i går. Vill vara hemma.",
            found="Dosen höjd. Närstående vet vem som ringer och vart de ringer.",
        ),
        Errand(
            why="Samtal och stöd",
            needs=("palliative",),
            minutes=45,
            urgency=Urgency.PLANNED,
            situation="Närstående behöver stöd.",
            found="Samtal med hustru och dotter. Brytpunktssamtal är hållet.",
        ),
    ),
}
# What nurses of each kind of team have learnt besides their profession.
LEARNT: Mapping[TeamKind, tuple[str, ...]] = {
    TeamKind.CLOSE_CARE: ("infusion",),
    TeamKind.PSYCHIATRY: ("psychiatry",),
    TeamKind.XRAY: ("radiographer",),
    TeamKind.PALLIATIVE: ("palliative", "infusion"),
}
