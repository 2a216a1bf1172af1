/**
 * Version 2: the samples of sets, compressed as their station packed them, in parts that come one after the other. A recording
 * is there when all of it is: the row of `recordings` is written last, after its sum was checked. Stations read both tables and
 * write through the functions alone, which never change what is whole.
 */
export const GYM_SCHEMA_V2 = `
CREATE TABLE lockout.recordings (
  gym uuid NOT NULL,
  set uuid NOT NULL,
  format int NOT NULL,
  compression text NOT NULL,
  samples int NOT NULL,
  parts int NOT NULL,
  sha256 bytea NOT NULL,
  PRIMARY KEY (gym, set)
);
CREATE TABLE lockout.recording_parts (
  gym uuid NOT NULL,
  set uuid NOT NULL,
  place int NOT NULL CHECK (place >= 0),
  data bytea NOT NULL,
  PRIMARY KEY (gym, set, place)
);
-- compressed already
ALTER TABLE lockout.recording_parts ALTER COLUMN data SET STORAGE EXTERNAL;

ALTER TABLE lockout.recordings ENABLE ROW LEVEL SECURITY;
ALTER TABLE lockout.recording_parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON lockout.recordings TO lockout_station USING (gym = (SELECT lockout.my_gym()));
CREATE POLICY own ON lockout.recording_parts TO lockout_station USING (gym = (SELECT lockout.my_gym()));
GRANT SELECT ON lockout.recordings, lockout.recording_parts TO lockout_station;

-- The next part of a set's samples; one that is there already, or of a set that is whole or gone, changes nothing.
CREATE FUNCTION lockout.take_part(of_set uuid, at int, bytes bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE mine uuid := lockout.my_gym();
BEGIN
  INSERT INTO lockout.recording_parts (gym, set, place, data)
  SELECT mine, of_set, at, bytes
  WHERE EXISTS (SELECT 1 FROM lockout.sets WHERE gym = mine AND id = of_set AND NOT gone)
    AND NOT EXISTS (SELECT 1 FROM lockout.recordings AS r WHERE r.gym = mine AND r.set = of_set)
  ON CONFLICT DO NOTHING;
END $$;

-- All parts have come: true where their sum is right. Where it is not they are thrown away, and come again.
CREATE FUNCTION lockout.close_recording(of_set uuid, a_format int, a_compression text, a_samples int, sum bytea)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine uuid := lockout.my_gym();
  found_sum bytea;
  count int;
BEGIN
  IF EXISTS (SELECT 1 FROM lockout.recordings AS r WHERE r.gym = mine AND r.set = of_set) THEN RETURN true; END IF;
  SELECT pg_catalog.sha256(string_agg(p.data, ''::bytea ORDER BY p.place)), count(*) INTO found_sum, count
  FROM lockout.recording_parts AS p WHERE p.gym = mine AND p.set = of_set;
  IF found_sum IS DISTINCT FROM sum THEN
    DELETE FROM lockout.recording_parts AS p WHERE p.gym = mine AND p.set = of_set;
    RETURN false;
  END IF;
  INSERT INTO lockout.recordings (gym, set, format, compression, samples, parts, sha256)
  VALUES (mine, of_set, a_format, a_compression, a_samples, count, sum) ON CONFLICT DO NOTHING;
  RETURN true;
END $$;

-- Who is deleted leaves nothing, the samples of their sets included.
CREATE FUNCTION lockout.drop_recording() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM lockout.recordings AS r WHERE r.gym = NEW.gym AND r.set = NEW.id;
  DELETE FROM lockout.recording_parts AS p WHERE p.gym = NEW.gym AND p.set = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_recording AFTER UPDATE OF gone ON lockout.sets
FOR EACH ROW WHEN (NEW.gone AND NOT OLD.gone) EXECUTE FUNCTION lockout.drop_recording();

REVOKE ALL ON FUNCTION lockout.take_part(uuid, int, bytea), lockout.close_recording(uuid, int, text, int, bytea),
  lockout.drop_recording() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lockout.take_part(uuid, int, bytea), lockout.close_recording(uuid, int, text, int, bytea)
TO lockout_station;
`;
