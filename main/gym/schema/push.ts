/**
 * Takes changes of a station in, in their order, in one transaction: per register the later stamp stays, one that is there
 * already changes nothing, so that a push may be repeated. What lost to another station's word is kept as a line of the set's
 * audit. Returns the position after it.
 */
export const GYM_PUSH = `
-- A register of one column, or a load whatever its unit, as a line of an audit says it.
CREATE OR REPLACE FUNCTION lockout.plain(register jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN register ? 'load_kg' THEN register -> 'load_kg'
    WHEN count(*) = 1 THEN jsonb_agg(value) -> 0 ELSE register END
  FROM jsonb_each(CASE jsonb_typeof(register) WHEN 'object' THEN register ELSE '{}' END)
$$;
GRANT EXECUTE ON FUNCTION lockout.plain(jsonb) TO lockout_station;

CREATE OR REPLACE FUNCTION lockout.push(changes jsonb) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine uuid := lockout.my_gym();
  at bigint;
  before bigint;
  change record;
  found_fields jsonb;
  found_stamps jsonb;
  found_made text;
  found_gone boolean;
  is_there boolean;
  is_changed boolean;
  new_fields jsonb;
  new_stamps jsonb;
  register text;
  line text;
  val jsonb;
  known text;
  lost jsonb;
  won jsonb;
BEGIN
  IF mine IS NULL THEN RAISE EXCEPTION 'no station of a gym' USING ERRCODE = '28000'; END IF;
  SELECT position INTO at FROM lockout.gyms WHERE id = mine FOR UPDATE;
  before := at;
  FOR change IN
    SELECT * FROM jsonb_to_recordset(changes)
      AS c (kind text, id uuid, field text, stamp text, base text, value jsonb)
  LOOP
    IF change.field = 'gone' AND EXISTS (SELECT 1 FROM lockout.athletes WHERE gym = mine AND id = change.id) THEN
      change.kind := 'athlete';
    END IF;
    IF change.stamp !~ '^[0-9a-f]{24}$' THEN RAISE EXCEPTION 'bad stamp' USING ERRCODE = '22000'; END IF;
    IF change.kind = 'athlete' THEN
      SELECT fields, stamps, made, gone INTO found_fields, found_stamps, found_made, found_gone
      FROM lockout.athletes WHERE gym = mine AND id = change.id;
    ELSE
      SELECT fields, stamps, made, gone INTO found_fields, found_stamps, found_made, found_gone
      FROM lockout.sets WHERE gym = mine AND id = change.id;
    END IF;
    is_there := FOUND;
    CONTINUE WHEN is_there AND found_gone;
    new_fields := coalesce(found_fields, '{}');
    new_stamps := coalesce(found_stamps, '{}');
    found_gone := change.field = 'gone';
    is_changed := found_gone;
    IF found_gone THEN
      -- nothing of it is kept but that it is gone
      new_fields := '{}'; new_stamps := '{}'; found_made := change.stamp;
    ELSIF NOT is_there AND change.field = '*' THEN
      new_fields := change.value; found_made := change.stamp; is_changed := true;
    ELSE
      found_made := coalesce(found_made, '');
      FOR register, val IN
        SELECT key, value FROM jsonb_each(
          CASE WHEN change.field = '*' THEN change.value
            ELSE jsonb_build_object(change.field, coalesce(change.value, 'null')) END)
      LOOP
        known := coalesce(new_stamps ->> register, CASE WHEN new_fields ? register THEN found_made ELSE '' END);
        CONTINUE WHEN change.stamp = known;
        lost := NULL;
        IF change.stamp COLLATE "C" > known THEN
          lost := new_fields -> register; won := val;
          new_fields := jsonb_set(new_fields, ARRAY[register], val);
          new_stamps := jsonb_set(new_stamps, ARRAY[register], to_jsonb(change.stamp));
          is_changed := true;
        ELSE
          lost := val; won := new_fields -> register;
        END IF;
        -- neither had heard of the other: one of them was overruled
        IF change.kind = 'set' AND change.field <> '*' AND register NOT LIKE '%:%' AND register <> 'analysis'
          AND known <> '' AND change.base IS DISTINCT FROM known
          AND right(known, 8) <> right(change.stamp, 8) AND lost IS DISTINCT FROM won
        THEN
          line := 'edit:' || md5(change.id::text || register || least(known COLLATE "C", change.stamp));
          new_fields := jsonb_set(new_fields, ARRAY[line], jsonb_build_object(
            'at', ('x' || lpad(left(change.stamp, 12), 16, '0'))::bit(64)::bigint,
            'what', 'overruled ' || register, 'before', lockout.plain(lost)::text, 'after', lockout.plain(won)::text,
            'rep', NULL));
          new_stamps := jsonb_set(new_stamps, ARRAY[line],
            to_jsonb(greatest(known COLLATE "C", change.stamp)));
          is_changed := true;
        END IF;
      END LOOP;
    END IF;
    CONTINUE WHEN NOT is_changed;
    IF change.kind = 'set' AND EXISTS (
      SELECT 1 FROM lockout.athletes
      WHERE gym = mine AND id = (new_fields -> 'whose' ->> 'athlete')::uuid AND gone)
    THEN
      -- somebody who is deleted leaves nothing, a set that was lifted meanwhile included
      found_gone := true; new_fields := '{}'; new_stamps := '{}';
    END IF;
    at := at + 1;
    IF change.kind = 'athlete' THEN
      INSERT INTO lockout.athletes (gym, id, position, gone, made, fields, stamps)
      VALUES (mine, change.id, at, found_gone, found_made, new_fields, new_stamps)
      ON CONFLICT (gym, id) DO UPDATE SET position = excluded.position, gone = excluded.gone, made = excluded.made,
        fields = excluded.fields, stamps = excluded.stamps;
      IF found_gone THEN
        -- with an athlete goes all that is theirs; their number is the athlete's, one place each is not needed
        UPDATE lockout.sets SET gone = true, made = change.stamp, fields = '{}', stamps = '{}', position = at
        WHERE gym = mine AND athlete = change.id AND NOT gone;
      END IF;
    ELSE
      INSERT INTO lockout.sets (gym, id, position, gone, made, fields, stamps)
      VALUES (mine, change.id, at, found_gone, found_made, new_fields, new_stamps)
      ON CONFLICT (gym, id) DO UPDATE SET position = excluded.position, gone = excluded.gone, made = excluded.made,
        fields = excluded.fields, stamps = excluded.stamps;
    END IF;
  END LOOP;
  IF at > before THEN
    UPDATE lockout.gyms SET position = at WHERE id = mine;
    PERFORM pg_notify('lockout_' || replace(mine::text, '-', ''), '');
  END IF;
  RETURN at;
END $$;
REVOKE ALL ON FUNCTION lockout.push(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lockout.push(jsonb) TO lockout_station;
`;
