"""SQL of the second lock: a mandate holds to its last day.

Used by migrations. The rest of the question is as it was; see `access.lock`.
"""

from naravard.access.lock import SUBJECT

FOR_EVER = "jsonb_build_array(k.kind, k.may_read)"
TO_ITS_LAST_DAY = """jsonb_build_array(k.kind,
            k.may_read AND (k.mandate_to IS NULL OR k.mandate_to >= on_day))"""

BEFORE = SUBJECT.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
SUBJECT_WITH_MANDATES = BEFORE.replace(FOR_EVER, TO_ITS_LAST_DAY)
