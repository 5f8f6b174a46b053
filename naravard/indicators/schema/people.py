"""Who is counted, where they live and whom they know (pure)."""

from naravard.indicators.schema.column import (
    BORN,
    CONTACT,
    EDUCATION,
    HOUSING,
    PLAN,
    SEX,
    Column,
    Kind,
    Table,
    day_column,
    optional_column,
    person_column,
    text_column,
)

PERSON = Table(
    name="person",
    says="Alla som räknas.",
    columns=(
        person_column(),
        day_column("birth", "födelsedag", filled=True, toy="1940-01-01"),
        Column(name="sex", kind=Kind.TEXT, says="kön", words=SEX),
        Column(
            name="muni", kind=Kind.MUNICIPALITY, says="folkbokföringskommun", toy="1980"
        ),
        day_column("dead", "dödsdag"),
        optional_column(
            Kind.WHOLE, "income_q", "inkomstkvartil 1–4, nationella gränser"
        ),
        optional_column(Kind.TEXT, "education", "utbildning", *EDUCATION),
        optional_column(Kind.TEXT, "born", "födelseregion", *BORN),
        optional_column(Kind.FLAG, "interpreter", "behöver tolk"),
        optional_column(Kind.FLAG, "lives_alone", "bor ensam"),
    ),
)

RESIDENCE = Table(
    name="residence",
    says="Var en person är folkbokförd och hur hen bor, från dag till dag.",
    columns=(
        person_column(),
        day_column("from", "första dagen", filled=True, toy="2000-01-01"),
        day_column("to", "dagen efter den sista"),
        Column(name="muni", kind=Kind.MUNICIPALITY, says="kommun", toy="1980"),
        Column(
            name="form",
            kind=Kind.TEXT,
            says="boendeform",
            toy="ordinärt",
            words=HOUSING,
        ),
    ),
)

POPULATION = Table(
    name="population",
    says="Folkmängd den 31 december, när den inte ska räknas ur person och residence.",
    columns=(
        Column(name="year", kind=Kind.WHOLE, says="år", filled=True),
        Column(name="muni", kind=Kind.MUNICIPALITY, says="kommun", toy="1980"),
        Column(name="sex", kind=Kind.TEXT, says="kön", words=SEX),
        Column(name="age", kind=Kind.WHOLE, says="fyllda år", filled=True),
        Column(name="n", kind=Kind.NUMBER, says="antal", filled=True),
    ),
)

LISTING = Table(
    name="listing",
    says="Vilken vårdcentral en person är listad på.",
    columns=(
        person_column(),
        text_column("unit", "vårdcentral", toy="vc"),
        day_column("from", "första dagen", filled=True, toy="2000-01-01"),
        day_column("to", "dagen efter den sista"),
        text_column("gp", "namngiven fast läkare"),
    ),
)

CONTACT_PERSON = Table(
    name="contact_person",
    says="Fast läkarkontakt och fast vårdkontakt.",
    columns=(
        person_column(),
        Column(
            name="kind",
            kind=Kind.TEXT,
            says="vilken sorts kontakt",
            toy="fast_vardkontakt",
            words=CONTACT,
        ),
        text_column("clin", "vem"),
        day_column("from", "första dagen", filled=True, toy="2000-01-01"),
        day_column("to", "dagen efter den sista"),
    ),
)

CLINICIAN = Table(
    name="clinician",
    says="Vem som är anställd var. Utan rader här vet sjön det inte: då räknas alla "
    "läkare som namnges.",
    beside=True,
    columns=(
        Column(name="clin", kind=Kind.TEXT, says="vem", filled=True),
        text_column("unit", "enhet"),
        day_column("from", "första dagen", filled=True, toy="2000-01-01"),
        day_column("to", "dagen efter den sista"),
    ),
)

PLAN_TABLE = Table(
    name="plan",
    says="Samordnade individuella planer och patientkontrakt.",
    columns=(
        person_column(),
        Column(name="kind", kind=Kind.TEXT, says="sort", toy="sip", words=PLAN),
        day_column("created", "upprättad", filled=True),
        day_column("reviewed", "senast följd upp"),
        day_column("closed", "avslutad"),
        optional_column(Kind.DAY, "need_on", "dag då behovet uppmärksammades"),
        optional_column(Kind.DAY, "meeting_on", "dag då mötet hölls"),
        optional_column(Kind.DAY, "next_contact", "nästa planerade kontakt"),
    ),
)

HOME_CLIENT = Table(
    name="home_client",
    says="Vem som har hemtjänst i ordinärt boende.",
    columns=(
        person_column(),
        day_column("from", "första dagen", filled=True, toy="2000-01-01"),
        day_column("to", "dagen efter den sista"),
        Column(name="absent", kind=Kind.DAYS, says="dagar borta från hemmet"),
    ),
)

MEDLIST = Table(
    name="medlist",
    says="Läkemedel som en person använder.",
    aliases=("dispense",),
    columns=(
        person_column(),
        Column(name="atc", kind=Kind.CODE, says="ATC-kod", filled=True),
        day_column("from", "första dagen", filled=True, toy="2000-01-01"),
        day_column("to", "dagen efter den sista"),
    ),
)
