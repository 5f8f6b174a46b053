"""What FHIRPath needs that SQL has no word for, as macros of DuckDB (pure).

A collection is a list of JSON, never NULL; a single value is NULL when it is empty.
"""

MANY = "flera värden där ett väntas"
NOT_TRUTH = "ett villkor ska vara sant eller falskt"
_FULL_DAY = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}'"
_ZONE = "'(Z|[+-][0-9]{2}:[0-9]{2})$'"
_A_MOMENT = "'^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?$'"
_NUMBERS = "('BIGINT', 'UBIGINT', 'DOUBLE')"

MACROS = (
    # What stands in one place of a resource, as a list; what is null is not there.
    """fhir_items(j) AS list_filter(CASE json_type(j)
        WHEN 'ARRAY' THEN json_extract(j, '$[*]') ELSE [j] END,
        lambda z: z <> 'null')""",
    """fhir_child(j, path, every) AS list_filter(CASE json_type(j, path)
        WHEN 'ARRAY' THEN json_extract(j, every) ELSE [json_extract(j, path)] END,
        lambda z: z <> 'null')""",
    """fhir_step(l, path, every) AS
        flatten(list_transform(l, lambda e: fhir_child(e, path, every)))""",
    # One of several names: what an element of several types is called.
    """fhir_any(l, paths) AS flatten(list_transform(l, lambda e:
        list_filter(json_extract(e, paths), lambda z: z IS NOT NULL AND z <> 'null')))
    """,
    "fhir_list(j) AS list_filter([j], lambda z: z IS NOT NULL)",
    f"fhir_one(l) AS CASE WHEN len(l) > 1 THEN error('{MANY}') ELSE l[1] END",
    "fhir_text(l) AS json_extract_string(fhir_one(l), '$')",
    "fhir_number(l) AS TRY_CAST(fhir_text(l) AS DOUBLE)",
    # What is used more than once is given a name first, or the SQL would grow.
    f"""fhir_true(l) AS list_transform([l], lambda q: CASE WHEN len(q) = 0 THEN NULL
        WHEN len(q) > 1 THEN error('{MANY}')
        WHEN json_type(q[1]) = 'BOOLEAN' THEN q[1] = 'true' ELSE TRUE END)[1]""",
    f"""fhir_condition(l) AS list_transform([l], lambda q:
        CASE WHEN len(q) = 0 THEN NULL
        WHEN len(q) = 1 AND json_type(q[1]) = 'BOOLEAN' THEN q[1] = 'true'
        ELSE error('{NOT_TRUTH}') END)[1]""",
    "fhir_distinct(l) AS list_filter(l, lambda z, i: list_position(l, z) = i)",
    # Days and moments: the first and the last moment that a text may mean, in UTC.
    f"""fhir_zoned(t) AS CASE WHEN regexp_matches(t, {_ZONE})
        THEN timezone('UTC', TRY_CAST(t AS TIMESTAMPTZ))
        ELSE TRY_CAST(t AS TIMESTAMP) END""",
    """fhir_first_moment(t) AS CASE length(t)
        WHEN 4 THEN TRY_CAST(t || '-01-01' AS TIMESTAMP)
        WHEN 7 THEN TRY_CAST(t || '-01' AS TIMESTAMP) ELSE fhir_zoned(t) END""",
    """fhir_last_moment(t) AS CASE length(t)
        WHEN 4 THEN TRY_CAST(t || '-12-31T23:59:59.999' AS TIMESTAMP)
        WHEN 7 THEN TRY_CAST(last_day(TRY_CAST(t || '-01' AS DATE))
          || ' 23:59:59.999' AS TIMESTAMP)
        WHEN 10 THEN TRY_CAST(t || 'T23:59:59.999' AS TIMESTAMP)
        ELSE fhir_zoned(t) END""",
    """fhir_same_moment(a, b) AS CASE
        WHEN fhir_first_moment(a) = fhir_first_moment(b)
          AND fhir_last_moment(a) = fhir_last_moment(b) THEN TRUE
        WHEN fhir_last_moment(a) < fhir_first_moment(b)
          OR fhir_last_moment(b) < fhir_first_moment(a) THEN FALSE END""",
    """fhir_before(a, b) AS CASE
        WHEN fhir_last_moment(a) < fhir_first_moment(b) THEN TRUE
        WHEN fhir_first_moment(a) >= fhir_last_moment(b) THEN FALSE
        WHEN fhir_first_moment(a) = fhir_first_moment(b)
          AND fhir_last_moment(a) = fhir_last_moment(b) THEN FALSE END""",
    # Two values out of a resource: numbers as numbers, moments as moments.
    f"""fhir_is_moment(t) AS regexp_matches(t, {_A_MOMENT}) AND length(t) >= 4""",
    f"""fhir_both_numbers(a, b) AS json_type(a) IN {_NUMBERS}
        AND json_type(b) IN {_NUMBERS}""",
    """fhir_same(a, b) AS CASE WHEN a = b THEN TRUE
        WHEN fhir_both_numbers(a, b)
          THEN CAST(a AS DOUBLE) = CAST(b AS DOUBLE)
        WHEN fhir_is_moment(json_extract_string(a, '$'))
          AND fhir_is_moment(json_extract_string(b, '$'))
          THEN fhir_same_moment(json_extract_string(a, '$'),
            json_extract_string(b, '$'))
        ELSE FALSE END""",
    """fhir_less(one, other) AS list_transform([{'a': one, 'b': other}], lambda p: CASE
        WHEN fhir_both_numbers(p.a, p.b)
          THEN CAST(p.a AS DOUBLE) < CAST(p.b AS DOUBLE)
        WHEN fhir_is_moment(json_extract_string(p.a, '$'))
          AND fhir_is_moment(json_extract_string(p.b, '$'))
          THEN fhir_before(json_extract_string(p.a, '$'),
            json_extract_string(p.b, '$'))
        ELSE json_extract_string(p.a, '$') < json_extract_string(p.b, '$') END)[1]""",
    """fhir_equal(one, other) AS list_transform([{'l': one, 'r': other}], lambda p: CASE
        WHEN len(p.l) = 0 OR len(p.r) = 0 THEN NULL
        WHEN len(p.l) <> len(p.r) THEN FALSE
        ELSE list_bool_and(list_transform(p.l, lambda z, i: fhir_same(z, p.r[i])))
        END)[1]""",
    """fhir_moment_before(one, other) AS list_transform([{'a': one, 'b': other}],
        lambda p: fhir_before(p.a, p.b))[1]""",
    """fhir_moment_same(one, other) AS list_transform([{'a': one, 'b': other}],
        lambda p: fhir_same_moment(p.a, p.b))[1]""",
    # References: the id, of the type asked for or of any.
    r"""fhir_reference(j, wanted) AS CASE
        WHEN j ->> 'reference' IS NULL OR regexp_matches(j ->> 'reference', '[?#]')
          THEN NULL
        WHEN regexp_matches(j ->> 'reference', '^urn:(uuid|oid):')
          THEN CASE WHEN wanted = '' OR COALESCE(j ->> 'type', wanted) = wanted
            THEN regexp_extract(j ->> 'reference', '^urn:(?:uuid|oid):(.+)$', 1) END
        WHEN wanted = '' OR regexp_extract(j ->> 'reference',
            '([A-Za-z]+)/[A-Za-z0-9.-]+(/_history/[^/]+)?$', 1) = wanted
          THEN NULLIF(regexp_extract(j ->> 'reference',
            '[A-Za-z]+/([A-Za-z0-9.-]+?)(?:/_history/[^/]+)?$', 1), '') END""",
    # The limits of what a value of some precision may be.
    """fhir_decimals(t) AS CASE WHEN contains(t, '.')
        THEN length(t) - strpos(t, '.') ELSE 0 END""",
    """fhir_half(t) AS CAST('0.' || repeat('0', fhir_decimals(t)) || '5'
        AS DECIMAL(38, 12))""",
    """fhir_low_number(t) AS
        CAST(CAST(t AS DECIMAL(38, 12)) - fhir_half(t) AS DOUBLE)""",
    """fhir_high_number(t) AS
        CAST(CAST(t AS DECIMAL(38, 12)) + fhir_half(t) AS DOUBLE)""",
    """fhir_low_day(t) AS CASE length(t) WHEN 4 THEN t || '-01-01'
        WHEN 7 THEN t || '-01' ELSE left(t, 10) END""",
    """fhir_high_day(t) AS CASE length(t) WHEN 4 THEN t || '-12-31'
        WHEN 7 THEN CAST(last_day(TRY_CAST(t || '-01' AS DATE)) AS VARCHAR)
        ELSE left(t, 10) END""",
    f"""fhir_zone(t, other) AS CASE
        WHEN contains(t, 'T') AND regexp_matches(t, {_ZONE})
        THEN regexp_extract(t, {_ZONE}) ELSE other END""",
    f"""fhir_clock(t) AS regexp_replace(t, {_ZONE}, '')""",
    """fhir_low_clock(t) AS t || '00:00:00.000'[length(t) + 1:]""",
    """fhir_high_clock(t) AS t || '23:59:59.999'[length(t) + 1:]""",
    """fhir_clock_of(t) AS CASE WHEN contains(t, 'T')
        THEN fhir_clock(split_part(t, 'T', 2)) ELSE '' END""",
    """fhir_low_moment(t) AS fhir_low_day(split_part(t, 'T', 1)) || 'T'
        || fhir_low_clock(fhir_clock_of(t)) || fhir_zone(t, '+14:00')""",
    """fhir_high_moment(t) AS fhir_high_day(split_part(t, 'T', 1)) || 'T'
        || fhir_high_clock(fhir_clock_of(t)) || fhir_zone(t, '-12:00')""",
    *(
        f"""fhir_{side}_boundary(j, kind) AS CASE
        WHEN j IS NULL THEN NULL
        WHEN json_type(j) IN {_NUMBERS}
          THEN to_json(fhir_{side}_number(CAST(j AS VARCHAR)))
        WHEN json_type(j) = 'OBJECT' AND json_exists(j, '$.{end}')
          THEN to_json(fhir_{side}_moment(j ->> '{end}'))
        WHEN json_type(j) <> 'VARCHAR' THEN NULL
        WHEN kind = 'time' OR regexp_matches(json_extract_string(j, '$'),
            '^[0-9]{{2}}:')
          THEN to_json(fhir_{side}_clock(json_extract_string(j, '$')))
        WHEN NOT regexp_matches(json_extract_string(j, '$'), {_A_MOMENT}) THEN NULL
        WHEN kind = 'dateTime' OR contains(json_extract_string(j, '$'), 'T')
          THEN to_json(fhir_{side}_moment(json_extract_string(j, '$')))
        ELSE to_json(fhir_{side}_day(json_extract_string(j, '$'))) END"""
        for side, end in (("low", "start"), ("high", "end"))
    ),
)


def prelude() -> str:
    """The statements that a compiled view needs to have been run before it."""
    return ";\n".join(f"CREATE OR REPLACE TEMP MACRO {each}" for each in MACROS) + ";"
