"""How one meets, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.plan.rules.kinds import Mode

MODES: dict[Mode, str | Promise] = {
    Mode.VIDEO: gettext_lazy("Videomöte"),
    Mode.PHONE: gettext_lazy("Telefon"),
    Mode.HOME: gettext_lazy("Hemma hos dig"),
    Mode.SCHOOL: gettext_lazy("I skolan"),
    Mode.VISIT: gettext_lazy("På plats"),
    Mode.OTHER: gettext_lazy("Möte"),
}
