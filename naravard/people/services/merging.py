"""Where a person is referred to, for the day two rows turn out to be one person.

Merging and erasing walk this list and nothing else. A test compares it with every
foreign key there is, so that a new table can not be forgotten.
"""

REFERENCES_TO_PERSON = frozenset(
    {
        "access.Block.person",
        "access.CareRelation.person",
        "access.Consent.person",
        "access.Emergency.person",
        "care_messages.Message.person",
        "discharge.DischargeCase.person",
        "discharge.InpatientEpisode.person",
        "mobile.Enrolment.person",
        "mobile.HomeOrder.person",
        "mobile.Visit.person",
        "mobile.VisitRequest.person",
        "people.PersonIdentifier.person",
        "people.RelatedPerson.other",
        "people.RelatedPerson.person",
        "plan.Absence.person",
        "plan.Concern.person",
        "plan.Plan.person",
        "review.KnownPerson.person",
        "review.Pick.person",
        "review.StaffPerson.person",
    }
)
