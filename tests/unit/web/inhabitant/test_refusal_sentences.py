"""The sentences listed for translation are the very ones the rules say."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from naravard.access.rules import (
    Actor,
    ActorKind,
    Category,
    Decision,
    RelatedFacts,
    SubjectFacts,
    decide,
    usual_record,
)
from naravard.people.roles import Protection, RelatedKind
from naravard.web.inhabitant.words.refusals import SENTENCES
from tests.house import at

NOW = at("2026-03-04 10:00")
KARIN, EVA, ELSA = UUID(int=1), UUID(int=2), UUID(int=3)
GROWN = SubjectFacts(person_id=KARIN, birth_date=date(1943, 2, 14))
CHILD = SubjectFacts(
    person_id=ELSA,
    birth_date=date(2014, 3, 4),
    related=(RelatedFacts(kind=RelatedKind.GUARDIAN, may_read=False),),
)
KARIN_HERSELF = Actor(kind=ActorKind.PERSON, name="Karin Holm", person_id=KARIN)
ELSA_HERSELF = Actor(kind=ActorKind.PERSON, name="Elsa Lind", person_id=ELSA)
EVA_FOR_KARIN = Actor(
    kind=ActorKind.RELATIVE, name="Eva Holm", person_id=EVA, on_behalf_of=KARIN
)
EVA_FOR_ELSA = replace(EVA_FOR_KARIN, on_behalf_of=ELSA)


def answer(
    actor: Actor, subject: SubjectFacts, category: Category = Category.DISCHARGE_CASE
) -> Decision:
    return decide(
        actor=actor, subject=subject, record=usual_record(category, actor), now=NOW
    )


@pytest.mark.parametrize(
    "refused",
    [
        answer(EVA_FOR_KARIN, replace(GROWN, deceased=True)),
        answer(EVA_FOR_KARIN, GROWN),
        answer(
            EVA_FOR_KARIN, replace(GROWN, protection=Protection.CONFIDENTIALITY_MARK)
        ),
        answer(KARIN_HERSELF, replace(GROWN, person_id=EVA)),
        answer(ELSA_HERSELF, CHILD),
        answer(EVA_FOR_ELSA, replace(CHILD, birth_date=date(2013, 3, 4))),
        answer(
            EVA_FOR_ELSA, replace(CHILD, protection=Protection.CONFIDENTIALITY_MARK)
        ),
        answer(EVA_FOR_ELSA, CHILD, Category.SCHOOL_HEALTH_RECORD),
    ],
    ids=lambda refused: refused.message,
)
def test_a_refusal_to_an_inhabitant_is_listed_for_translation(
    refused: Decision,
) -> None:
    listed = {str(sentence) for sentence in SENTENCES}

    assert not refused.allowed
    assert {refused.message, refused.remedy} <= listed
