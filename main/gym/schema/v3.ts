/**
 * Version 3: what happens at each rack now, for boards and tablets. It is worth nothing a minute later, so that a crash of the
 * server may empty it: every station tells its own again within seconds. A station tells of itself alone, at most so much, and
 * what nobody has told anew for two hours is thrown away.
 */
export const GYM_SCHEMA_V3 = `
CREATE UNLOGGED TABLE lockout.racks (
  gym uuid NOT NULL,
  station text NOT NULL,
  at timestamptz NOT NULL,
  state jsonb NOT NULL CHECK (octet_length(state::text) <= 8000),
  PRIMARY KEY (gym, station)
) WITH (fillfactor = 50);
ALTER TABLE lockout.racks ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON lockout.racks TO lockout_station USING (gym = (SELECT lockout.my_gym()));
GRANT SELECT ON lockout.racks TO lockout_station;
CREATE INDEX stations_of ON lockout.stations (gym);

CREATE FUNCTION lockout.tell_rack(told jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM lockout.racks WHERE gym = lockout.my_gym() AND at < now() - interval '2 hours';
  INSERT INTO lockout.racks (gym, station, at, state)
  SELECT s.gym, s.id, clock_timestamp(), told FROM lockout.stations AS s
  WHERE s.role = session_user AND s.joined_at IS NOT NULL AND s.removed_at IS NULL
  ON CONFLICT (gym, station) DO UPDATE SET at = excluded.at, state = excluded.state
$$;
REVOKE ALL ON FUNCTION lockout.tell_rack(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lockout.tell_rack(jsonb) TO lockout_station;
`;
