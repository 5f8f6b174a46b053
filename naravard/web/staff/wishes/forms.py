"""What staff write down of how a person wants to be met."""

from django.utils.translation import gettext_lazy

from naravard.dialogue.rules.wishes import PlaceOfCare
from naravard.web.staff.talks.shown import CHANNELS, PLACES
from naravard.web.wishes import WishesForm


class SpokenWishesForm(WishesForm):
    """The same questions as she is asked on her own page, in words about her."""

    LABELS = {
        "language": gettext_lazy("Vilket språk vill personen ha?"),
        "interpreter": gettext_lazy("Personen behöver tolk"),
        "interpreter_about": gettext_lazy("Något om tolken"),
        "easy_to_read": gettext_lazy(
            "Personen vill ha lättläst text och större bokstäver"
        ),
        "channel": gettext_lazy("Hur vill personen få svar från vården?"),
        "place": gettext_lazy("Var vill personen helst få vård?"),
        "place_about": gettext_lazy("Något om platsen"),
    }
    HELP = {
        "channel": gettext_lazy("Svaren finns alltid på personens egen sida också."),
        "place": gettext_lazy("Ett önskemål. Det går inte alltid."),
    }
    CHANNELS = CHANNELS
    PLACES = {PlaceOfCare.NOT_SAID: gettext_lazy("Inget önskemål"), **PLACES}
