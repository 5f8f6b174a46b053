"""Who may do what between a person and care: tell, give mandates, write, answer."""

from naravard.access.rules.actions import Action, Permission
from naravard.people.roles import Role


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
            roles=works_with_persons,
            inhabitant=True,
            who="Personen själv, eller personal som antecknar det personen säger",
            law="OSL 12 kap. 2 §",
        ),
        Action.READ_TALK: _in_talk(works_with_persons),
        Action.WRITE_TALK: _in_talk(works_with_persons),
    }


def _in_talk(works_with_persons: frozenset[Role]) -> Permission:
    return Permission(
        roles=works_with_persons,
        inhabitant=True,
        who="Personen själv, vårdnadshavaren för ett barn, och personal på enheten som"
        " frågan har gått till",
        law="PDL 4 kap. 2 §",
    )
