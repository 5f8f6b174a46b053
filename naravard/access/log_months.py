"""SQL of the access log: a table by month, in the database's order of transactions.

Used by migrations. `written_in` is the number of the transaction that wrote the row:
when no transaction below a number is still open, all rows below it are final, and can
be sealed without any reader having waited for another.
"""

COLUMNS = """
    at timestamptz NOT NULL,
    actor_kind varchar(20) NOT NULL,
    professional_id uuid,
    assignment_id uuid,
    unit_id uuid,
    organisation_id uuid,
    actor_person_id uuid,
    action varchar(40) NOT NULL,
    category varchar(40) NOT NULL,
    ground varchar(40) NOT NULL,
    rule varchar(60) NOT NULL,
    reason varchar(300) NOT NULL,
    allowed boolean NOT NULL,
    review boolean NOT NULL,
    subjects uuid[] NOT NULL,
    about uuid"""
NAMES = ", ".join(line.split()[0] for line in COLUMNS.strip().splitlines())

# The number of a transaction, for the column and for the horizon alike. After a restore
# from a dump the cluster counts anew; `naravard seal-log --restored` then adds to it.
MOMENT = """
CREATE OR REPLACE FUNCTION access_log_moment(transaction xid8) RETURNS bigint
LANGUAGE sql IMMUTABLE AS 'SELECT transaction::text::bigint + {begins}';
"""

TABLE = f"""
ALTER TABLE access_accesslogentry RENAME TO access_log_whole;
CREATE SEQUENCE access_log_number;
CREATE TABLE access_accesslogentry (
    id bigint NOT NULL DEFAULT nextval('access_log_number'),{COLUMNS},
    written_in bigint NOT NULL DEFAULT access_log_moment(pg_current_xact_id())
) PARTITION BY RANGE (at);
ALTER SEQUENCE access_log_number OWNED BY access_accesslogentry.id;
-- Nothing is refused a place in the log because its month has not been made.
CREATE TABLE access_log_other PARTITION OF access_accesslogentry DEFAULT;
"""

# A month begins and ends by the Swedish clock. The new table is attached, not made in
# its place, so that those who write meanwhile do not wait.
MAKE_MONTH = """
CREATE FUNCTION access_log_make_month(any_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    first_day date := date_trunc('month', any_day)::date;
    month text := 'access_log_' || to_char(first_day, 'YYYY_MM');
    begins timestamptz := first_day::timestamp AT TIME ZONE 'Europe/Stockholm';
    ends timestamptz := (first_day + interval '1 month')::timestamp
        AT TIME ZONE 'Europe/Stockholm';
BEGIN
    IF to_regclass('public.' || month) IS NOT NULL THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('access_log_make_month'));
    IF to_regclass('public.' || month) IS NOT NULL
        OR EXISTS (SELECT FROM access_log_other WHERE at >= begins AND at < ends) THEN
        RETURN false;
    END IF;
    EXECUTE format(
        'CREATE TABLE public.%I (LIKE access_accesslogentry INCLUDING ALL)', month);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', month);
    PERFORM access_log_close(month);
    EXECUTE format('ALTER TABLE access_accesslogentry ATTACH PARTITION public.%I'
        ' FOR VALUES FROM (%L) TO (%L)', month, begins, ends);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON public.%I'
        ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
        month || '_no_truncate', month);
    RETURN true;
END $$;
"""

# A month is reached through the whole log only: its own table has no policies.
CLOSE_MONTH = """
CREATE FUNCTION access_log_close(month text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['naravard_app', 'naravard_jobs'] LOOP
        IF to_regrole(role_name) IS NOT NULL THEN
            EXECUTE format('REVOKE ALL ON public.%I FROM %I', month, role_name);
        END IF;
    END LOOP;
END $$;
"""

MOVE_ROWS = """
SELECT access_log_make_month(month::date) FROM generate_series(
    date_trunc('month', LEAST(now(), (SELECT min(at) FROM access_log_whole))),
    date_trunc('month', now()) + interval '2 months', interval '1 month') month;
INSERT INTO access_accesslogentry (id, {names})
    SELECT id, {names} FROM access_log_whole ORDER BY id;
SELECT setval('access_log_number', (SELECT COALESCE(max(id), 0) + 1
    FROM access_accesslogentry), false);
DROP TABLE access_log_whole;
"""
MOVE = MOVE_ROWS.format(names=NAMES)

INDEXES = """
ALTER TABLE access_accesslogentry
    ADD CONSTRAINT access_accesslogentry_pkey PRIMARY KEY (id, at),
    ADD CONSTRAINT access_accesslogentry_actor_kind_known CHECK
        (actor_kind IN ('staff', 'person', 'relative', 'system'));
CREATE INDEX access_log_subjects ON access_accesslogentry USING gin (subjects);
CREATE INDEX access_acce_unit_id_9699e1_idx ON access_accesslogentry (unit_id, at);
CREATE INDEX access_log_review ON access_accesslogentry (organisation_id, at)
    WHERE review;
CREATE INDEX access_log_written_in ON access_accesslogentry (written_in);
"""

STEPS = (MOMENT.format(begins=0), TABLE, CLOSE_MONTH, MAKE_MONTH, MOVE, INDEXES)
