-- The one way in for events: stores them and fans them out to the endpoints that listen.
--
-- The arrays run in parallel, an element per event, all of one shard; `p_ref_*` hold what was found in the data, with
-- the position of its event. All of it is stored or nothing: where a key is known with other content, the answer
-- is rows of outcome 'conflict' and nothing else happens. An event whose key is known with the same content answers
-- 'duplicate' with the stored event's id. Every delivery made answers 'delivery'.
--
-- Deliveries are born leased to the caller while it has room, for their endpoint's time limit and
-- `p_lease_slack_ms`: at most `p_lease_limit` of them, at most
-- `p_depth` times its cap an endpoint, none for `p_saturated`. With `p_test_endpoint` the events are test events for that
-- endpoint alone. `p_at` is the time to record, null for now.
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
  p_at timestamptz
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
  concurrency integer
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
        i.id, k.resource_id, NULL::uuid, NULL::uuid, NULL::integer, NULL::text, false, NULL::integer, NULL::integer
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

  INSERT INTO event (shard, store_id, id, type, data, occurred_at, is_test)
    SELECT p_shard, i.store_id, i.id, i.type, i.data, i.occurred_at, p_test_endpoint IS NOT NULL
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
        e.id AS endpoint_id, e.revision, e.api_version, e.timeout_ms, e.concurrency
      FROM unnest(p_ids, p_store_ids, p_types) WITH ORDINALITY AS i(id, store_id, type, position)
      JOIN endpoint e ON e.store_id = i.store_id AND e.deleted_at IS NULL
      WHERE NOT i.id = ANY (v_duplicates)
        AND CASE WHEN p_test_endpoint IS NULL
          THEN e.disabled_at IS NULL AND (e.all_event_types OR i.type = ANY (e.event_types))
          ELSE e.id = p_test_endpoint END
    ), planned AS MATERIALIZED (
      SELECT l.*,
        NOT l.endpoint_id = ANY (p_saturated)
          AND row_number() OVER (ORDER BY l.position) <= p_lease_limit
          AND row_number() OVER (PARTITION BY l.endpoint_id ORDER BY l.position) <= p_depth * l.concurrency AS leased
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
    SELECT 'delivery', p.event_id, p.event_id, p.id, p.endpoint_id, p.revision, p.api_version, p.leased, p.timeout_ms, p.concurrency
    FROM planned p;
END $$;
