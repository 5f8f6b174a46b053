"""Internal medicine, infections, old age, and children."""

from naravard.demo.course.conditions.condition import Condition

SOMATIC = (
    Condition(
        reason="Hjärtsvikt med vätska i benen och andfåddhet",
        wards=("hjärt", "kardio"),
        summary="Försämrad hjärtsvikt. Behandlad med vätskedrivande i dropp, har gått"
        " ned fyra kilo. Njurprover stabila.",
        told_patient="Du hade samlat på dig vätska. Du har fått vätskedrivande medicin"
        " och andas lättare nu.",
        needs=("Hjälp med dusch den första veckan.", "Hjälp att väga sig på morgonen."),
        daily_living=("Går med rollator i korridoren.", "Blir trött av trappor."),
        nursing="Vikt varje morgon. Kontakt om vikten ökar två kilo på tre dagar.",
        services=("Hemtjänst morgon och kväll.", "Dusch måndag och torsdag."),
        aids="Rollator och personvåg.",
        medicine=("Furosemid", "40 mg på morgonen", "höjd dos mot vätska"),
        warning_signs=("Du blir andfådd när du ligger", "Benen svullnar"),
        self_care=("Väg dig varje morgon innan du äter.",),
        check_up="Blodprov och blodtryck på vårdcentralen inom en vecka.",
        questions=(
            "Kan hemtjänsten hjälpa till med vägning på morgonen från första dagen?",
            "Är det okej att vi börjar med stödstrumpor redan här på avdelningen?",
        ),
    ),
    Condition(
        reason="KOL med försämring och lunginflammation",
        wards=("lung",),
        summary="KOL-försämring utlöst av lunginflammation. Antibiotika i sju dagar,"
        " inhalationer justerade. Syrgas behövs inte i hemmet.",
        told_patient="Du hade en infektion i lungorna. Antibiotikan har hjälpt och du"
        " har lärt dig använda din nya inhalator.",
        needs=("Påminnelse om inhalationer.", "Hjälp med städ och inköp."),
        daily_living=("Går korta sträckor och vilar emellan.", "Sköter sin hygien."),
        nursing="Kontroll av inhalationsteknik första veckan.",
        services=("Inköp och städ varannan vecka.", "Trygghetslarm."),
        aids="Duschpall.",
        medicine=("Prednisolon", "nedtrappning under sex dagar", "mot inflammationen"),
        warning_signs=("Mer slem eller färgat slem", "Feber"),
        self_care=("Gör andningsövningarna tre gånger om dagen.",),
        check_up="Besök hos astma- och KOL-sjuksköterska inom två veckor.",
        questions=(
            "Hur många trappor är det upp till lägenheten? Hissen var trasig sist.",
            "Finns någon som kan hämta ut medicinerna på hemvägen?",
        ),
    ),
    Condition(
        reason="Stroke med svaghet i vänster arm",
        wards=("stroke", "neuro"),
        summary="Hjärninfarkt i höger sida. Svaghet i vänster arm som blivit bättre av"
        " träning. Sväljer normalt.",
        told_patient="Du har haft en propp i hjärnan. Armen blir starkare av att"
        " användas. Fortsätt träna varje dag.",
        needs=("Hjälp att knäppa knappar och skära mat.", "Träning i hemmet."),
        daily_living=("Går säkert inomhus utan stöd.", "Har svårt att planera dagen."),
        nursing="Blodtryck en gång i veckan i fyra veckor.",
        services=("Rehabilitering hemma tre gånger i veckan.", "Hjälp vid måltider."),
        aids="Grepp till bestick, förhöjd toalettsits.",
        medicine=("Klopidogrel", "75 mg en gång om dagen", "ny, förebygger propp"),
        warning_signs=("Mungipan hänger", "Armen blir svagare", "Talet blir otydligt"),
        self_care=("Använd vänster hand till det du klarar.",),
        check_up="Återbesök på strokemottagningen om tre månader.",
        questions=(
            "Kan arbetsterapeuten göra hembesök innan hemgång?",
            "Vill ni att vi provar köksaktivitet med personen före torsdag?",
        ),
    ),
    Condition(
        reason="Urinvägsinfektion med feber och förvirring",
        wards=("infektion",),
        summary="Urinvägsinfektion med hög feber. Akut förvirring som har gått över."
        " Antibiotika i tablett, tio dagar sammanlagt.",
        told_patient="Du hade en infektion och blev förvirrad av febern. Det har gått"
        " över. Ät upp hela antibiotikakuren.",
        needs=("Tillsyn på natten den första veckan.", "Påminnelse om att dricka."),
        daily_living=("Klar och orienterad nu.", "Går med käpp."),
        nursing="Temperatur vid frossa. Kommunens sjuksköterska överlämnar läkemedel.",
        services=("Tillsyn natt i en vecka.", "Hjälp med frukost."),
        aids="Nattlampa och larmmatta på prov.",
        medicine=(
            "Ciprofloxacin",
            "500 mg två gånger om dagen",
            "ny, i fem dagar till",
        ),
        warning_signs=("Frossa", "Förvirring", "Svårt att kissa"),
        self_care=("Drick ett glas vatten till varje måltid.",),
        check_up="Samtal från vårdcentralen efter avslutad kur.",
        questions=(
            "Har personen haft nattillsyn tidigare? Vi ser inget i underlaget.",
            "Kateter togs bort i morse. Vi följer att det går bra före hemgång.",
        ),
    ),
    Condition(
        reason="Fall i hemmet, yrsel och lågt blodtryck",
        summary="Fall i badrummet utan skelettskada. Blodtrycksfall i stående."
        " Blodtrycksmedicin minskad.",
        told_patient="Du ramlade för att blodtrycket sjönk när du reste dig. Vi har"
        " minskat en medicin.",
        needs=("Genomgång av fallrisker hemma.", "Sällskap vid dusch."),
        daily_living=("Reser sig själv från stol.", "Osäker på ojämnt underlag."),
        nursing="Blodtryck liggande och stående två gånger första veckan.",
        services=("Trygghetslarm.", "Hjälp vid dusch en gång i veckan."),
        aids="Rollator, halkskydd och stödhandtag i badrummet.",
        medicine=("Enalapril", "5 mg på morgonen", "sänkt dos på grund av yrsel"),
        warning_signs=("Du svimmar eller är nära att svimma", "Nya fall"),
        self_care=("Sitt en stund på sängkanten innan du reser dig.",),
        check_up="Läkemedelsgenomgång på vårdcentralen inom fyra veckor.",
        questions=(
            "Är stödhandtagen i badrummet uppsatta, eller ska vi vänta med hemgång?",
            "Dottern undrar om det går att få larm redan samma dag.",
        ),
    ),
    Condition(
        reason="Svårläkt sår på underbenet vid diabetes",
        wards=("njur", "diabet"),
        summary="Infekterat bensår vid diabetes. Antibiotika, omläggningsschema och"
        " justerat insulin. Såret är rent.",
        told_patient="Såret på benet var infekterat och läker nu. Ditt insulin är"
        " ändrat lite.",
        needs=("Omläggning av såret.", "Stöd med insulin på kvällen."),
        daily_living=("Går inomhus med avlastande sko.", "Ser dåligt på nära håll."),
        nursing="Omläggning måndag, onsdag och fredag. Blodsocker morgon och kväll.",
        services=("Hjälp med kvällsmat.", "Inköp en gång i veckan."),
        aids="Avlastande sko.",
        medicine=("Insulin glargin", "18 enheter till kvällen", "ändrad dos"),
        warning_signs=("Såret luktar eller blir rött runt om", "Blodsocker över 15"),
        self_care=("Titta på fötterna varje kväll.",),
        check_up="Diabetessjuksköterska inom två veckor.",
        questions=(
            "Vilka förband har ni hemma hos er? Vi skickar med för tre dagar.",
            "Kan insulinet ges i samband med kvällsbesöket?",
        ),
    ),
    Condition(
        reason="Cancersjukdom med smärta och trötthet",
        wards=("onkolog",),
        summary="Spridd cancersjukdom. Smärtlindring omlagd till långverkande"
        " tabletter. Brytsamtal hållet, vill vara hemma.",
        told_patient="Vi har hittat en smärtlindring som fungerar. Du har sagt att du"
        " vill vara hemma, och det planerar vi för.",
        needs=("Smärtlindring dygnet runt.", "Avlastning för maken."),
        daily_living=("Sitter uppe till måltider.", "Behöver hjälp i dusch."),
        nursing="Smärtskattning dagligen. Läkemedel vid behov finns hemma.",
        services=("Hemtjänst fyra gånger om dagen.", "Avlösning i hemmet."),
        aids="Vårdsäng och tryckavlastande madrass.",
        medicine=("Morfin depottablett", "20 mg morgon och kväll", "ny smärtlindring"),
        warning_signs=("Smärta som inte ger med sig", "Kräkningar"),
        self_care=("Vila mitt på dagen.",),
        check_up="Palliativa teamet gör hembesök första dagen.",
        questions=(
            "När kommer vårdsängen? Familjen vill gärna veta dag.",
            "Vem ringer vi på kvällen om smärtan ökar, er eller palliativa teamet?",
        ),
    ),
    Condition(
        reason="Nedsatt allmäntillstånd och viktnedgång",
        wards=("geriatri", "närvård", "medicin"),
        summary="Utredd för viktnedgång. Ingen allvarlig sjukdom funnen. Nedstämd efter"
        " att ha blivit ensam. Äter bättre i sällskap.",
        told_patient="Vi har undersökt varför du gått ned i vikt. Du mår bra av"
        " mellanmål och av att äta med andra.",
        needs=("Stöd vid måltider.", "Sällskap på dagen."),
        daily_living=("Klarar sin hygien.", "Glömmer att äta när ingen är med."),
        nursing="Vikt en gång i veckan.",
        services=("Matlåda och sällskap vid lunch.", "Plats på dagverksamhet."),
        aids="Inga nya.",
        medicine=("Näringsdryck", "två om dagen", "ny"),
        warning_signs=("Du orkar inte stiga upp", "Du går ned mer i vikt"),
        self_care=("Ät något litet mellan måltiderna.",),
        check_up="Samtal med vårdcentralens kurator.",
        questions=(
            "Finns plats på dagverksamheten, och vilka dagar?",
            "Sonen undrar om lunch med sällskap går att ordna från första veckan.",
        ),
    ),
    Condition(
        reason="Demenssjukdom, oro på kvällarna",
        wards=("geriatri",),
        summary="Känd demenssjukdom. Oro som minskat med lugnare kvällar och ändrad"
        " medicin. Ingen infektion.",
        told_patient="Du har varit orolig och inte sovit. Nu sover du bättre.",
        needs=("Tillsyn dag och natt.", "Lugna rutiner på kvällen."),
        daily_living=("Går säkert.", "Hittar inte på nya ställen."),
        nursing="Läkemedel överlämnas. Bemötandeplan finns.",
        services=("Korttidsboende i två veckor.", "Ny bedömning av boende."),
        aids="Dörrlarm på prov.",
        medicine=("Mirtazapin", "15 mg till natten", "ny, för sömnen"),
        warning_signs=("Slutar äta eller dricka", "Blir mycket sömnig"),
        self_care=("Promenad på förmiddagen tillsammans med någon.",),
        check_up="Minnesmottagningen hör av sig inom en månad.",
        questions=(
            "Hustrun orkar inte med nätterna. Går det att få växelvård?",
            "Vilket namn vill hon helst bli kallad vid? Det lugnar.",
        ),
    ),
)

CHILDREN = (
    Condition(
        reason="Epilepsi, justering av medicin",
        wards=("barn",),
        summary="Fler anfall än vanligt. Medicinen ändrad, inga anfall på tre dygn.",
        told_patient="Du har fått en ny dos medicin och har inte haft några anfall på"
        " tre dagar.",
        needs=("Personal i skolan som kan ge akutmedicin.", "Avlösning i hemmet."),
        daily_living=("Leker och äter som vanligt.", "Blir trött på eftermiddagen."),
        nursing="Akutmedicin vid anfall längre än fem minuter.",
        services=("Korttidsvistelse en helg i månaden.", "Stöd i skolan."),
        aids="Anfallslarm till sängen.",
        medicine=("Levetiracetam", "250 mg två gånger om dagen", "höjd dos"),
        warning_signs=("Anfall längre än fem minuter", "Flera anfall samma dag"),
        self_care=("Sov ordentligt, helst samma tid varje kväll.",),
        check_up="Barnmottagningen om fyra veckor.",
        questions=(
            "Vem i skolan behöver lära sig att ge akutmedicinen?",
            "Föräldrarna undrar om korttids kan börja redan denna månad.",
        ),
    ),
    Condition(
        reason="Ny diabetes typ 1",
        wards=("barn",),
        summary="Nyupptäckt diabetes typ 1. Familjen har gått utbildning och sköter"
        " insulinet själva.",
        told_patient="Du har fått diabetes. Du och dina föräldrar kan nu ge insulin och"
        " mäta sockret.",
        needs=("Stöd i skolan vid måltider och idrott.",),
        daily_living=("Räknar kolhydrater med hjälp.", "Går i skolan som vanligt."),
        nursing="Barndiabetesteamet ringer varje dag den första veckan.",
        services=("Utbildning av skolans personal.",),
        aids="Sensor för blodsocker.",
        medicine=("Insulin", "enligt schema", "nytt"),
        warning_signs=("Kräkningar", "Mycket törstig och trött"),
        self_care=("Ha alltid druvsocker i fickan.",),
        check_up="Barndiabetesmottagningen inom en vecka.",
        questions=("När kan skolans personal få utbildning? Vi kan komma på onsdag.",),
    ),
)
