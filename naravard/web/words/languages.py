"""What languages are called, so that nobody has to know their codes."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy

SWEDISH = "sv"
LANGUAGES: dict[str, Promise] = {
    "ar": gettext_lazy("arabiska"),
    "bs": gettext_lazy("bosniska"),
    "da": gettext_lazy("danska"),
    "de": gettext_lazy("tyska"),
    "en": gettext_lazy("engelska"),
    "es": gettext_lazy("spanska"),
    "fa": gettext_lazy("persiska"),
    "fi": gettext_lazy("finska"),
    "fit": gettext_lazy("meänkieli"),
    "hr": gettext_lazy("kroatiska"),
    "ku": gettext_lazy("kurdiska"),
    "no": gettext_lazy("norska"),
    "pl": gettext_lazy("polska"),
    "rom": gettext_lazy("romani"),
    "ru": gettext_lazy("ryska"),
    "se": gettext_lazy("samiska"),
    "so": gettext_lazy("somaliska"),
    "sr": gettext_lazy("serbiska"),
    "th": gettext_lazy("thailändska"),
    "ti": gettext_lazy("tigrinja"),
    "tr": gettext_lazy("turkiska"),
    "uk": gettext_lazy("ukrainska"),
}


def language_label(code: str, *, interpreter: bool) -> str:
    """`Tolk: somaliska`, `Finska`; empty for Swedish without interpreter."""
    name = str(LANGUAGES.get(code, code))
    if interpreter:
        return gettext("Tolk: %(language)s") % {"language": name}
    return "" if code in {SWEDISH, ""} else capfirst(name)
