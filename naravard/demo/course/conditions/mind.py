"""Psychiatric care, said with respect."""

from naravard.demo.course.conditions.condition import Condition

MIND = (
    Condition(
        reason="Djup nedstämdhet",
        summary="Depression. Bättre efter behandling, sover och äter. Inga tankar på"
        " att ta sitt liv i dag. Krisplan gjord.",
        told_patient="Du har varit mycket nedstämd. Behandlingen hjälper och du har en"
        " krisplan.",
        needs=("Struktur på dagen.", "Tät kontakt första veckan."),
        daily_living=("Lagar mat med stöd.", "Går ut med sällskap."),
        nursing="Läkemedel delas för en vecka i taget.",
        services=("Boendestöd tre gånger i veckan.",),
        aids="Inga.",
        medicine=("Sertralin", "100 mg på morgonen", "höjd dos"),
        warning_signs=("Du slutar sova", "Tankar på att inte vilja leva"),
        self_care=("Gå upp samma tid varje dag.",),
        check_up="Öppenvårdsmottagningen inom tre dagar.",
        questions=(
            "Kan boendestödet möta upp redan på hemgångsdagen?",
            "Personen vill att ni ringer först och inte kommer oanmält.",
        ),
    ),
    Condition(
        reason="Psykossjukdom, återkommande röster",
        summary="Psykossjukdom med försämring efter avbruten medicin. Bättre. Tar nu"
        " medicin som spruta var fjärde vecka.",
        told_patient="Du har fått hjälp med rösterna och tar nu medicinen som spruta.",
        needs=("Stöd med ekonomi och vardag.", "Påminnelse om tider."),
        daily_living=("Sköter sin hygien.", "Har svårt att handla själv."),
        nursing="Spruta var fjärde vecka på mottagningen.",
        services=("Boendestöd varje vardag.", "Sysselsättning två dagar i veckan."),
        aids="Inga.",
        medicine=("Paliperidon", "spruta var fjärde vecka", "ny form"),
        warning_signs=("Rösterna kommer tillbaka", "Du sover inte"),
        self_care=("Håll kontakt med din boendestödjare.",),
        check_up="Spruta på mottagningen, tid är bokad.",
        questions=(
            "Vem följer med till mottagningen den första gången?",
            "Har personen nycklar till lägenheten? Portkoden är ändrad.",
        ),
    ),
    Condition(
        reason="Beroende, avgiftning",
        summary="Avgiftning utan komplikation. Motiverad till behandling.",
        told_patient="Avgiftningen är klar. Du har sagt att du vill fortsätta med"
        " behandling.",
        needs=("Boende utan frestelser.", "Stöd direkt efter utskrivning."),
        daily_living=("Klarar vardagen.", "Sover oroligt."),
        nursing="Läkemedel hämtas på beroendemottagningen.",
        services=("Kontaktperson.", "Plats i öppenvårdsgrupp."),
        aids="Inga.",
        medicine=("Naltrexon", "50 mg på morgonen", "ny"),
        warning_signs=("Sug som inte går över", "Skakningar"),
        self_care=("Ring din kontaktperson när suget kommer.",),
        check_up="Beroendemottagningen inom två dagar.",
        questions=("Finns plats i öppenvårdsgruppen nästa vecka?",),
    ),
)
