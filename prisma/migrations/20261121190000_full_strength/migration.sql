-- Bulk resends and catch-up as jobs, the health of endpoints with its notices, and events that a store's own SQL emits.

ALTER TABLE "membership" ADD COLUMN "notices_seen_at" TIMESTAMPTZ(3);

ALTER TABLE "endpoint_health" ADD COLUMN "warned_since" TIMESTAMPTZ(3),
  ADD COLUMN "paused_until" TIMESTAMPTZ(3);

ALTER TABLE "event" ADD COLUMN "is_raw" BOOLEAN NOT NULL DEFAULT false;

-- No job was ever made before this.
ALTER TABLE "resend" RENAME COLUMN "filter" TO "plan";
ALTER TABLE "resend" DROP COLUMN "cursor",
  ADD COLUMN "progress" JSONB NOT NULL,
  ADD COLUMN "excluded" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "skipped" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "cancelled" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "leased_until" TIMESTAMPTZ(3),
  ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailed_at" TIMESTAMPTZ(3),
    "mail_leased_until" TIMESTAMPTZ(3),
    "mail_attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "event_type_name" (
    "name" TEXT NOT NULL,

    CONSTRAINT "event_type_name_pkey" PRIMARY KEY ("name")
);

CREATE INDEX "notice_store_id_idx" ON "notice"("store_id", "id");

ALTER TABLE "notice" ADD CONSTRAINT "notice_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What people asked for goes past an endpoint's pause, and is found without reading what else waits for it.
CREATE INDEX "pending_delivery_asked_idx" ON "pending_delivery" ("shard", "endpoint_id", "due_at")
  WHERE "resend_requested" OR "is_test";

-- What a job still has under way.
CREATE INDEX "pending_delivery_resend_idx" ON "pending_delivery" ("shard", "resend_id") WHERE "resend_id" IS NOT NULL;

-- What fails, for the watch over it.
CREATE INDEX "endpoint_health_failing_idx" ON "endpoint_health" ("failing_since") WHERE "failing_since" IS NOT NULL OR "warned_percent" > 0;

-- Jobs that are not over.
CREATE INDEX "resend_running_idx" ON "resend" ("id") WHERE "finished_at" IS NULL;

-- Notices that nobody was written of yet.
CREATE INDEX "notice_unmailed_idx" ON "notice" ("id") WHERE "mailed_at" IS NULL;
