-- Filters on an event's data, shares of an endpoint's caps among senders, and events that a store's own SQL emits.

-- What of `p_total` is the share of the sender of this rank among `p_senders`. The rest after equal shares goes round
-- by the endpoint's last byte, so that not every endpoint's goes to the same sender.
CREATE FUNCTION endpoint_share(p_total integer, p_senders integer, p_rank integer, p_endpoint_id uuid) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_total / p_senders
    + CASE WHEN (p_rank + get_byte(uuid_send(p_endpoint_id), 15)) % p_senders < p_total % p_senders THEN 1 ELSE 0 END
$$;

-- Event data as jsonb. It can hold NUL and halves of characters, which jsonb cannot: they become U+FFFD, which no
-- filter may contain. Normalised data has pairs of halves as one character; raw data, as SQL gave it, may have them as
-- two escapes, but then no half alone.
CREATE FUNCTION comparable_data(p_data text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  v_data text;
BEGIN
  IF strpos(p_data, '\u') = 0 OR p_data !~* '\\u(0000|d[89a-f])' THEN
    RETURN p_data::jsonb;
  END IF;
  -- First every escaped backslash, so that each one left begins an escape.
  v_data := replace(p_data, '\\', '\u005c');
  v_data := regexp_replace(v_data, '\\u0000', chr(65533), 'g');
  v_data := regexp_replace(v_data, '\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])', chr(65533), 'gi');
  v_data := regexp_replace(v_data, '(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}', chr(65533), 'gi');
  RETURN v_data::jsonb;
END $$;

-- Whether one condition of a filter holds for the object of an event; null where it is no condition.
CREATE FUNCTION condition_holds(p_condition jsonb, p_object jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  v_operator text;
  v_path text;
  v_part text;
  v_value jsonb;
  v_value_type text;
  v_found jsonb := p_object;
  v_found_type text;
BEGIN
  IF jsonb_typeof(p_condition) IS DISTINCT FROM 'object' THEN RETURN NULL; END IF;
  v_operator := p_condition ->> 'operator';
  v_path := p_condition ->> 'path';
  v_value := p_condition -> 'value';
  v_value_type := jsonb_typeof(v_value);
  IF NOT coalesce(
    p_condition - '{path,operator,value}'::text[] = '{}'
      AND jsonb_typeof(p_condition -> 'path') = 'string' AND v_path !~ '(^|\.)(\.|$)'
      AND CASE
        WHEN v_operator IN ('equals', 'not_equals', 'contains')
          THEN v_value_type IN ('string', 'number', 'boolean', 'null')
        WHEN v_operator IN ('in', 'not_in') THEN v_value_type = 'array'
        WHEN v_operator IN ('greater_than', 'greater_than_or_equal', 'less_than', 'less_than_or_equal')
          THEN v_value_type = 'number'
        WHEN v_operator = 'starts_with' THEN v_value_type = 'string'
        WHEN v_operator = 'exists' THEN v_value_type = 'boolean'
      END, false)
  THEN RETURN NULL; END IF;

  FOREACH v_part IN ARRAY string_to_array(v_path, '.') LOOP
    v_found := CASE jsonb_typeof(v_found)
      WHEN 'object' THEN v_found -> v_part
      WHEN 'array' THEN CASE WHEN v_part ~ '^(0|[1-9][0-9]{0,8})$' THEN v_found -> v_part::integer END
    END;
  END LOOP;
  v_found_type := jsonb_typeof(v_found);

  RETURN CASE v_operator
    WHEN 'equals' THEN coalesce(v_found = v_value, false)
    WHEN 'not_equals' THEN coalesce(v_found <> v_value, true)
    -- A list contains the texts, numbers and so on that are in it; but of a list it would ask for the members.
    WHEN 'in' THEN coalesce(v_found_type NOT IN ('object', 'array') AND v_value @> v_found, false)
    WHEN 'not_in' THEN NOT coalesce(v_found_type NOT IN ('object', 'array') AND v_value @> v_found, false)
    WHEN 'contains' THEN coalesce(CASE v_found_type
      WHEN 'array' THEN v_found @> v_value
      WHEN 'string' THEN v_value_type = 'string' AND strpos(v_found #>> '{}', v_value #>> '{}') > 0
    END, false)
    WHEN 'starts_with' THEN coalesce(v_found_type = 'string' AND starts_with(v_found #>> '{}', v_value #>> '{}'), false)
    WHEN 'exists' THEN (v_found IS NOT NULL) = (v_value = 'true')
    WHEN 'greater_than' THEN coalesce(v_found_type = 'number' AND v_found > v_value, false)
    WHEN 'greater_than_or_equal' THEN coalesce(v_found_type = 'number' AND v_found >= v_value, false)
    WHEN 'less_than' THEN coalesce(v_found_type = 'number' AND v_found < v_value, false)
    WHEN 'less_than_or_equal' THEN coalesce(v_found_type = 'number' AND v_found <= v_value, false)
  END;
END $$;

-- Whether an event's data passes an endpoint's filter: passesFilter() of lib/webhooks/event-filter.ts in SQL. What is
-- no filter lets everything pass: better a delivery too many than none.
CREATE FUNCTION passes_filter(p_filter jsonb, p_data text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  v_object jsonb;
  v_holds boolean;
  v_is_all boolean;
  v_passes boolean;
BEGIN
  IF p_filter IS NULL OR jsonb_typeof(p_filter) <> 'object' THEN RETURN true; END IF;
  IF NOT coalesce(p_filter - '{match,conditions}'::text[] = '{}' AND p_filter ->> 'match' IN ('all', 'any')
    AND jsonb_typeof(p_filter -> 'conditions') = 'array', false) OR p_filter -> 'conditions' = '[]'
  THEN RETURN true; END IF;

  v_object := comparable_data(p_data) -> 'object';
  v_is_all := p_filter ->> 'match' = 'all';
  v_passes := v_is_all;
  FOR v_index IN 0 .. jsonb_array_length(p_filter -> 'conditions') - 1 LOOP
    v_holds := condition_holds(p_filter -> 'conditions' -> v_index, v_object);
    IF v_holds IS NULL THEN RETURN true; END IF;
    v_passes := CASE WHEN v_is_all THEN v_passes AND v_holds ELSE v_passes OR v_holds END;
  END LOOP;
  RETURN v_passes;
END $$;

-- The one way in for events, from the API and from SQL: stores them and fans them out to the endpoints that listen and
-- whose filter they pass.
--
-- The arrays run in parallel, an element per event, all of one shard; `p_ref_*` hold what was found in the data, with
-- the position of its event. All of it is stored or nothing: where a key is known with other content, the answer
-- is rows of outcome 'conflict' and nothing else happens. An event whose key is known with the same content answers
-- 'duplicate' with the stored event's id. Every delivery made answers 'delivery'.
--
-- Deliveries are born leased to the caller while it has room, for their endpoint's time limit and
-- `p_lease_slack_ms`: at most `p_lease_limit` of them, none for `p_saturated`, and an endpoint's up to `p_depth` times
-- the caller's share of its cap and up to the caller's share of its rate; the caller is the one of `p_rank` (from 0)
-- among `p_senders`. With `p_test_endpoint` the events are test events for that endpoint alone, whatever it filters.
-- `p_at` is the time to record, null for now. `p_is_raw` marks data that is normalised only when it is read.
DROP FUNCTION ingest_events(smallint, uuid[], uuid[], text[], text[], timestamptz[], text[], bytea[], integer[], text[],
  text[], integer, integer, integer, uuid[], uuid, timestamptz);

CREATE FUNCTION ingest_events(
  p_shard smallint,
  p_ids uuid[],
  p_store_ids uuid[],
  p_types text[],
  p_data text[],
  p_occurred_at timestamptz[],
  p_keys text[],
  p_fingerprints bytea[],
  p_ref_positions integer[],
  p_ref_kinds text[],
  p_ref_values text[],
  p_lease_slack_ms integer,
  p_lease_limit integer,
  p_depth integer,
  p_saturated uuid[],
  p_test_endpoint uuid,
  p_at timestamptz,
  p_senders integer DEFAULT 1,
  p_rank integer DEFAULT 0,
  p_is_raw boolean DEFAULT false
) RETURNS TABLE (
  outcome text,
  event_id uuid,
  stored_event_id uuid,
  delivery uuid,
  endpoint_id uuid,
  endpoint_revision integer,
  api_version text,
  leased boolean,
  timeout_ms integer,
  concurrency integer,
  rate_limit integer
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_at timestamptz := coalesce(p_at, now());
  v_duplicates uuid[] := '{}';
BEGIN
  IF p_keys IS NOT NULL THEN
    DELETE FROM idempotency_key k
      WHERE k.shard = p_shard AND k.store_id = ANY (p_store_ids) AND k.scope = 'event' AND k.key = ANY (p_keys)
        AND k.created_at < now() - interval '24 hours';
    INSERT INTO idempotency_key (shard, store_id, scope, key, fingerprint, resource_id)
      SELECT p_shard, i.store_id, 'event', i.key, i.fingerprint, i.id
      FROM unnest(p_ids, p_store_ids, p_keys, p_fingerprints) WITH ORDINALITY AS i(id, store_id, key, fingerprint, position)
      WHERE i.key IS NOT NULL
      ORDER BY i.key, i.position
      ON CONFLICT DO NOTHING;
    RETURN QUERY
      SELECT CASE WHEN k.fingerprint = i.fingerprint THEN 'duplicate' ELSE 'conflict' END,
        i.id, k.resource_id, NULL::uuid, NULL::uuid, NULL::integer, NULL::text, false, NULL::integer, NULL::integer,
        NULL::integer
      FROM unnest(p_ids, p_store_ids, p_keys, p_fingerprints) AS i(id, store_id, key, fingerprint)
      JOIN idempotency_key k ON k.shard = p_shard AND k.store_id = i.store_id AND k.scope = 'event' AND k.key = i.key
      WHERE k.resource_id <> i.id;
    IF FOUND THEN
      SELECT coalesce(array_agg(i.id), '{}'), bool_or(k.fingerprint <> i.fingerprint) INTO v_duplicates, leased
      FROM unnest(p_ids, p_store_ids, p_keys, p_fingerprints) AS i(id, store_id, key, fingerprint)
      JOIN idempotency_key k ON k.shard = p_shard AND k.store_id = i.store_id AND k.scope = 'event' AND k.key = i.key
      WHERE k.resource_id <> i.id;
      IF leased THEN
        DELETE FROM idempotency_key k
          WHERE k.shard = p_shard AND k.store_id = ANY (p_store_ids) AND k.scope = 'event' AND k.resource_id = ANY (p_ids);
        RETURN;
      END IF;
    END IF;
  END IF;

  INSERT INTO event (shard, store_id, id, type, data, occurred_at, is_test, is_raw)
    SELECT p_shard, i.store_id, i.id, i.type, i.data, i.occurred_at, p_test_endpoint IS NOT NULL, p_is_raw
    FROM unnest(p_ids, p_store_ids, p_types, p_data, p_occurred_at) AS i(id, store_id, type, data, occurred_at)
    WHERE NOT i.id = ANY (v_duplicates);

  IF cardinality(p_ref_positions) > 0 THEN
    INSERT INTO object_ref (shard, store_id, value, kind, event_id)
      SELECT p_shard, p_store_ids[r.position], r.value, r.kind, p_ids[r.position]
      FROM unnest(p_ref_positions, p_ref_kinds, p_ref_values) AS r(position, kind, value)
      WHERE NOT p_ids[r.position] = ANY (v_duplicates)
      ON CONFLICT DO NOTHING;
  END IF;

  RETURN QUERY
    WITH listening AS MATERIALIZED (
      SELECT delivery_id(i.id, e.id) AS id, i.id AS event_id, i.store_id, i.type, i.position,
        e.id AS endpoint_id, e.revision, e.api_version, e.timeout_ms, e.concurrency, e.rate_limit
      FROM unnest(p_ids, p_store_ids, p_types) WITH ORDINALITY AS i(id, store_id, type, position)
      JOIN endpoint e ON e.store_id = i.store_id AND e.deleted_at IS NULL
      WHERE NOT i.id = ANY (v_duplicates)
        AND CASE WHEN p_test_endpoint IS NULL
          THEN e.disabled_at IS NULL AND (e.all_event_types OR i.type = ANY (e.event_types))
            AND CASE WHEN e.filter IS NULL THEN true ELSE passes_filter(e.filter, p_data[i.position]) END
          ELSE e.id = p_test_endpoint END
    ), planned AS MATERIALIZED (
      SELECT l.*,
        NOT l.endpoint_id = ANY (p_saturated)
          AND row_number() OVER (ORDER BY l.position) <= p_lease_limit
          AND row_number() OVER (PARTITION BY l.endpoint_id ORDER BY l.position) <= CASE
            WHEN p_lease_limit = 0 THEN 0
            -- Of two limits the lower one; a null is none.
            ELSE least(p_depth * endpoint_share(l.concurrency, p_senders, p_rank, l.endpoint_id),
              endpoint_share(l.rate_limit, p_senders, p_rank, l.endpoint_id)) END AS leased
      FROM listening l
    ), made AS (
      INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at,
        leased_at, leased_until, claims, is_test, next_trigger)
      SELECT p_shard, p.id, p.store_id, p.endpoint_id, p.event_id, p.type, p.api_version, v_at,
        CASE WHEN p.leased THEN v_at END,
        CASE WHEN p.leased THEN v_at + (p.timeout_ms + p_lease_slack_ms) * interval '1 millisecond' END,
        CASE WHEN p.leased THEN 1 ELSE 0 END,
        p_test_endpoint IS NOT NULL,
        CASE WHEN p_test_endpoint IS NULL THEN 'event' ELSE 'test' END
      FROM planned p
    )
    SELECT 'delivery', p.event_id, p.event_id, p.id, p.endpoint_id, p.revision, p.api_version, p.leased, p.timeout_ms,
      p.concurrency, p.rate_limit
    FROM planned p;
END $$;

-- A UUIDv7 by the database's clock, to 1/4,096 of a millisecond. (PostgreSQL 18 has uuidv7(), those before do not.)
CREATE FUNCTION uuid_at(t timestamptz) RETURNS uuid LANGUAGE sql VOLATILE STRICT PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(us / 1000), 12, '0') || '7' || lpad(to_hex(us % 1000 * 4096 / 1000), 3, '0')
    || right(gen_random_uuid()::text, 17))::uuid
  FROM (SELECT (extract(epoch FROM t) * 1000000)::bigint) AS instant(us)
$$;

-- An id as the API shows it: `evt_` and 26 characters of Crockford's base 32. toPublicId() of lib/ids.ts in SQL.
CREATE FUNCTION public_id(p_prefix text, p_id uuid) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT p_prefix || '_' || string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz',
    substring(B'00' || ('x' || replace(p_id::text, '-', ''))::bit(128) FROM digit * 5 + 1 FOR 5)::bit(5)::integer + 1, 1),
    '' ORDER BY digit)
  FROM generate_series(0, 25) AS digit
$$;

-- Lower case as JavaScript has it, where this PostgreSQL has ICU; else as the database's locale has it.
DO $do$
BEGIN
  EXECUTE format('CREATE FUNCTION lower_text(p_text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS %L',
    CASE WHEN EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu')
      THEN 'SELECT lower(p_text COLLATE "und-x-icu")' ELSE 'SELECT lower(p_text)' END);
END $do$;

-- A text's length as JavaScript counts it.
CREATE FUNCTION utf16_length(p_text text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(p_text) = char_length(p_text) THEN char_length(p_text)
    ELSE char_length(p_text) + char_length(regexp_replace(p_text, '[^\U00010000-\U0010ffff]', '', 'g')) END
$$;

-- A number that a double holds, as JavaScript writes it.
CREATE FUNCTION number_text(p_number numeric) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_number = 0 OR abs(p_number) >= 0.000001 THEN trim_scale(p_number)::text
    ELSE replace(p_number::text::double precision::text, 'e-0', 'e-') END
$$;

-- The members of a JSON object in JavaScript's order: keys that are list indexes first, by value, then the others by
-- first appearance; of a key that is there twice the last value.
CREATE FUNCTION ordered_members(p_object json) RETURNS TABLE (key text, value json, place bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT m.key, m.value, row_number() OVER (ORDER BY m.index NULLS LAST, m.first)
  FROM (
    SELECT e.key, (array_agg(e.value ORDER BY e.ordinal DESC))[1] AS value, min(e.ordinal) AS first,
      CASE WHEN e.key ~ '^(0|[1-9][0-9]{0,9})$' AND e.key::bigint < 4294967295 THEN e.key::bigint END AS index
    FROM json_each(p_object) WITH ORDINALITY AS e(key, value, ordinal)
    GROUP BY e.key
  ) m
$$;

-- The ids and e-mail addresses in the object of an event's data, by which people search: findObjectRefs() of
-- lib/webhooks/event-data.ts in SQL, for data that jsonb can hold.
CREATE FUNCTION object_refs(p_type text, p_object json) RETURNS TABLE (kind text, value text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE container(value, kind, depth, path) AS (
    SELECT p_object, split_part(p_type, '.', 1), 0, '{}'::bigint[]
    UNION ALL
    SELECT m.value, m.kind, c.depth + 1, c.path || m.place
    FROM container c CROSS JOIN LATERAL (
      SELECT o.key, o.value, o.place
      FROM ordered_members(CASE json_typeof(c.value) WHEN 'object' THEN c.value END) o
      UNION ALL
      SELECT c.kind, a.value, a.place
      FROM json_array_elements(CASE json_typeof(c.value) WHEN 'array' THEN c.value END) WITH ORDINALITY AS a(value, place)
    ) m(kind, value, place)
    WHERE c.depth < 3 AND json_typeof(m.value) IN ('object', 'array')
  ), found AS (
    SELECT CASE
        WHEN o.key = 'id' THEN c.kind
        WHEN o.key = 'email' OR right(o.key, 6) = '_email' THEN 'email'
        WHEN right(o.key, 3) = '_id' THEN left(o.key, -3)
      END AS kind,
      CASE json_typeof(o.value)
        WHEN 'string' THEN lower_text(o.value #>> '{}')
        WHEN 'number' THEN number_text((o.value #>> '{}')::numeric)
      END AS value,
      c.path || o.place AS path
    FROM container c CROSS JOIN LATERAL ordered_members(c.value) o
    WHERE json_typeof(c.value) = 'object'
  )
  SELECT f.kind, f.value FROM found f
  WHERE f.kind <> '' AND f.value <> '' AND utf16_length(f.kind) <= 64 AND utf16_length(f.value) <= 128
  GROUP BY f.kind, f.value
  ORDER BY min(f.path)
  LIMIT 20
$$;

-- Whether a number keeps its value as a double, and so in JSON of every language.
CREATE FUNCTION is_exact_number(p_number numeric) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN p_number = 0 THEN true
    -- Nearer to 0, or farther from it, the cast to a double would be an error.
    WHEN abs(p_number) NOT BETWEEN 4e-324 AND 9007199254740991 THEN false
    ELSE p_number = p_number::text::double precision::text::numeric
  END
$$;

-- Emits an event from a store's own SQL, in its transaction: with the commit the event and its deliveries are there,
-- with a rollback nothing is. See docs/emit.md, with all that it refuses. The answer is the event's id as in the API.
CREATE FUNCTION shopbell_emit(store text, type text, data text, idempotency_key text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- As the caller may have set them otherwise: how numbers become text, and how the texts below are read. And a plan
-- cached while a table was empty would scan it forever after.
SET extra_float_digits = 1
SET enable_seqscan = off
SET standard_conforming_strings = on
AS $$
#variable_conflict use_column
DECLARE
  v_store_id uuid;
  v_shard smallint;
  v_json jsonb;
  v_number jsonb;
  v_at timestamptz := clock_timestamp();
  v_id uuid := uuid_at(v_at);
  v_kinds text[];
  v_values text[];
  v_outcome text;
  v_stored_id uuid;
  v_detail text;
  v_lock_timeout text;
BEGIN
  SELECT s.id, s.shard INTO v_store_id, v_shard FROM store s WHERE s.slug = shopbell_emit.store;
  IF v_store_id IS NULL AND shopbell_emit.store ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
    SELECT s.id, s.shard INTO v_store_id, v_shard FROM store s WHERE s.id = shopbell_emit.store::uuid;
  END IF;
  IF v_store_id IS NULL THEN
    RAISE EXCEPTION 'shopbell_emit: there is no store %', coalesce(quote_literal(left(shopbell_emit.store, 100)), 'NULL')
      USING ERRCODE = 'SB001', HINT = 'Give the store''s slug or id, as the first argument.';
  END IF;

  IF NOT EXISTS (SELECT FROM event_type_name n WHERE n.name = shopbell_emit.type) THEN
    RAISE EXCEPTION 'shopbell_emit: there is no event type %', coalesce(quote_literal(left(shopbell_emit.type, 100)), 'NULL')
      USING ERRCODE = 'SB002', HINT = 'Give a name of the event catalogue, such as order.paid, as the second argument.';
  END IF;

  IF octet_length(shopbell_emit.data) > 262144 THEN
    RAISE EXCEPTION 'shopbell_emit: the data has % bytes, and may have 262144 (256 KiB)', octet_length(shopbell_emit.data)
      USING ERRCODE = 'SB004', HINT = 'Send what receivers need to know, and an id by which they can ask for the rest.';
  END IF;
  BEGIN
    v_json := shopbell_emit.data::jsonb;
  EXCEPTION
    WHEN statement_too_complex THEN
      RAISE EXCEPTION 'shopbell_emit: the data is nested too deep'
        USING ERRCODE = 'SB005', HINT = 'Data can be nested 64 levels deep at most.';
    WHEN numeric_value_out_of_range THEN
      RAISE EXCEPTION 'shopbell_emit: the data holds a number that is out of range'
        USING ERRCODE = 'SB006', HINT = 'Send such numbers as text.';
    WHEN untranslatable_character OR character_not_in_repertoire OR invalid_text_representation THEN
      GET STACKED DIAGNOSTICS v_detail = PG_EXCEPTION_DETAIL;
      RAISE EXCEPTION 'shopbell_emit: the data is not JSON that can be stored'
        USING ERRCODE = 'SB003', DETAIL = v_detail,
          HINT = 'NUL (\u0000) and halves of characters (such as \ud800 alone) cannot be sent.';
  END;
  IF jsonb_typeof(v_json) IS DISTINCT FROM 'object' OR jsonb_typeof(v_json -> 'object') IS DISTINCT FROM 'object' THEN
    RAISE EXCEPTION 'shopbell_emit: the data must be an object with an object in "object"'
      USING ERRCODE = 'SB003', HINT = 'For a row: jsonb_build_object(''object'', to_jsonb(row)).';
  END IF;
  IF jsonb_path_exists(v_json, 'strict $.**{64 to last} ? (@.type() == "object" || @.type() == "array")') THEN
    RAISE EXCEPTION 'shopbell_emit: the data is nested too deep'
      USING ERRCODE = 'SB005', HINT = 'Data can be nested 64 levels deep at most.';
  END IF;
  SELECT n INTO v_number FROM jsonb_path_query(v_json, 'strict $.** ? (@.type() == "number")') AS n
    WHERE NOT is_exact_number((n #>> '{}')::numeric) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'shopbell_emit: the number % would lose digits in JSON', left(v_number #>> '{}', 60)
      USING ERRCODE = 'SB006', HINT = 'Whole numbers beyond 2^53, and numbers with more digits than a double holds, are sent as text.';
  END IF;
  IF char_length(shopbell_emit.idempotency_key) NOT BETWEEN 1 AND 200 THEN
    RAISE EXCEPTION 'shopbell_emit: the idempotency key must have 1 to 200 characters'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- The app makes a week ahead. Where it has not run for so long, the store's transaction shall not fail for it.
  IF to_regclass('event_p' || to_char(v_at AT TIME ZONE 'UTC', 'YYYYMMDD')) IS NULL THEN
    v_lock_timeout := current_setting('lock_timeout');
    PERFORM ensure_partitions((v_at AT TIME ZONE 'UTC')::date, (v_at AT TIME ZONE 'UTC')::date);
    PERFORM set_config('lock_timeout', v_lock_timeout, true);
  END IF;

  SELECT array_agg(r.kind), array_agg(r.value) INTO v_kinds, v_values
    FROM object_refs(shopbell_emit.type, shopbell_emit.data::json -> 'object') r;
  SELECT i.outcome, i.stored_event_id INTO v_outcome, v_stored_id
    FROM ingest_events(
      v_shard, ARRAY[v_id], ARRAY[v_store_id], ARRAY[shopbell_emit.type], ARRAY[shopbell_emit.data], ARRAY[v_at],
      CASE WHEN shopbell_emit.idempotency_key IS NOT NULL THEN ARRAY[shopbell_emit.idempotency_key] END,
      CASE WHEN shopbell_emit.idempotency_key IS NOT NULL
        THEN ARRAY[sha256(convert_to(shopbell_emit.type || E'\n' || v_json::text, 'UTF8'))] END,
      array_fill(1, ARRAY[coalesce(cardinality(v_kinds), 0)]), v_kinds, v_values,
      0, 0, 0, '{}', NULL, v_at, p_is_raw => true) i
    WHERE i.outcome <> 'delivery';
  IF v_outcome = 'conflict' THEN
    RAISE EXCEPTION 'shopbell_emit: the idempotency key % was used with other content', quote_literal(shopbell_emit.idempotency_key)
      USING ERRCODE = 'SB007', HINT = 'A key stands for one event for 24 hours, however it was sent.';
  END IF;
  RETURN public_id('evt', coalesce(v_stored_id, v_id));
END $$;

CREATE FUNCTION shopbell_emit(store text, type text, data jsonb, idempotency_key text DEFAULT NULL) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER AS $$ SELECT shopbell_emit(store, type, data::text, idempotency_key) $$;

CREATE FUNCTION shopbell_emit(store text, type text, data json, idempotency_key text DEFAULT NULL) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER AS $$ SELECT shopbell_emit(store, type, data::text, idempotency_key) $$;

-- They run with the rights of Shopbell's role: so names in them mean what is in Shopbell's schema, whatever the
-- caller's search path, and nobody may call them who was not allowed to.
DO $do$
DECLARE
  v_data_type text;
BEGIN
  FOREACH v_data_type IN ARRAY ARRAY['text', 'jsonb', 'json'] LOOP
    EXECUTE format('ALTER FUNCTION shopbell_emit(text, text, %s, text) SET search_path = %I, pg_temp',
      v_data_type, current_schema());
    EXECUTE format('REVOKE ALL ON FUNCTION shopbell_emit(text, text, %s, text) FROM PUBLIC', v_data_type);
  END LOOP;
END $do$;
