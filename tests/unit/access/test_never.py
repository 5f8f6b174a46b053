"""What must hold for every question that can be put."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from naravard.access.rules import (
    Action,
    Actor,
    ActorKind,
    BlockFacts,
    BlockKind,
    Category,
    Circumstances,
    ConsentFacts,
    ConsentScope,
    Depth,
    Domain,
    GlassStep,
    Outcome,
    PartyKind,
    Purpose,
    RecordFacts,
    RelatedFacts,
    RelationFacts,
    RelationKind,
    SearchTerm,
    SubjectFacts,
    age_on,
    decide,
    decide_list,
    decide_search,
    domain_of,
    may_do,
)
from naravard.people.roles import (
    CareUnitKind,
    OrganisationKind,
    Protection,
    RelatedKind,
    Role,
)

ids = st.sampled_from([UUID(int=number) for number in range(1, 5)])
moments = st.datetimes(
    datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)
)
actors = st.builds(
    Actor,
    kind=st.sampled_from(ActorKind),
    name=st.just("Någon"),
    assignment_id=st.none() | ids,
    unit_id=st.none() | ids,
    unit_kind=st.none() | st.sampled_from(CareUnitKind),
    organisation_id=st.none() | ids,
    organisation_kind=st.none() | st.sampled_from(OrganisationKind),
    role=st.none() | st.sampled_from(Role),
    may_open_protected=st.booleans(),
    person_id=st.none() | ids,
)
subjects = st.builds(
    SubjectFacts,
    person_id=ids,
    birth_date=st.none() | st.dates(date(1930, 1, 1), date(2026, 1, 1)),
    deceased=st.booleans(),
    protection=st.sampled_from(Protection),
    lacks_capacity=st.booleans(),
    relations=st.lists(
        st.builds(
            RelationFacts,
            kind=st.sampled_from(RelationKind),
            starts_at=moments,
            ends_at=st.none() | moments,
        ),
        max_size=3,
    ).map(tuple),
    consents=st.lists(
        st.builds(
            ConsentFacts,
            scope=st.sampled_from(ConsentScope),
            given=st.booleans(),
            at=moments,
            valid_to=st.none() | moments,
        ),
        max_size=3,
    ).map(tuple),
    blocks=st.lists(
        st.builds(
            BlockFacts,
            kind=st.sampled_from(BlockKind),
            organisation_id=ids,
            unit_id=st.none() | ids,
        ),
        max_size=2,
    ).map(tuple),
    related=st.lists(
        st.builds(
            RelatedFacts, kind=st.sampled_from(RelatedKind), may_read=st.booleans()
        ),
        max_size=2,
    ).map(tuple),
)
records = st.builds(
    RecordFacts,
    category=st.sampled_from(Category),
    owner_domain=st.sampled_from(Domain),
    owner_organisation_id=st.none() | ids,
    owner_unit_id=st.none() | ids,
    made_available=st.booleans(),
)
situations = st.builds(
    Circumstances,
    purpose=st.sampled_from(Purpose),
    reason=st.sampled_from(["", "  ", "Hon ringde oss."]),
    depth=st.sampled_from(Depth),
    active_choice=st.booleans(),
    emergency=st.booleans(),
    glass=st.none() | st.sampled_from(GlassStep),
    attitude_clarified=st.booleans(),
    strongly_signed_in=st.booleans(),
)
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MANY = settings(max_examples=150, deadline=None)


@MANY
@given(actor=actors, subject=subjects, record=records, situation=situations)
def test_no_question_raises_and_every_refusal_says_what_to_do(
    actor: Actor, subject: SubjectFacts, record: RecordFacts, situation: Circumstances
):
    answer = decide(
        actor=actor, subject=subject, record=record, circumstances=situation, now=NOW
    )

    assert answer.rule
    assert answer.law
    assert answer.message
    assert bool(answer.remedy) is not answer.allowed
    assert (answer.ground is not None) is answer.allowed


@MANY
@given(
    actor=actors,
    subject=subjects,
    born=st.dates(date(2010, 3, 3), date(2013, 3, 2)),  # 13, 14 or 15 years old
    record=records,
    situation=situations,
)
def test_a_guardian_of_a_teenager_never_reads(
    actor: Actor,
    subject: SubjectFacts,
    born: date,
    record: RecordFacts,
    situation: Circumstances,
):
    guardian = replace(actor, kind=ActorKind.RELATIVE)
    child = replace(
        subject,
        birth_date=born,
        related=(
            *subject.related,
            RelatedFacts(kind=RelatedKind.GUARDIAN, may_read=True),
        ),
    )

    answer = decide(
        actor=guardian, subject=child, record=record, circumstances=situation, now=NOW
    )

    assert not answer.allowed


@MANY
@given(actor=actors, subject=subjects, record=records, situation=situations)
def test_a_decision_maker_never_sees_a_person(
    actor: Actor, subject: SubjectFacts, record: RecordFacts, situation: Circumstances
):
    decision_maker = replace(actor, kind=ActorKind.STAFF, role=Role.DECISION_MAKER)

    answer = decide(
        actor=decision_maker,
        subject=subject,
        record=record,
        circumstances=situation,
        now=NOW,
    )

    assert not answer.allowed


@MANY
@given(actor=actors, subject=subjects, record=records, situation=situations)
def test_nobody_without_relation_reason_or_insight_reads(
    actor: Actor, subject: SubjectFacts, record: RecordFacts, situation: Circumstances
):
    assume(record.category is not Category.ACCESS_LOG)
    stranger = replace(actor, kind=ActorKind.STAFF)
    unrelated = replace(subject, relations=())
    silent = replace(situation, reason="")

    answer = decide(
        actor=stranger, subject=unrelated, record=record, circumstances=silent, now=NOW
    )

    assert not answer.allowed


@MANY
@given(subject=subjects, record=records, situation=situations)
def test_social_care_never_gets_in_by_emergency(
    subject: SubjectFacts, record: RecordFacts, situation: Circumstances
):
    assume(record.category is not Category.PERSON_CARD)
    planner = Actor(
        kind=ActorKind.STAFF,
        name="Maja",
        assignment_id=UUID(int=1),
        unit_id=UUID(int=1),
        unit_kind=CareUnitKind.SOCIAL_SERVICES,
        organisation_id=UUID(int=1),
        organisation_kind=OrganisationKind.MUNICIPALITY,
        role=Role.CARE_PLANNER,
    )
    calm = replace(situation, emergency=False, glass=None, active_choice=True)

    in_danger = decide(
        actor=planner,
        subject=subject,
        record=record,
        circumstances=replace(situation, emergency=True, active_choice=True),
        now=NOW,
    )
    in_calm = decide(
        actor=planner, subject=subject, record=record, circumstances=calm, now=NOW
    )

    assert in_danger.allowed <= in_calm.allowed


@MANY
@given(actor=actors, subject=subjects, record=records, situation=situations)
def test_more_blocks_never_open_more(
    actor: Actor, subject: SubjectFacts, record: RecordFacts, situation: Circumstances
):
    situation = replace(situation, emergency=False, depth=Depth.CONTENT)
    owner = record.owner_organisation_id or UUID(int=1)
    blocked = replace(
        subject,
        blocks=(
            *subject.blocks,
            BlockFacts(kind=BlockKind.OUTER, organisation_id=owner),
        ),
    )

    before = decide(
        actor=actor, subject=subject, record=record, circumstances=situation, now=NOW
    )
    after = decide(
        actor=actor, subject=blocked, record=record, circumstances=situation, now=NOW
    )

    assert after.allowed <= before.allowed


@MANY
@given(
    actor=actors,
    action=st.sampled_from(Action),
    part=st.none() | st.sampled_from(PartyKind),
)
def test_every_refused_act_says_who_can(
    actor: Actor, action: Action, part: PartyKind | None
):
    answer = may_do(actor, action, part)

    assert answer.outcome in {Outcome.ALLOW, Outcome.DENY}
    assert answer.message
    assert answer.law
    assert bool(answer.remedy) is not answer.allowed


@given(
    actor=actors,
    terms=st.frozensets(st.sampled_from(SearchTerm)),
    purpose=st.sampled_from(Purpose),
    sensitive=st.booleans(),
)
def test_searches_and_lists_always_get_an_answer(
    actor: Actor, terms: frozenset[SearchTerm], purpose: Purpose, sensitive: bool
):
    search = decide_search(actor, terms)
    listing = decide_list(actor, purpose=purpose, sensitive=sensitive)

    assert bool(search.remedy) is not search.allowed
    assert bool(listing.remedy) is not listing.allowed


@given(
    unit=st.none() | st.sampled_from(CareUnitKind),
    organisation=st.none() | st.sampled_from(OrganisationKind),
)
def test_every_unit_has_a_domain(
    unit: CareUnitKind | None, organisation: OrganisationKind | None
):
    assert domain_of(unit, organisation) in Domain


@given(
    born=st.dates(date(1900, 1, 1), date(2026, 3, 1)),
    days=st.integers(min_value=0, max_value=40_000),
)
def test_nobody_grows_younger(born: date, days: int):
    day = born + timedelta(days=days)

    today = age_on(born, day)
    tomorrow = age_on(born, day + timedelta(days=1))

    assert today is not None
    assert tomorrow in {today, today + 1}
