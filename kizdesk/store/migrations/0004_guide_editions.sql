-- Version 1.3: guides of a project's own; origin of answers, time per section, municipalities without offerings.

CREATE TABLE "guide_edition" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "guide_id" TEXT NOT NULL,
    "guide_version" TEXT NOT NULL,
    "based_on" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "made_on" TEXT,
    "note" TEXT NOT NULL
);

ALTER TABLE "interview" ADD COLUMN "section_times" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "answer" ADD COLUMN "taken_from" TEXT NOT NULL DEFAULT '';
ALTER TABLE "municipality" ADD COLUMN "no_offerings" INTEGER NOT NULL DEFAULT 0;
