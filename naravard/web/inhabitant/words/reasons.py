"""What somebody did with the person's data, and why it was allowed, said to her."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action, Category, Ground

Said = str | Promise

WHAT_BY_CATEGORY: Mapping[tuple[str, str], Said] = {
    (Action.READ, Category.ACCESS_LOG): gettext_lazy(
        "Läste listan över vem som har läst om dig."
    ),
    (Action.READ, Category.DISCHARGE_CASE): gettext_lazy(
        "Läste om din tid på sjukhus och din hemgång."
    ),
    (Action.READ, Category.VISIT): gettext_lazy("Läste om besök hemma hos dig."),
    (Action.READ, Category.PLAN): gettext_lazy("Läste din plan."),
    (Action.READ, Category.PERSON_CARD): gettext_lazy(
        "Läste ditt namn, din adress och ditt telefonnummer."
    ),
    (Action.READ, Category.REGION_RECORD): gettext_lazy("Läste i regionens journal."),
    (Action.READ, Category.MUNICIPAL_HEALTH_RECORD): gettext_lazy(
        "Läste i kommunens sjukvårdsjournal."
    ),
    (Action.READ, Category.SOCIAL_RECORD): gettext_lazy(
        "Läste det som omsorgen har skrivit om dig."
    ),
}

WHAT: Mapping[str, Said] = {
    Action.READ: gettext_lazy("Läste om dig."),
    Action.LIST: gettext_lazy("Såg ditt namn i enhetens arbetslista."),
    Action.SEARCH: gettext_lazy("Sökte upp dig."),
    Action.PRINT: gettext_lazy("Skrev ut uppgifter om dig."),
    Action.EXPORT: gettext_lazy("Hämtade ut uppgifter om dig."),
    Action.REVIEW_LOG: gettext_lazy("Granskade vem som har läst om dig."),
    Action.REQUEST_VISIT: gettext_lazy("Bad ett team att komma hem till dig."),
    Action.TRIAGE_VISIT: gettext_lazy("Svarade på om teamet kommer hem till dig."),
    Action.PLAN_VISITS: gettext_lazy("Planerade när teamet kommer till dig."),
    Action.MAKE_VISIT: gettext_lazy("Gjorde eller skrev om ett besök hos dig."),
    Action.ORDER_TO_HOME: gettext_lazy("Beställde något hem till dig."),
    Action.ADMIT: gettext_lazy("Skrev in dig på sjukhuset."),
    Action.ASSESS_NEED: gettext_lazy("Bedömde om du behöver hjälp efter sjukhuset."),
    Action.SEND_ADMISSION_NOTICE: gettext_lazy(
        "Berättade för andra att du är inskriven."
    ),
    Action.CHANGE_ESTIMATE: gettext_lazy("Ändrade dagen då du kan åka hem."),
    Action.DECIDE_READY: gettext_lazy("Bedömde att du är klar att åka hem."),
    Action.ANNOUNCE_READY: gettext_lazy(
        "Berättade för andra att du är klar att åka hem."
    ),
    Action.WITHDRAW_READY: gettext_lazy(
        "Tog tillbaka beskedet att du är klar att åka hem."
    ),
    Action.INFORM_PATIENT: gettext_lazy("Skrev papperet som du fick med dig."),
    Action.DISCHARGE: gettext_lazy("Skrev ut dig från sjukhuset."),
    Action.TRANSFER_INFORMATION: gettext_lazy(
        "Lämnade över det som andra behöver veta för att hjälpa dig."
    ),
    Action.TRANSFER_WARD: gettext_lazy("Flyttade dig till en annan avdelning."),
    Action.HOSPITAL_LEAVE: gettext_lazy("Antecknade att du hade permission."),
    Action.ACKNOWLEDGE: gettext_lazy("Tog emot beskedet att du är på sjukhus."),
    Action.APPOINT_NAMED_CONTACT: gettext_lazy("Utsåg din fasta vårdkontakt."),
    Action.GIVE_PLANNING_INPUT: gettext_lazy("Skrev vad du behöver hjälp med."),
    Action.SET_TRACK: gettext_lazy("Bedömde hur mycket planering du behöver."),
    Action.CALL_TO_PLANNING: gettext_lazy("Kallade till planeringsmötet."),
    Action.ANSWER_CALL: gettext_lazy("Svarade på kallelsen till planeringsmötet."),
    Action.SET_BLOCKER: gettext_lazy(
        "Antecknade att något måste ordnas innan du kan åka hem."
    ),
    Action.CLEAR_BLOCKER: gettext_lazy(
        "Antecknade att det som hindrade din hemgång är ordnat."
    ),
    Action.FOLLOW_UP: gettext_lazy("Följde upp hur det går efter sjukhuset."),
    Action.ABORT: gettext_lazy("Avslutade planeringen."),
    Action.FLAG_PLAN_NEED: gettext_lazy("Sa att du kan behöva en gemensam plan."),
    Action.EDIT_PLAN: gettext_lazy("Skrev i din plan."),
    Action.LEAD_PLAN: gettext_lazy("Arbetade med din plan eller ett möte om den."),
    Action.ANSWER_IN_PLAN: gettext_lazy("Svarade eller skrev i din plan."),
    Action.SIGN_PLAN: gettext_lazy("Justerade din plan för sin enhet."),
    Action.PLAN_COMPULSORY_CARE: gettext_lazy(
        "Planerade vården enligt LPT eller LRV, utan samtycke."
    ),
    Action.SEND_MESSAGE: gettext_lazy("Skrev ett meddelande om dig."),
    Action.FORWARD_MESSAGE: gettext_lazy("Skickade ett meddelande vidare."),
    Action.MARK_MISSENT: gettext_lazy("Meddelade att något hade skickats fel."),
    Action.WITHDRAW_MESSAGE: gettext_lazy("Tog tillbaka ett meddelande."),
    Action.REPORT_DEVIATION: gettext_lazy(
        "Anmälde att något inte fungerade i planeringen."
    ),
    Action.ANSWER_DEVIATION: gettext_lazy(
        "Svarade på en anmälan om något som inte fungerade."
    ),
    Action.RECORD_CONSENT: gettext_lazy("Antecknade vad du sa ja eller nej till."),
    Action.WITHDRAW_CONSENT: gettext_lazy("Tog bort ett samtycke."),
    Action.BLOCK: gettext_lazy("Spärrade uppgifter åt dig."),
    Action.LIFT_BLOCK: gettext_lazy("Tog bort en spärr."),
    Action.TELL_WISHES: gettext_lazy("Skrev hur du vill bli bemött och kontaktad."),
    Action.GIVE_MANDATE: gettext_lazy(
        "Skrev vem som är närstående, eller vad en närstående får göra här."
    ),
    Action.READ_TALK: gettext_lazy("Läste ett meddelande mellan dig och vården."),
    Action.WRITE_TALK: gettext_lazy("Skrev ett meddelande mellan dig och vården."),
    Action.ASK_TO_LIFT: gettext_lazy("Bad den som har spärrat att häva spärren."),
    Action.END_EMERGENCY: gettext_lazy("Avslutade ett nödläge."),
    Action.LEAD_TEAM: gettext_lazy("Planerade arbetet i ett mobilt team."),
}

WHY: Mapping[str, Said] = {
    Ground.READ_LISTED: gettext_lazy("Du är listad på enheten."),
    Ground.READ_ADMISSION: gettext_lazy(
        "Du är eller har nyligen varit inskriven på avdelningen."
    ),
    Ground.READ_CASE: gettext_lazy("Enheten planerar för när du kommer hem."),
    Ground.READ_NAMED_CONTACT: gettext_lazy(
        "Din fasta vårdkontakt arbetar på enheten."
    ),
    Ground.READ_PLAN: gettext_lazy("Enheten är med i din plan."),
    Ground.READ_COMPULSORY_PLAN: gettext_lazy(
        "Enheten är med i din vårdplan enligt LPT eller LRV. Den kräver inte samtycke."
    ),
    Ground.READ_APPOINTMENT: gettext_lazy("Du har en tid på enheten."),
    Ground.READ_REFERRAL: gettext_lazy("Enheten har fått en remiss för dig."),
    Ground.READ_SERVICE: gettext_lazy("Du får hjälp av enheten."),
    Ground.READ_INVESTIGATION: gettext_lazy("Enheten utreder vilken hjälp du behöver."),
    Ground.READ_ENROLLED: gettext_lazy("Du är inskriven i hemsjukvården."),
    Ground.READ_SCHOOL: gettext_lazy("Du är elev på skolan."),
    Ground.READ_STATED: gettext_lazy(
        "Den som läste skrev själv varför. Skälet granskas i efterhand."
    ),
    Ground.READ_CERTIFICATE: gettext_lazy("Du behövde ett intyg."),
    Ground.READ_SHARED: gettext_lazy("Du har sagt ja till att enheten läser."),
    Ground.READ_SHARED_CHILD: gettext_lazy(
        "Uppgiften behövdes för ett barn som är för ungt för att själv säga ja."
    ),
    Ground.READ_INCAPACITY: gettext_lazy(
        "Du kunde inte själv svara, och du behövde vård eller omsorg."
    ),
    Ground.READ_EMERGENCY: gettext_lazy(
        "Det var fara för liv eller hälsa, och du kunde inte tillfrågas."
    ),
    Ground.READ_LIFTED: gettext_lazy(
        "Din spärr bröts för att du behövde vård och inte kunde tillfrågas."
    ),
    Ground.READ_BLOCKER: gettext_lazy(
        "Det var fara för liv eller hälsa. Enheten såg vem som har spärrat, inte vad"
        " som står."
    ),
    Ground.READ_EXISTENCE: gettext_lazy(
        "Enheten såg bara att det finns uppgifter, inte vad som står."
    ),
    Ground.READ_SCHOOL_SUPPORT: gettext_lazy("Du behövde stöd i skolan."),
    Ground.READ_GUARDIAN: gettext_lazy("Läste som din vårdnadshavare."),
    Ground.READ_MANDATE: gettext_lazy("Du har gett den personen rätt att läsa."),
    Ground.READ_LOG_REVIEW: gettext_lazy("Enheten granskade vem som har läst."),
    Ground.READ_LIST: gettext_lazy("Du stod med i en lista som enheten arbetar efter."),
    Ground.READ_TECHNICAL: gettext_lazy(
        "Datasystemet behandlade uppgiften. Ingen människa läste den."
    ),
    Ground.ACT: gettext_lazy("Det hörde till arbetet på enheten."),
}
