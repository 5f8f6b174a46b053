"""What happens: stays, visits, calls and beds (pure)."""

from naravard.indicators.schema.column import (
    LEVEL,
    MODE,
    Column,
    Kind,
    Table,
    day_column,
    flag_column,
    optional_column,
    person_column,
    text_column,
)

STAY = Table(
    name="stay",
    says="Vårdtillfällen i slutenvård, ett per klinik.",
    day="out",
    columns=(
        person_column(),
        day_column("in", "inskrivningsdag", filled=True),
        day_column("out", "utskrivningsdag; tom medan vården pågår"),
        flag_column("planned", "planerad inskrivning", toy="false"),
        Column(name="main", kind=Kind.CODE, says="huvuddiagnos, ICD-10-SE", toy="Z00"),
        Column(name="dx", kind=Kind.CODES, says="bidiagnoser"),
        Column(name="ecode", kind=Kind.CODES, says="yttre orsaker"),
        text_column("clinic", "klinik"),
        text_column("hospital", "sjukhus"),
        flag_column("psych", "psykiatrisk vård", toy="false"),
        day_column("ready", "dag då personen senast blev utskrivningsklar"),
        flag_column("died", "avled under vårdtillfället", toy="false"),
        optional_column(Kind.FLAG, "surgery", "åtgärd med operation"),
        optional_column(Kind.FLAG, "transferred", "överflyttad till annat sjukhus"),
        optional_column(Kind.FLAG, "direct", "direktinlagd, inte via akutmottagning"),
    ),
)

VISIT = Table(
    name="visit",
    says="Besök och andra kontakter i öppen vård.",
    day="at",
    first_by=("level", "mode"),
    columns=(
        person_column(),
        Column(name="at", kind=Kind.MOMENT, says="när kontakten började", filled=True),
        text_column("unit", "enhet"),
        Column(name="level", kind=Kind.TEXT, says="vårdnivå", toy="pv", words=LEVEL),
        text_column("prof", "yrke", toy="läkare"),
        text_column("clin", "vem som gav vården"),
        Column(name="mode", kind=Kind.TEXT, says="form", toy="mottagning", words=MODE),
        flag_column("new_problem", "nytt eller försämrat besvär"),
        day_column("contact_date", "dag då personen sökte"),
        flag_column("patient_chose_later", "personen valde en senare tid"),
        optional_column(Kind.FLAG, "mobile", "mobilt team"),
    ),
)

HOME_VISIT = Table(
    name="home_visit",
    says="Besök av hemtjänst och hemsjukvård.",
    day="start",
    first_by=("start",),
    columns=(
        person_column("client"),
        text_column("staff", "medarbetare"),
        Column(name="start", kind=Kind.MOMENT, says="när besöket började", filled=True),
        Column(name="end", kind=Kind.MOMENT, says="när besöket slutade"),
        text_column("type", "sorts insats", toy="omsorg"),
        text_column("org", "hemtjanst eller hemsjukvard", toy="hemtjanst"),
    ),
)

DISCHARGE_CASE = Table(
    name="discharge_case",
    says="Samordnade utskrivningar, en rad per ärende.",
    day="admitted",
    columns=(
        person_column(),
        day_column("admitted", "inskriven", filled=True),
        flag_column("notice_sent", "inskrivningsmeddelande skickat"),
        flag_column("notice_in_time", "inskrivningsmeddelande i tid"),
        flag_column("contact_needed", "öppenvården har fått inskrivningsmeddelande"),
        flag_column("contact_named", "fast vårdkontakt utsedd före hemgång"),
        flag_column("sip_required", "SIP behövs och samtycke finns"),
        flag_column("sip_called", "kallelse till SIP skickad"),
        flag_column("sip_call_in_time", "kallelse till SIP i tid"),
        day_column("ready", "utskrivningsklar"),
        day_column("discharged", "utskriven"),
    ),
)

PHONE = Table(
    name="phone",
    says="Telefonsamtal till vårdcentraler, en rad per enhet och dag.",
    day="date",
    columns=(
        text_column("unit", "enhet", toy="vc"),
        day_column("date", "dag", filled=True),
        Column(name="received", kind=Kind.WHOLE, says="inkomna", filled=True),
        Column(
            name="answered_same_day",
            kind=Kind.WHOLE,
            says="besvarade samma dag",
            filled=True,
        ),
    ),
)

BEDS = Table(
    name="beds",
    says="Disponibla vårdplatser, en rad per sjukhus och dag.",
    day="date",
    columns=(
        text_column("hospital", "sjukhus", toy="sjukhus"),
        day_column("date", "dag", filled=True),
        Column(name="disponibla", kind=Kind.NUMBER, says="antal", filled=True),
        flag_column("psych", "psykiatri", toy="false"),
        optional_column(Kind.NUMBER, "overcrowded", "överbeläggningar klockan 06"),
        optional_column(Kind.NUMBER, "outlied", "utlokaliserade klockan 06"),
    ),
)
