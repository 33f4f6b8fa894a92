-- Event types of a deployment's own, how strictly each type is checked, and what an event was warned of.

CREATE TABLE "event_type" (
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "schema" TEXT NOT NULL,
    "sample" TEXT NOT NULL,
    "validation" TEXT NOT NULL DEFAULT 'off',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_type_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "event_type_validation_check" CHECK ("validation" IN ('off', 'warn', 'refuse'))
);

CREATE TABLE "built_in_event_type" (
    "name" TEXT NOT NULL,
    "validation" TEXT NOT NULL DEFAULT 'off',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "built_in_event_type_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "built_in_event_type_validation_check" CHECK ("validation" IN ('off', 'warn', 'refuse'))
);

-- One row. Its revision tells a process whether the event types that it holds are still those of the database.
CREATE TABLE "event_catalogue" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "event_catalogue_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "event_catalogue_id_check" CHECK ("id")
);
INSERT INTO "event_catalogue" DEFAULT VALUES;

CREATE FUNCTION bump_event_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event_catalogue SET revision = revision + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER event_type_changed AFTER INSERT OR UPDATE OR DELETE ON "event_type"
  FOR EACH STATEMENT EXECUTE FUNCTION bump_event_catalogue();
CREATE TRIGGER built_in_event_type_changed AFTER INSERT OR UPDATE OR DELETE ON "built_in_event_type"
  FOR EACH STATEMENT EXECUTE FUNCTION bump_event_catalogue();

-- shopbell_emit() takes what is in event_type_name: of a deployment's own types those that are not archived.
CREATE FUNCTION mirror_event_type_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.archived_at IS NULL THEN
    INSERT INTO event_type_name (name) VALUES (NEW.name) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM event_type_name WHERE name = NEW.name;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER event_type_name_mirror AFTER INSERT OR UPDATE OF archived_at ON "event_type"
  FOR EACH ROW EXECUTE FUNCTION mirror_event_type_name();

ALTER TABLE "event" ADD COLUMN "warnings" TEXT;

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
-- `p_at` is the time to record, null for now. `p_is_raw` marks data that is normalised only when it is read;
-- `p_warnings` are what is kept with an event that does not match its type's schema.
DROP FUNCTION ingest_events(smallint, uuid[], uuid[], text[], text[], timestamptz[], text[], bytea[], integer[], text[],
  text[], integer, integer, integer, uuid[], uuid, timestamptz, integer, integer, boolean);

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
  p_is_raw boolean DEFAULT false,
  p_warnings text[] DEFAULT NULL
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

  INSERT INTO event (shard, store_id, id, type, data, occurred_at, is_test, is_raw, warnings)
    SELECT p_shard, i.store_id, i.id, i.type, i.data, i.occurred_at, p_test_endpoint IS NOT NULL, p_is_raw, i.warnings
    FROM unnest(p_ids, p_store_ids, p_types, p_data, p_occurred_at, p_warnings)
      AS i(id, store_id, type, data, occurred_at, warnings)
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
