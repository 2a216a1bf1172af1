/**
 * Version 1 of a gym's database. A record is an athlete or a set with all that hangs on it, as registers that change as one
 * (main/store/outbox/registers.ts): `fields` what they hold, `stamps` when each was last changed where that is not `made`.
 * Columns beside it are read out of it, for questions in SQL. Every row belongs to a gym, and a station sees its own alone.
 */
export const GYM_SCHEMA_V1 = `
CREATE TABLE lockout.gyms (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> ''),
  -- Number of the last change. It is given under a lock of this row, which a push holds until it commits: whoever has read up
  -- to a position has seen every change before it, which a sequence cannot promise.
  position bigint NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE lockout.stations (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{8}$'),
  gym uuid NOT NULL REFERENCES lockout.gyms,
  name text NOT NULL,
  role name NOT NULL UNIQUE,
  invited_at timestamptz NOT NULL DEFAULT now(),
  joined_at timestamptz,
  removed_at timestamptz
);

CREATE TABLE lockout.athletes (
  gym uuid NOT NULL,
  id uuid NOT NULL,
  position bigint NOT NULL,
  gone boolean NOT NULL DEFAULT false,
  made text COLLATE "C" NOT NULL,
  fields jsonb NOT NULL,
  stamps jsonb NOT NULL,
  name text GENERATED ALWAYS AS (fields -> 'name' ->> 'name') STORED,
  PRIMARY KEY (gym, id)
);
CREATE INDEX athletes_changed ON lockout.athletes (gym, position);

-- An identity begins with its time, so that a range of identities is a stretch of time: whoever runs many gyms can give a
-- month a partition of its own. All others are in one.
CREATE TABLE lockout.sets (
  gym uuid NOT NULL,
  id uuid NOT NULL,
  position bigint NOT NULL,
  gone boolean NOT NULL DEFAULT false,
  made text COLLATE "C" NOT NULL,
  fields jsonb NOT NULL,
  stamps jsonb NOT NULL,
  athlete uuid GENERATED ALWAYS AS ((fields -> 'whose' ->> 'athlete')::uuid) STORED,
  started_ms bigint GENERATED ALWAYS AS ((fields -> 'when' ->> 'started_at')::bigint) STORED,
  lift text GENERATED ALWAYS AS (fields -> 'lift' ->> 'lift') STORED,
  load_kg double precision GENERATED ALWAYS AS ((fields -> 'load' ->> 'load_kg')::double precision) STORED,
  PRIMARY KEY (gym, id)
) PARTITION BY RANGE (id);
CREATE TABLE lockout.sets_other PARTITION OF lockout.sets DEFAULT;
CREATE INDEX sets_changed ON lockout.sets (gym, position);
CREATE INDEX sets_of ON lockout.sets (gym, athlete, started_ms);
CREATE INDEX sets_by_time ON lockout.sets (gym, started_ms DESC);

-- The gym of whoever asks; null: none. Defined by the owner, because no station may read the others' rows to find out.
CREATE FUNCTION lockout.my_gym() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT gym FROM lockout.stations WHERE role = session_user AND joined_at IS NOT NULL AND removed_at IS NULL
$$;

ALTER TABLE lockout.gyms ENABLE ROW LEVEL SECURITY;
ALTER TABLE lockout.stations ENABLE ROW LEVEL SECURITY;
ALTER TABLE lockout.athletes ENABLE ROW LEVEL SECURITY;
ALTER TABLE lockout.sets ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON lockout.gyms TO lockout_station USING (id = (SELECT lockout.my_gym()));
CREATE POLICY own ON lockout.stations TO lockout_station USING (gym = (SELECT lockout.my_gym()));
CREATE POLICY own ON lockout.athletes TO lockout_station USING (gym = (SELECT lockout.my_gym()));
CREATE POLICY own ON lockout.sets TO lockout_station USING (gym = (SELECT lockout.my_gym()));

GRANT USAGE ON SCHEMA lockout TO lockout_station;
GRANT SELECT, UPDATE (position) ON lockout.gyms TO lockout_station;
GRANT SELECT (id, gym, name, joined_at, removed_at) ON lockout.stations TO lockout_station;
GRANT SELECT, INSERT, UPDATE ON lockout.athletes, lockout.sets TO lockout_station;

-- The invitation of whoever asks is taken up: it counts for ever from now on, with a password that only the station knows.
CREATE FUNCTION lockout.take_up(verifier text) RETURNS TABLE (gym uuid, gym_name text, station text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF verifier !~ '^SCRAM-SHA-256\\$' THEN RAISE EXCEPTION 'not a password verifier'; END IF;
  RETURN QUERY
    UPDATE lockout.stations AS s SET joined_at = now() FROM lockout.gyms AS g
    WHERE s.role = session_user AND s.joined_at IS NULL AND s.removed_at IS NULL AND g.id = s.gym
    RETURNING g.id, g.name, s.id;
  IF NOT FOUND THEN RAISE EXCEPTION 'this invitation was used' USING ERRCODE = '28000'; END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL ''infinity''', session_user, verifier);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA lockout FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lockout.my_gym(), lockout.take_up(text) TO lockout_station;
`;
