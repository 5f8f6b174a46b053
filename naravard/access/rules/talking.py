"""Who may do what between a person and care: tell, give mandates, write, answer."""

from naravard.access.rules.actions import Action, Permission
from naravard.people.roles import Role

_NOBODY_AT_WORK: frozenset[Role] = frozenset()
_PDL = "PDL 4 kap. 2 §"


def between_person_and_care(
    works_with_persons: frozenset[Role],
) -> dict[Action, Permission]:
    """The acts of talks and of «Mina uppgifter», for the one table of permissions."""
    return {
        Action.TELL_WISHES: Permission(
            roles=works_with_persons,
            inhabitant=True,
            who="Personen själv, eller personal som antecknar det personen säger",
            law="PatL 3 kap. 6 §, SoL 3 kap. 4 §",
        ),
        Action.GIVE_MANDATE: Permission(
            roles=_NOBODY_AT_WORK,
            inhabitant=True,
            who="Personen själv",
            law="OSL 12 kap. 2 §",
        ),
        Action.WRITE_TO_CARE: Permission(
            roles=_NOBODY_AT_WORK,
            inhabitant=True,
            who="Personen själv, eller vårdnadshavaren för ett barn",
            law="PatL 2 kap. 1 §",
        ),
        Action.READ_TALK: Permission(
            roles=works_with_persons,
            inhabitant=True,
            who="Personen själv, och personal på enheten som frågan har gått till",
            law=_PDL,
        ),
        Action.ANSWER_PERSON: Permission(
            roles=works_with_persons,
            who="Personal på enheten som frågan har gått till",
            law=_PDL,
        ),
    }
