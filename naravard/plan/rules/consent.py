"""Who must say yes to a plan: the person, the child, the guardians (pure)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

# From here she speaks for herself, and a guardian neither decides nor reads online.
DECIDES_ALONE_FROM = 16
# From here the child's own word is asked for, beside the guardians'. [LEGAL?]
OWN_WORD_FROM = 13
CHILD_UNTIL = 18  # barnkonventionen artikel 1; SoL 3 kap.


class Speaker(StrEnum):
    """Whose word it is."""

    PERSON = "person"  # adult or child, herself
    GUARDIAN = "guardian"
    TRUSTEE = "trustee"


class GuardianRule(StrEnum):
    """Whose yes is needed when two guardians share custody (FB 6 kap. 11 och 13 §§).

    ONE needs a written reason: it can not wait, or the social welfare board has decided
    (FB 6 kap. 13 a §). The choice is our reading, to be tried by a lawyer.
    """

    BOTH = "both"
    ONE = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one speaker has said about the plan, and when."""

    speaker: Speaker
    yes: bool
    at: datetime
    related_id: UUID | None = None  # which guardian or trustee


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts:
    """What decides whose word counts."""

    age: int | None
    lacks_capacity: bool = False
    guardian_ids: tuple[UUID, ...] = ()
    trustee_ids: tuple[UUID, ...] = ()
    guardian_rule: GuardianRule = GuardianRule.BOTH
    child_decides: bool = False  # 13–15, judged mature enough to decide alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """Somebody whose word is still awaited."""

    speaker: Speaker
    related_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether there is consent now, who said no, and whose word is awaited."""

    consented: bool
    declined: bool
    awaited: tuple[Awaited, ...] = ()


def standing(words: tuple[Word, ...], facts: ConsentFacts) -> Standing:
    """How the matter stands; each speaker's latest word counts, and a no stops it."""
    latest = _latest(words)
    needed = needed_from(facts)
    said = {who: latest.get(_key(who)) for who in needed}
    if any(word is not None and not word.yes for word in said.values()):
        return Standing(consented=False, declined=True)
    awaited = tuple(who for who, word in said.items() if word is None)
    if facts.guardian_rule is GuardianRule.ONE:
        awaited = _one_guardian_is_enough(awaited, said)
    return Standing(
        consented=bool(needed) and not awaited, declined=False, awaited=awaited
    )


def needed_from(facts: ConsentFacts) -> tuple[Awaited, ...]:
    """Those whose yes is needed (HSL 16:4, SoL 10:8; FB 6:11 and 6:13)."""
    herself = (Awaited(speaker=Speaker.PERSON),)
    if facts.age is None or facts.age >= DECIDES_ALONE_FROM:
        return _for_adult(facts, herself)
    guardians = tuple(
        Awaited(speaker=Speaker.GUARDIAN, related_id=one) for one in facts.guardian_ids
    )
    if facts.age < OWN_WORD_FROM:
        return guardians or herself
    return herself if facts.child_decides else (*herself, *guardians)


def may_speak(speaker: Speaker, related_id: UUID | None, facts: ConsentFacts) -> bool:
    """Whether this one's word is asked for at all."""
    return Awaited(speaker=speaker, related_id=related_id) in needed_from(facts)


def childs_view_is_sought(age: int | None) -> bool:
    """Whether the child's own view must be asked for (SoL 3 kap. 1–4 §§)."""
    return age is not None and age < CHILD_UNTIL


def _for_adult(
    facts: ConsentFacts, herself: tuple[Awaited, ...]
) -> tuple[Awaited, ...]:
    if not (facts.lacks_capacity and facts.trustee_ids):
        return herself
    return (Awaited(speaker=Speaker.TRUSTEE, related_id=facts.trustee_ids[0]),)


def _latest(words: tuple[Word, ...]) -> dict[tuple[Speaker, UUID | None], Word]:
    """Said at the same moment, a no weighs more than a yes."""
    ordered = sorted(words, key=lambda word: (word.at, not word.yes))
    return {(word.speaker, word.related_id): word for word in ordered}


def _key(who: Awaited) -> tuple[Speaker, UUID | None]:
    return who.speaker, who.related_id


def _one_guardian_is_enough(
    awaited: tuple[Awaited, ...], said: dict[Awaited, Word | None]
) -> tuple[Awaited, ...]:
    agreed = any(
        word is not None and who.speaker is Speaker.GUARDIAN
        for who, word in said.items()
    )
    return tuple(
        who for who in awaited if not (agreed and who.speaker is Speaker.GUARDIAN)
    )
