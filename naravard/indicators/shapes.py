"""SELECTs that several definitions share, with the part where they differ (pure)."""

from naravard.indicators.fragments import flag, one_of

OLD = 65
NO_ANSWER = ("vet_ej", "vet ej")
_ANSWER = """
SELECT CAST(NULL AS BIGINT) AS pid, s."date" AS day, s.muni AS muni, s.unit AS unit,
  COALESCE(s.weight, 1) AS den, {num} AS num
FROM survey AS s
WHERE s.item = '{item}' AND {counts}
"""
AS_NUMBER = "TRY_CAST(s.answer AS DOUBLE)"


def share_of_answers(item: str, condition: str) -> str:
    """Those who answered the question, weighed; above the line where it holds."""
    known = f"s.answer IS NOT NULL AND NOT {one_of('LOWER(s.answer)', NO_ANSWER)}"
    num = f"CASE WHEN {condition} THEN COALESCE(s.weight, 1) ELSE 0 END"
    return _ANSWER.format(item=item, num=num, counts=known)


def share_answering(item: str, *words: str) -> str:
    """The same, of those whose answer is one of the words."""
    return share_of_answers(item, one_of("LOWER(s.answer)", words))


def mean_of_answers(item: str) -> str:
    """Those who answered the question with a number, weighed."""
    num = f"{AS_NUMBER} * COALESCE(s.weight, 1)"
    return _ANSWER.format(item=item, num=num, counts=f"{AS_NUMBER} IS NOT NULL")


def share_of_elders(condition: str, youngest: int = OLD) -> str:
    """Inhabitants of an age on the measure day; above the line where it holds."""
    return f"""
SELECT e.pid AS pid, $on_day AS day, e.muni AS muni, 1 AS den,
  {flag(condition)} AS num
FROM elder AS e WHERE e.age >= {youngest}
"""


def share_of_primary_care(condition: str) -> str:
    """Contacts in primary care; above the line where it holds."""
    return f"""
SELECT v.pid AS pid, v.at AS day, v.unit AS unit, 1 AS den, {flag(condition)} AS num
FROM visit AS v WHERE v.level = 'pv'
"""


def mean_of_continuity(index: str) -> str:
    """The index of those with enough doctors' visits."""
    return f"""
SELECT c.pid AS pid, $on_day AS day, 1 AS den, {index} AS num
FROM doctors_of_person AS c WHERE c.visits >= $min_visits
"""
