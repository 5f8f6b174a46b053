"""What she can choose among, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.dialogue.rules.wishes import Channel, Mandate, PlaceOfCare

Words = str | Promise

CHANNELS: dict[Channel, Words] = {
    Channel.HERE: gettext_lazy("Här på min sida"),
    Channel.LETTER: gettext_lazy("Brev hem"),
    Channel.SMS: gettext_lazy("Sms om att det finns något att läsa här"),
    Channel.PHONE: gettext_lazy("Telefon. Ring mig"),
}
PLACES: dict[PlaceOfCare, Words] = {
    PlaceOfCare.NOT_SAID: gettext_lazy("Det spelar ingen roll"),
    PlaceOfCare.HOME: gettext_lazy("Hemma hos mig"),
    PlaceOfCare.CLINIC: gettext_lazy("På vårdcentralen eller mottagningen"),
    PlaceOfCare.BY_VIDEO: gettext_lazy("På video eller telefon"),
    PlaceOfCare.OTHER: gettext_lazy("På en annan plats"),
}
MANDATES: dict[Mandate, Words] = {
    Mandate.NONE: gettext_lazy("Får inte läsa"),
    Mandate.READS: gettext_lazy("Får läsa"),
    Mandate.ACTS: gettext_lazy("Får läsa och hjälpa till"),
}
SECTIONS: dict[str, Words] = {
    "what_matters": gettext_lazy("Det som är viktigt för mig"),
    "strengths": gettext_lazy("Det som får mig att må bra"),
    "needs": gettext_lazy("Vad jag behöver hjälp med"),
    "goals": gettext_lazy("Mina mål"),
    "activities": gettext_lazy("Vem som gör vad"),
    "contingencies": gettext_lazy("Vad vi gör om det blir sämre"),
    "palliative": gettext_lazy("Vården i livets slut"),
    "safety": gettext_lazy("Min säkerhetsplan"),
    "crisis_plan": gettext_lazy("Min krisplan"),
    "self_care": gettext_lazy("Min egenvård"),
    "team": gettext_lazy("De som är med"),
    "times": gettext_lazy("Mina tider"),
}
