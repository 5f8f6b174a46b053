"""What staff may do at a visit: by profession, and by competence or delegation."""

from collections.abc import Mapping

from naravard.people.roles import Role

SKILLS: Mapping[str, str] = {
    "nurse": "sjuksköterska",
    "physician": "läkare",
    "rehab": "arbetsterapeut eller fysioterapeut",
    "infusion": "dropp och intravenösa läkemedel",
    "transfusion": "blodtransfusion",
    "palliative": "palliativ vård",
    "psychiatry": "psykiatri",
    "radiographer": "röntgensjuksköterska",
}
# What a profession may do without more being said.
SKILL_OF_ROLE: Mapping[Role, frozenset[str]] = {
    Role.PHYSICIAN: frozenset({"physician"}),
    Role.DISTRICT_NURSE: frozenset({"nurse"}),
    Role.WARD_NURSE: frozenset({"nurse"}),
    Role.MUNICIPAL_NURSE: frozenset({"nurse"}),
    Role.THERAPIST: frozenset({"rehab"}),
}


def skills_of(role: Role | str) -> frozenset[str]:
    """What somebody in this role may do by profession."""
    return SKILL_OF_ROLE.get(Role(role), frozenset())
