-- Version 1.1: requests for a consent, and confirmations that changes since a consent are editorial only.

CREATE TABLE "consent_request" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "version_id" TEXT NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "requested_on" TEXT,
    "due_on" TEXT,
    "reminded_on" TEXT,
    "note" TEXT NOT NULL
);

CREATE TABLE "editorial_ruling" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "vote_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_on" TEXT,
    "who" TEXT NOT NULL
);
