"""Who may see and do what (pure): ask `decide`, `may_do`, `decide_search`."""

from naravard.access.rules.actions import Action, PartyKind, Permission
from naravard.access.rules.actors import (
    CARE_PROVIDERS,
    Actor,
    ActorKind,
    Domain,
    OpenRecord,
    domain_of,
)
from naravard.access.rules.data import (
    CATEGORY_IN_SWEDISH,
    Category,
    Depth,
    Extent,
    GlassStep,
    Purpose,
    SearchTerm,
)
from naravard.access.rules.decisions import (
    LAW_OF_RULE,
    RULE_IN_SWEDISH,
    Decision,
    Outcome,
    Rule,
)
from naravard.access.rules.emergency import EMERGENCY_GROUNDS
from naravard.access.rules.errors import (
    AccessDenied,
    AssignmentNotInForce,
    EmergencyNotBegun,
    GuardianCannotBlock,
    NotYourProvidersBlock,
    ReasonTooLong,
)
from naravard.access.rules.facts import (
    BlockFacts,
    BlockKind,
    Circumstances,
    ConsentFacts,
    ConsentHow,
    ConsentScope,
    RecordFacts,
    RelatedFacts,
    SubjectFacts,
    age_on,
    consent_lasts_until,
    usual_purpose,
    usual_record,
)
from naravard.access.rules.grounds import MESSAGE_GROUNDS, READING_GROUNDS, Ground, why
from naravard.access.rules.matrix import permission_matrix
from naravard.access.rules.order import decide
from naravard.access.rules.permissions import PERMISSIONS, could_do, may_do
from naravard.access.rules.relations import (
    RelationFacts,
    RelationKind,
    lives_until,
    why_relation,
)
from naravard.access.rules.searching import decide_list, decide_search

__all__ = [
    "CARE_PROVIDERS",
    "CATEGORY_IN_SWEDISH",
    "EMERGENCY_GROUNDS",
    "LAW_OF_RULE",
    "MESSAGE_GROUNDS",
    "PERMISSIONS",
    "READING_GROUNDS",
    "RULE_IN_SWEDISH",
    "AccessDenied",
    "Action",
    "Actor",
    "ActorKind",
    "AssignmentNotInForce",
    "BlockFacts",
    "BlockKind",
    "Category",
    "Circumstances",
    "ConsentFacts",
    "ConsentHow",
    "ConsentScope",
    "Decision",
    "Depth",
    "Domain",
    "EmergencyNotBegun",
    "Extent",
    "GlassStep",
    "Ground",
    "GuardianCannotBlock",
    "NotYourProvidersBlock",
    "OpenRecord",
    "Outcome",
    "PartyKind",
    "Permission",
    "Purpose",
    "ReasonTooLong",
    "RecordFacts",
    "RelatedFacts",
    "RelationFacts",
    "RelationKind",
    "Rule",
    "SearchTerm",
    "SubjectFacts",
    "age_on",
    "consent_lasts_until",
    "could_do",
    "decide",
    "decide_list",
    "decide_search",
    "domain_of",
    "lives_until",
    "may_do",
    "permission_matrix",
    "usual_purpose",
    "usual_record",
    "why",
    "why_relation",
]
