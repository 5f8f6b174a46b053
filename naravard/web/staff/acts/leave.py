"""Leave from the ward (permission): out for a while, and back again."""

from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.rules.history import Event, EventType
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told


def _goes(setting: Setting) -> Event:
    return Event(type=EventType.HOSPITAL_LEAVE, at=setting.now, on=True)


def _comes_back(setting: Setting) -> Event:
    return Event(type=EventType.HOSPITAL_LEAVE, at=setting.now, on=False)


def _go(doing: Doing) -> None:
    _note(doing, away=True)


def _come_back(doing: Doing) -> None:
    _note(doing, away=False)


def _note(doing: Doing, *, away: bool) -> None:
    services.note_leave(
        actor=doing.setting.actor, case_id=doing.case_id, away=away, when=doing.when
    )


GO_ON_LEAVE = Act(
    slug="permission",
    verb=gettext_lazy("Anteckna permissionen"),
    title=gettext_lazy("Personen går på permission"),
    help_text=gettext_lazy(
        "Personen är fortfarande inskriven, så tidsgränserna löper som vanligt."
    ),
    action=Action.HOSPITAL_LEAVE,
    event=_goes,
    fits=lambda setting: not setting.folded.on_leave,
    perform=_go,
    told=Told(
        title=gettext_lazy("Permissionen är antecknad"),
        consequence=gettext_lazy(
            "Alla i ärendet ser det. Det kommunen gör i planen börjar igen så länge."
        ),
    ),
)


COME_BACK = Act(
    slug="ater-fran-permission",
    verb=gettext_lazy("Personen är tillbaka"),
    title=gettext_lazy("Personen är tillbaka från permission"),
    help_text=gettext_lazy("Skriv när personen kom, om det inte var nyss."),
    action=Action.HOSPITAL_LEAVE,
    event=_comes_back,
    fits=lambda setting: setting.folded.on_leave,
    perform=_come_back,
    told=Told(
        title=gettext_lazy("Personen är tillbaka på avdelningen"),
        consequence=gettext_lazy(
            "Alla i ärendet ser det. Det kommunen gör i planen vilar igen."
        ),
    ),
)
