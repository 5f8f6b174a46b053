"""Talks and how a person wants to be met, in the words of staff."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.dialogue.rows import LineRow, TalkRow, WishesRow
from naravard.dialogue.rules.routing import Because
from naravard.dialogue.rules.talks import Waits, WrittenBy
from naravard.dialogue.rules.wishes import Channel, PlaceOfCare
from naravard.people.queries import PersonHeader
from naravard.web.components.people import Fact
from naravard.web.words.days import moment_words, sentence_start
from naravard.web.words.languages import language_label

BECAUSE: dict[Because, Promise] = {
    Because.CONTACT: gettext_lazy("Personens kontakt arbetar hos er"),
    Because.RESERVE: gettext_lazy("Ni är reserv: kontakten går inte att nå i tid"),
    Because.LISTED: gettext_lazy("Personen är listad hos er"),
    Because.LATE: gettext_lazy("Ingen svarade i tid, så ni läser i stället"),
    Because.PASSED_ON: gettext_lazy("Lämnad vidare till er"),
}
CHANNELS: dict[Channel, Promise] = {
    Channel.HERE: gettext_lazy("På sin egen sida"),
    Channel.LETTER: gettext_lazy("Brev"),
    Channel.SMS: gettext_lazy("Sms när det finns något att läsa"),
    Channel.PHONE: gettext_lazy("Telefon"),
}
PLACES: dict[PlaceOfCare, Promise] = {
    PlaceOfCare.HOME: gettext_lazy("Hemma"),
    PlaceOfCare.CLINIC: gettext_lazy("Vårdcentralen eller mottagningen"),
    PlaceOfCare.BY_VIDEO: gettext_lazy("Video eller telefon"),
    PlaceOfCare.OTHER: gettext_lazy("En annan plats"),
}
# What remains to be done by hand when an answer is written.
STILL_TO_DO: dict[Channel, Promise] = {
    Channel.LETTER: gettext_lazy("Personen vill ha brev. Skriv ut det och posta det."),
    Channel.SMS: gettext_lazy(
        "Personen vill ha sms. Skicka ett utan att skriva vad det gäller."
    ),
    Channel.PHONE: gettext_lazy("Personen vill bli uppringd. Ring och berätta."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTalk:
    """One talk in the list."""

    row: TalkRow
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """One line: who wrote it, when and what."""

    who: str
    when: str
    text: str
    is_note: bool  # how the talk was led; the person does not see it


def shown_talk(row: TalkRow, now: datetime) -> ShownTalk:
    """A talk with whose turn it is."""
    if row.waits is Waits.FOR_PERSON:
        return ShownTalk(row=row, state=gettext("Besvarad"), tone="good")
    when = moment_words(row.answer_by, now)
    if row.answer_by < now:
        state = gettext("Skulle ha besvarats %(when)s") % {"when": when}
        return ShownTalk(row=row, state=state, tone="danger")
    state = gettext("Svara senast %(when)s") % {"when": when}
    return ShownTalk(row=row, state=state, tone="warning")


def shown_line(line: LineRow, now: datetime) -> ShownLine:
    """One line of a talk."""
    return ShownLine(
        who=", ".join(part for part in (line.by_name, line.unit) if part),
        when=sentence_start(moment_words(line.at, now)),
        text=line.text,
        is_note=line.written_by is WrittenBy.HOUSE,
    )


def facts_of_wishes(told: WishesRow, person: PersonHeader) -> tuple[Fact, ...]:
    """How she wants to be met: only what she has told, and what matters to staff."""
    channel = told.wishes.channel
    if told.told_at is None or channel is Channel.HERE:
        return told_beside(told, person)
    reach = Fact(term=gettext("Vill bli nådd med"), text=str(CHANNELS[channel]))
    return (reach, *told_beside(told, person))


def told_beside(told: WishesRow, person: PersonHeader) -> tuple[Fact, ...]:
    """The same without how she is to be reached, where that stands by itself."""
    wishes = told.wishes
    facts = []
    if wishes.interpreter_about:
        spoken = language_label(person.language, interpreter=person.interpreter)
        facts.append(
            Fact(term=gettext("Om tolken"), text=wishes.interpreter_about, under=spoken)
        )
    if wishes.place in PLACES:
        facts.append(
            Fact(
                term=gettext("Vill helst få vård"),
                text=str(PLACES[wishes.place]),
                under=wishes.place_about,
            )
        )
    if wishes.easy_to_read:
        facts.append(Fact(term=gettext("Läser"), text=gettext("Lättläst")))
    return tuple(facts)
