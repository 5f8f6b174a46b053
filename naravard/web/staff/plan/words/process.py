"""Where a plan, a meeting and a task stand, in words and tones."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.plan.rules.consent import GuardianRule, Speaker
from naravard.plan.rules.meetings import InviteeKind, MeetingStatus, Reply
from naravard.plan.rules.process import EndedBecause, PlanStatus
from naravard.plan.rules.tasks import TaskKind, TaskStatus

Words = dict[str, Promise]

PLAN: Words = {
    PlanStatus.NEED_FLAGGED: gettext_lazy("Behov av plan"),
    PlanStatus.CONSENT_PENDING: gettext_lazy("Personen funderar"),
    PlanStatus.DECLINED: gettext_lazy("Personen vill inte ha en plan"),
    PlanStatus.PREPARING: gettext_lazy("Förbereds"),
    PlanStatus.INVITED: gettext_lazy("Kallelse är skickad"),
    PlanStatus.MEETING_HELD: gettext_lazy("Mötet är hållet"),
    PlanStatus.ACTIVE: gettext_lazy("Planen gäller"),
    PlanStatus.UNDER_REVIEW: gettext_lazy("Följs upp"),
    PlanStatus.CLOSED: gettext_lazy("Avslutad"),
    PlanStatus.WITHDRAWN: gettext_lazy("Samtycket är återkallat"),
}
# The six steps of the process; a plan that is not on its way stands on none.
STEPS: dict[PlanStatus, int] = {
    PlanStatus.NEED_FLAGGED: 1,
    PlanStatus.CONSENT_PENDING: 1,
    PlanStatus.PREPARING: 2,
    PlanStatus.INVITED: 3,
    PlanStatus.MEETING_HELD: 4,
    PlanStatus.ACTIVE: 5,
    PlanStatus.UNDER_REVIEW: 5,
    PlanStatus.CLOSED: 6,
}
STEP_COUNT = 6
TONES: dict[str, str] = {
    PlanStatus.ACTIVE: "good",
    PlanStatus.DECLINED: "plain",
    PlanStatus.WITHDRAWN: "warning",
    PlanStatus.CLOSED: "plain",
}
MEETING: Words = {
    MeetingStatus.PROPOSED: gettext_lazy("Tid väljs"),
    MeetingStatus.CALLED: gettext_lazy("Kallat"),
    MeetingStatus.HELD: gettext_lazy("Hållet, anteckningar saknas"),
    MeetingStatus.CLOSED: gettext_lazy("Klart"),
    MeetingStatus.CANCELLED: gettext_lazy("Inställt"),
}
REPLY: Words = {
    Reply.NONE: gettext_lazy("Inte svarat"),
    Reply.YES: gettext_lazy("Kommer"),
    Reply.NO: gettext_lazy("Kommer inte"),
    Reply.OTHER_TIME: gettext_lazy("Vill ha en annan tid"),
}
REPLY_TONES: dict[str, str] = {
    Reply.NONE: "warning",
    Reply.YES: "good",
    Reply.NO: "plain",
    Reply.OTHER_TIME: "warning",
}
INVITEE: Words = {
    InviteeKind.PERSON: gettext_lazy("Personen själv"),
    InviteeKind.RELATED: gettext_lazy("Närstående"),
    InviteeKind.UNIT: gettext_lazy("Enhet"),
    InviteeKind.OUTSIDE: gettext_lazy("Utanför Nära"),
    InviteeKind.INTERPRETER: gettext_lazy("Tolk"),
}
TASK: Words = {
    TaskStatus.ASKED: gettext_lazy("Väntar på svar"),
    TaskStatus.ACCEPTED: gettext_lazy("Antagen"),
    TaskStatus.DECLINED: gettext_lazy("Avböjd"),
    TaskStatus.DONE: gettext_lazy("Klar"),
    TaskStatus.WITHDRAWN: gettext_lazy("Återtagen"),
}
TASK_TONES: dict[str, str] = {
    TaskStatus.ASKED: "warning",
    TaskStatus.ACCEPTED: "info",
    TaskStatus.DECLINED: "warning",
    TaskStatus.DONE: "good",
    TaskStatus.WITHDRAWN: "plain",
}
TASK_KIND: Words = {
    TaskKind.DO: gettext_lazy("Uppgift"),
    TaskKind.BOUNDARY: gettext_lazy("Vems är det här?"),
    TaskKind.OWN_NEED: gettext_lazy("Ta ansvar för ett behov"),
}
ENDED: Words = {
    EndedBecause.GOALS_MET: gettext_lazy("Målen är nådda"),
    EndedBecause.NEED_CEASED: gettext_lazy("Behovet finns inte längre"),
    EndedBecause.PERSON_ENDS: gettext_lazy("Personen vill avsluta"),
    EndedBecause.DECEASED: gettext_lazy("Personen har avlidit"),
}
SPEAKER: Words = {
    Speaker.PERSON: gettext_lazy("Personen själv"),
    Speaker.GUARDIAN: gettext_lazy("Vårdnadshavare"),
    Speaker.TRUSTEE: gettext_lazy("Ställföreträdare"),
}
GUARDIANS: Words = {
    GuardianRule.BOTH: gettext_lazy("Båda vårdnadshavarna behöver säga ja"),
    GuardianRule.ONE: gettext_lazy("Det räcker att en vårdnadshavare säger ja"),
}
