"""Who writes what, and that nothing in a plan points at nothing."""

from dataclasses import replace

import pytest
from django.db.models import CharField

from naravard.access.rules import Extent
from naravard.plan.examples import ASTA, CENTRE, CONTACT, GOAL, HOME_CARE, NEED
from naravard.plan.rules.content import EMPTY
from naravard.plan.rules.edits import Put, Remove, SetHeader, apply
from naravard.plan.rules.errors import (
    NotYoursToWrite,
    OneOfEach,
    PartNotThere,
    PartNotWhole,
)
from naravard.plan.rules.kinds import (
    Author,
    PassageKind,
    Principal,
    ResponsibleKind,
    TeamRole,
)
from naravard.plan.rules.lengths import LONGEST
from naravard.plan.rules.parts import Activity, Goal, Passage, Rating
from naravard.plan.rules.resting import Away, resting
from naravard.plan.rules.visible import visible
from naravard.plan.stored import MODEL_OF
from tests.house import at
from tests.plans import the

OWN_WALK = Activity(
    id=the("promenad"),
    text="Går en runda",
    principal=Principal.SELF,
    responsible=ResponsibleKind.PERSON,
)


def by(author: Author, *parts):
    return apply(ASTA, [Put(part=part) for part in parts], by=author)


def own(text: str, author: Author) -> Passage:
    return Passage(
        id=the("styrka"), kind=PassageKind.STRENGTHS, text=text, author=author
    )


@pytest.mark.parametrize(
    "change",
    [
        {"responsible_unit_id": None},
        {"responsible_related_id": the("Eva")},
        {"responsible": ResponsibleKind.PERSON},
        {"responsible": ResponsibleKind.OUTSIDE},
        {"responsible": ResponsibleKind.RELATED},
    ],
)
def test_everything_done_has_exactly_one_responsible(change):
    with pytest.raises(PartNotWhole, match="exakt en ansvarig"):
        by(Author.STAFF, replace(ASTA.activities[0], **change))


@pytest.mark.parametrize("text", ["", "   "])
def test_a_goal_says_something(text):
    with pytest.raises(PartNotWhole):
        by(Author.STAFF, replace(ASTA.goals[0], text=text))


def test_a_rating_stays_on_its_scale():
    rated = replace(
        ASTA.goals[0], ratings=(Rating(on=ASTA.reviews[0].due_on, value=11),)
    )

    with pytest.raises(PartNotWhole, match="0–10"):
        by(Author.STAFF, rated)


@pytest.mark.parametrize("role", [TeamRole.NAMED_CARE_WORKER, TeamRole.NAMED_PHYSICIAN])
def test_only_who_has_the_title_holds_a_titled_role(role):
    with pytest.raises(PartNotWhole, match="undersköterska"):
        by(Author.STAFF, replace(ASTA.team[0], role=role))


def test_a_text_too_long_to_keep_is_refused_in_words():
    with pytest.raises(PartNotWhole, match="för lång"):
        by(Author.STAFF, replace(ASTA.activities[0], frequency="ofta " * 50))


@pytest.mark.parametrize("kind", MODEL_OF, ids=lambda kind: kind.__name__)
def test_the_rule_knows_how_long_each_column_is(kind):
    chosen_from = {"kind", "area", "author", "raised_by", "principal", "responsible"}
    chosen_from |= {"basis", "status", "step", "phase", "role", "mode", "of"}
    columns = {
        field.name: field.max_length
        for field in MODEL_OF[kind]._meta.get_fields()
        if isinstance(field, CharField) and field.name not in chosen_from
    }

    assert columns == {name: LONGEST[name] for name in columns}


def test_a_goal_for_a_need_that_is_not_there_is_refused():
    with pytest.raises(PartNotThere):
        by(Author.STAFF, Goal(id=the("mål"), text="Gå.", need_ids=(the("annat"),)))


def test_what_is_taken_away_leaves_nothing_pointing_at_it():
    after = apply(
        ASTA,
        [Remove(part_id=NEED), Remove(part_id=GOAL), Remove(part_id=CONTACT)],
        by=Author.STAFF,
    )

    assert after.activities[0].goal_ids == ()
    assert after.header.coordinator_id is None


def test_what_is_gone_can_not_be_taken_away():
    with pytest.raises(PartNotThere):
        apply(EMPTY, [Remove(part_id=NEED)], by=Author.STAFF)


def test_there_is_one_text_about_each_matter():
    another = Passage(
        id=the("två"), kind=PassageKind.AGREEMENT, text="Två.", author=Author.STAFF
    )

    with pytest.raises(OneOfEach):
        by(Author.STAFF, another)


@pytest.mark.parametrize("author", [Author.STAFF, Author.PERSON])
@pytest.mark.parametrize(
    "kind",
    [PassageKind.WHAT_MATTERS, PassageKind.CRISIS_HELPS, PassageKind.OWN_SUMMARY],
)
def test_staff_write_her_words_only_as_told(author, kind):
    passage = Passage(id=the(kind), kind=kind, text="Lugn och ro.", author=author)

    with pytest.raises(NotYoursToWrite):
        apply(EMPTY, [Put(part=passage)], by=Author.STAFF)


def test_staff_write_down_what_she_says():
    told = Passage(
        id=the("kris"),
        kind=PassageKind.CRISIS_HELPS,
        text="Ring min syster.",
        author=Author.TOLD,
    )

    after = apply(EMPTY, [Put(part=told)], by=Author.STAFF)

    assert after.crisis_plan == (told,)


@pytest.mark.parametrize(
    "part",
    [OWN_WALK, Goal(id=the("mål"), text="Bada."), own("Envis.", Author.PERSON)],
    ids=["own activity", "goal", "strengths"],
)
def test_she_writes_what_is_hers(part):
    assert part in set(by(Author.PERSON, part).parts())


@pytest.mark.parametrize(
    "part",
    [ASTA.activities[0], ASTA.team[0], ASTA.reviews[0], ASTA.times[0]],
    ids=["the centre's activity", "team", "review", "time"],
)
def test_she_does_not_write_what_others_answer_for(part):
    with pytest.raises(NotYoursToWrite):
        by(Author.PERSON, part)


def test_she_does_not_take_over_anothers_activity_by_its_id():
    with pytest.raises(NotYoursToWrite):
        by(Author.PERSON, replace(OWN_WALK, id=ASTA.activities[0].id))


def test_she_decides_what_relatives_see():
    header = replace(ASTA.header, relatives_see=("goals",))

    after = apply(ASTA, [SetHeader(header=header)], by=Author.PERSON)

    assert after.header.relatives_see == ("goals",)


def test_she_does_not_decide_who_has_the_overall_responsibility():
    header = replace(ASTA.header, overall_principal=Principal.MUNICIPALITY)

    with pytest.raises(NotYoursToWrite):
        apply(ASTA, [SetHeader(header=header)], by=Author.PERSON)


def test_home_care_sees_what_it_does_itself():
    seen = visible(ASTA, Extent.OWN_PARTS, HOME_CARE)

    assert [one.text for one in seen.activities] == ["Ledsagning till affären"]
    assert seen.needs == ()
    assert seen.passage(PassageKind.WHAT_MATTERS)
    assert not seen.passage(PassageKind.ATTITUDE)


def test_an_unknown_unit_sees_no_part_of_its_own():
    seen = visible(ASTA, Extent.OWN_PARTS, None)

    assert (seen.activities, seen.needs, seen.times) == ((), (), ())


def test_a_relative_sees_what_is_shared():
    shared = replace(ASTA, header=replace(ASTA.header, relatives_see=("goals",)))

    seen = visible(shared, Extent.SHARED_PARTS, None)

    assert seen.goals == ASTA.goals
    assert (seen.activities, seen.passages, seen.needs) == ((), (), ())


@pytest.mark.parametrize("extent", [Extent.EXISTENCE, Extent.OWNERS])
def test_that_there_is_a_plan_says_nothing_of_what_it_says(extent):
    assert visible(ASTA, extent, CENTRE) == EMPTY


def test_only_the_municipalitys_part_rests_while_she_is_in_hospital():
    away = Away(starts_at=at("2026-03-02 09:00"), ends_at=at("2026-03-04 12:00"))

    assert resting(ASTA, away, at("2026-03-03 09:00")) == {ASTA.activities[1].id}
    assert not resting(ASTA, away, at("2026-03-04 12:00"))
    assert not resting(ASTA, None, at("2026-03-03 09:00"))
