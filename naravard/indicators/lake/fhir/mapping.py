"""How rows of the views become rows of the lake's tables, as SQL (pure).

What FHIR has no element for is empty: which level of care a visit was at, and when
somebody was ready to leave. A table without rows is not written.
"""

# HL7 v3-ActCode, and the word Synthea once used.
INPATIENT = "('IMP', 'ACUTE', 'NONAC', 'inpatient')"
NOT_HAPPENED = "('planned', 'cancelled', 'entered-in-error')"
EXTERNAL = "regexp_matches(code, '^[V-Y]')"  # external causes, chapter XX of ICD-10

VIEWS = ("patient", "encounter", "condition", "medication_request")
# Diagnoses of each encounter: the one ranked first, else the one recorded first.
DIAGNOSED = f"""
SELECT encounter,
  arg_min(code, recorded) FILTER (WHERE NOT {EXTERNAL}) AS first_code,
  list(code ORDER BY recorded, key) FILTER (WHERE NOT {EXTERNAL}) AS codes,
  list(code ORDER BY recorded, key) FILTER (WHERE {EXTERNAL}) AS causes
FROM condition WHERE code IS NOT NULL GROUP BY encounter
"""
TABLES = {
    "person": """
        SELECT key AS pid, birth,
          CASE gender WHEN 'female' THEN 'F' WHEN 'male' THEN 'M' END AS sex,
          municipality AS muni, dead
        FROM patient WHERE length(birth) = 10
    """,
    "stay": f"""
        SELECT e.patient AS pid, e.start AS "in", e."end" AS "out",
          e.elective AS planned, COALESCE(ranked.code, d.first_code) AS main,
          array_to_string(list_filter(d.codes, lambda c:
            c <> COALESCE(ranked.code, d.first_code)), ';') AS dx,
          array_to_string(d.causes, ';') AS ecode, NULL AS clinic,
          e.provider AS hospital, NULL AS psych, NULL AS ready, e.died
        FROM encounter AS e
        LEFT JOIN condition AS ranked ON ranked.key = e.main_condition
        LEFT JOIN ({DIAGNOSED}) AS d ON d.encounter = e.key
        WHERE e.class IN {INPATIENT} AND e.status NOT IN {NOT_HAPPENED}
    """,
    "visit": f"""
        SELECT e.patient AS pid, e.start AS "at", e.provider AS unit,
          CASE e.class WHEN 'EMER' THEN 'akut' END AS level, NULL AS prof,
          e.clinician AS clin, CASE e.class WHEN 'HH' THEN 'hem'
            WHEN 'VR' THEN 'video' ELSE 'mottagning' END AS mode,
          NULL AS new_problem, NULL AS contact_date, NULL AS patient_chose_later
        FROM encounter AS e
        WHERE e.class NOT IN {INPATIENT} AND e.status NOT IN {NOT_HAPPENED}
    """,
    "medlist": """
        SELECT patient AS pid, atc, "from", "to" FROM medication_request
        WHERE patient IS NOT NULL
    """,
}
