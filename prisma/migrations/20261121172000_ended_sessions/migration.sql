-- Sessions that somebody signed out of: their cookie, wherever it was copied to, opens nothing any more.
CREATE TABLE "ended_session" (
    "id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ended_session_pkey" PRIMARY KEY ("id")
);
