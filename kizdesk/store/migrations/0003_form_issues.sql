-- Version 1.2: forms that were sent to municipalities.

CREATE TABLE "form_issue" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "municipality_id" TEXT NOT NULL,
    "guide_id" TEXT NOT NULL,
    "guide_version" TEXT NOT NULL,
    "section_ids" TEXT NOT NULL,
    "field_ids" TEXT NOT NULL,
    "offering_blocks" INTEGER NOT NULL,
    "sent_on" TEXT,
    "return_by" TEXT,
    "sha256" TEXT NOT NULL
);
