-- The foundation: every table of the data model. Kept in step with schema.prisma by a test.

CREATE TYPE "role" AS ENUM ('operator', 'support', 'admin');

CREATE TABLE "store" (
    "id" UUID NOT NULL,
    "shard" SMALLINT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "time_zone" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "membership" (
    "store_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("store_id","user_id")
);

CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "endpoint" (
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'api',
    "name" TEXT NOT NULL,
    "description" TEXT,
    "url" TEXT,
    "url_as_given" TEXT,
    "email" TEXT,
    "api_version" TEXT NOT NULL,
    "event_types" TEXT[],
    "all_event_types" BOOLEAN NOT NULL DEFAULT false,
    "filter" JSONB,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "headers" TEXT,
    "header_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "timeout_ms" INTEGER NOT NULL DEFAULT 5000,
    "concurrency" INTEGER NOT NULL DEFAULT 8,
    "rate_limit" INTEGER,
    "retry_policy" TEXT NOT NULL DEFAULT 'standard',
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "creator" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "endpoint_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "endpoint_secret" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "endpoint_secret_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "endpoint_pause" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "caught_up_to" UUID,

    CONSTRAINT "endpoint_pause_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "endpoint_health" (
    "shard" SMALLINT NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "failing_since" TIMESTAMPTZ(3),
    "consecutive_failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "warned_percent" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "endpoint_health_pkey" PRIMARY KEY ("shard","endpoint_id")
) WITH (fillfactor = 70);

CREATE TABLE "event" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "is_test" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "event_pkey" PRIMARY KEY ("shard","store_id","id")
) PARTITION BY RANGE ("id");

CREATE TABLE "pending_delivery" (
    "shard" SMALLINT NOT NULL,
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "leased_at" TIMESTAMPTZ(3),
    "claims" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "policy_step" SMALLINT NOT NULL DEFAULT 0,
    "scheduled_due_at" TIMESTAMPTZ(3),
    "resend_requested" BOOLEAN NOT NULL DEFAULT false,
    "resend_actor" TEXT,
    "resend_id" UUID,
    "revives" BOOLEAN NOT NULL DEFAULT false,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "next_trigger" TEXT NOT NULL DEFAULT 'event',
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_trigger" TEXT,
    "last_duration_ms" INTEGER,
    "last_http_status" SMALLINT,
    "last_error" TEXT,

    CONSTRAINT "pending_delivery_pkey" PRIMARY KEY ("shard","id")
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

CREATE TABLE "finished_delivery" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "first_status" TEXT NOT NULL,
    "first_attempt_success" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "local_day" DATE NOT NULL,
    "recovered_at" TIMESTAMPTZ(3),
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "resend_id" UUID,
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_trigger" TEXT,
    "last_duration_ms" INTEGER,
    "last_http_status" SMALLINT,
    "last_error" TEXT,

    CONSTRAINT "finished_delivery_pkey" PRIMARY KEY ("shard","store_id","id")
) PARTITION BY RANGE ("id");

CREATE TABLE "attempt" (
    "shard" SMALLINT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "actor" TEXT,
    "endpoint_revision" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "http_status" SMALLINT,
    "error" TEXT,
    "error_detail" TEXT,
    "superseded" BOOLEAN NOT NULL DEFAULT false,
    "resend_id" UUID,
    "url" TEXT,
    "request_headers" TEXT,
    "response_headers" TEXT,
    "response_body" TEXT,
    "truncated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("shard","delivery_id","number")
) PARTITION BY RANGE ("delivery_id");

CREATE TABLE "stat_day" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "recovered" INTEGER NOT NULL DEFAULT 0,
    "first_attempt_success" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attempts_succeeded" INTEGER NOT NULL DEFAULT 0,
    "histogram" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "stat_day_pkey" PRIMARY KEY ("shard","store_id","endpoint_id","event_type","day")
) WITH (fillfactor = 70);

CREATE TABLE "stat_error" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "error" TEXT NOT NULL,
    "http_status" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "stat_error_pkey" PRIMARY KEY ("shard","store_id","endpoint_id","event_type","day","error","http_status")
) WITH (fillfactor = 70);

CREATE TABLE "stat_hour" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stat_hour_pkey" PRIMARY KEY ("shard","store_id","endpoint_id","hour")
) WITH (fillfactor = 70);

CREATE TABLE "object_ref" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "object_ref_pkey" PRIMARY KEY ("shard","store_id","value","kind","event_id")
) PARTITION BY RANGE ("event_id");

CREATE TABLE "idempotency_key" (
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "resource_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("shard","store_id","scope","key")
);

CREATE TABLE "resend" (
    "id" UUID NOT NULL,
    "shard" SMALLINT NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" UUID,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "rate" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "cursor" UUID,
    "total" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "resend_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sender" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sender_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "changes" JSONB,
    "ip" TEXT,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "store_slug_key" ON "store"("slug");

CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

CREATE UNIQUE INDEX "api_token_prefix_key" ON "api_token"("prefix");

CREATE INDEX "api_token_store_id_idx" ON "api_token"("store_id");

CREATE UNIQUE INDEX "endpoint_number_key" ON "endpoint"("number");

CREATE INDEX "endpoint_store_id_idx" ON "endpoint"("store_id", "id");

CREATE INDEX "endpoint_secret_endpoint_id_idx" ON "endpoint_secret"("endpoint_id");

CREATE INDEX "endpoint_pause_endpoint_id_idx" ON "endpoint_pause"("endpoint_id");

CREATE INDEX "pending_delivery_due_idx" ON "pending_delivery"("shard", "endpoint_id", "due_at");

CREATE INDEX "pending_delivery_log_idx" ON "pending_delivery"("shard", "store_id", "id");

CREATE INDEX "pending_delivery_event_idx" ON "pending_delivery"("shard", "store_id", "event_id");

CREATE INDEX "finished_delivery_endpoint_idx" ON "finished_delivery"("shard", "store_id", "endpoint_id", "id");

CREATE INDEX "finished_delivery_type_idx" ON "finished_delivery"("shard", "store_id", "event_type", "id");

CREATE INDEX "finished_delivery_event_idx" ON "finished_delivery"("shard", "store_id", "event_id");

CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

CREATE INDEX "resend_store_id_idx" ON "resend"("shard", "store_id", "id");

CREATE INDEX "audit_entry_store_id_idx" ON "audit_entry"("store_id", "id");

ALTER TABLE "membership" ADD CONSTRAINT "membership_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "api_token" ADD CONSTRAINT "api_token_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "endpoint" ADD CONSTRAINT "endpoint_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "endpoint_secret" ADD CONSTRAINT "endpoint_secret_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "endpoint_pause" ADD CONSTRAINT "endpoint_pause_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: partial indexes, checks, functions, partitions.

CREATE INDEX "finished_delivery_trouble_idx" ON "finished_delivery" ("shard", "store_id", "id")
  INCLUDE ("endpoint_id", "event_type", "status", "last_http_status") WHERE "status" <> 'delivered' OR "last_error" IS NOT NULL;

ALTER TABLE "finished_delivery"
  ADD CONSTRAINT "finished_delivery_status_check" CHECK ("status" IN ('delivered', 'failed', 'cancelled')),
  ADD CONSTRAINT "finished_delivery_first_status_check" CHECK ("first_status" IN ('delivered', 'failed', 'cancelled'));
ALTER TABLE "stat_day"
  ALTER COLUMN "histogram" SET NOT NULL,
  ADD CONSTRAINT "stat_day_histogram_check" CHECK (cardinality("histogram") IN (0, 64));
CREATE UNIQUE INDEX "endpoint_secret_current_key" ON "endpoint_secret" ("endpoint_id") WHERE "expires_at" IS NULL;
CREATE UNIQUE INDEX "endpoint_pause_open_key" ON "endpoint_pause" ("endpoint_id") WHERE "ended_at" IS NULL;

CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();

-- The smallest UUIDv7 of an instant: bounds of partitions and of date filters, exact to the millisecond.
CREATE FUNCTION uuid_floor(t timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM t) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- A delivery's id follows from its event and its endpoint, so making it twice makes one. It keeps the event's
-- millisecond and is a valid UUIDv7, so a delivery lies in the partition of its event's day.
CREATE FUNCTION delivery_id(event_id uuid, endpoint_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (left(event_id::text, 13) || '-7' || substr(h, 1, 3) || '-a' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid
  FROM (SELECT encode(sha256(uuid_send(event_id) || uuid_send(endpoint_id)), 'hex')) AS digest(h)
$$;

-- Makes the missing day partitions from `first_day` up to and with `last_day`, days of UTC. A new table is attached,
-- since CREATE … PARTITION OF would hold every insert while a long reader is open.
CREATE FUNCTION ensure_partitions(first_day date, last_day date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  made integer := 0;
  parent text;
  child text;
  day date;
BEGIN
  -- Several processes start at once, and each asks for the same days.
  PERFORM pg_advisory_xact_lock(5309116503);
  PERFORM set_config('lock_timeout', '5s', true);
  FOR day IN SELECT generate_series(first_day, last_day, interval '1 day')::date LOOP
    FOREACH parent IN ARRAY ARRAY['event', 'object_ref', 'finished_delivery', 'attempt'] LOOP
      child := parent || '_p' || to_char(day, 'YYYYMMDD');
      IF to_regclass(child) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', child, parent);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child,
          uuid_floor(day::timestamp AT TIME ZONE 'UTC'), uuid_floor((day + 1)::timestamp AT TIME ZONE 'UTC'));
        made := made + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;
