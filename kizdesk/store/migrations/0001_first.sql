-- Version 1.0: the records of a project, the log of changes, blobs and the search index.
-- Released files hold this schema: it is never edited, a change is a new step.

CREATE TABLE "project" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "legal_basis_id" TEXT NOT NULL,
    "guide_id" TEXT NOT NULL,
    "guide_version" TEXT NOT NULL,
    "centre_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "concept_date" TEXT,
    "notice" TEXT NOT NULL,
    "document_number" TEXT NOT NULL
);

CREATE TABLE "district" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "population" INTEGER,
    "area_km2" TEXT,
    "as_of" TEXT,
    "source" TEXT NOT NULL
);

CREATE TABLE "municipality" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "official_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "population" INTEGER,
    "area_km2" TEXT,
    "as_of" TEXT
);

CREATE TABLE "person" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT NOT NULL
);

CREATE TABLE "privacy_consent" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "person_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "granted_on" TEXT,
    "proof" TEXT NOT NULL,
    "revoked_on" TEXT
);

CREATE TABLE "body" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    "adopts" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "actor" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contribution" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "municipality_ids" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "consultation" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "held_on" TEXT,
    "until" TEXT,
    "outcome" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "public" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL,
    "source_ids" TEXT NOT NULL
);

CREATE TABLE "interview" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "municipality_id" TEXT NOT NULL,
    "guide_id" TEXT NOT NULL,
    "guide_version" TEXT NOT NULL,
    "held_on" TEXT,
    "started" TEXT,
    "ended" TEXT,
    "form" TEXT,
    "status" TEXT NOT NULL,
    "person_ids" TEXT NOT NULL,
    "interviewers" TEXT NOT NULL,
    "privacy_notice_given" INTEGER,
    "released_on" TEXT,
    "field_ids" TEXT NOT NULL,
    "note" TEXT NOT NULL
);

CREATE TABLE "answer" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "interview_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "choices" TEXT NOT NULL,
    "rows" TEXT NOT NULL,
    "attachment_ids" TEXT NOT NULL,
    "note" TEXT NOT NULL
);

CREATE TABLE "offering" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "interview_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "partners" TEXT NOT NULL,
    "field_ids" TEXT NOT NULL,
    "target_groups" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "reach" TEXT,
    "place" TEXT NOT NULL,
    "permanent" INTEGER,
    "starts" TEXT,
    "ends" TEXT,
    "funding" TEXT NOT NULL,
    "people_per_year" INTEGER,
    "success" TEXT NOT NULL,
    "continuation" TEXT,
    "may_publish" INTEGER
);

CREATE TABLE "attachment" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "interview_id" TEXT NOT NULL
);

CREATE TABLE "evidence" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "answer_id" TEXT NOT NULL,
    "field_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "note" TEXT NOT NULL
);

CREATE TABLE "principle" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "field_of_action" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "strand" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "situation" TEXT NOT NULL,
    "needs" TEXT NOT NULL,
    "guiding_goal" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "catalogue_id" TEXT NOT NULL
);

CREATE TABLE "goal" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "field_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "measure" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "goal_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "partners" TEXT NOT NULL,
    "target_group" TEXT NOT NULL,
    "level" TEXT,
    "municipality_ids" TEXT NOT NULL,
    "starts" TEXT,
    "ends" TEXT,
    "milestones" TEXT NOT NULL,
    "effort_fte" TEXT,
    "effort_eur" TEXT,
    "budget_year" INTEGER,
    "product" TEXT NOT NULL,
    "funding" TEXT NOT NULL,
    "needs_own_resolution" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "base_value" TEXT NOT NULL,
    "target_value" TEXT NOT NULL,
    "measured_on" TEXT NOT NULL,
    "priority" TEXT,
    "status" TEXT NOT NULL,
    "origin" TEXT,
    "origin_note" TEXT NOT NULL,
    "resolution" TEXT NOT NULL,
    "evidence_ids" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "focus_period" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,
    "self_commitment" TEXT NOT NULL,
    "note" TEXT NOT NULL
);

CREATE TABLE "focus" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "period_id" TEXT NOT NULL,
    "field_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "organisation_variant" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "advantages" TEXT NOT NULL,
    "disadvantages" TEXT NOT NULL,
    "chosen" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "centre_task" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "course_of_action" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "chosen" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "post" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "fte" TEXT NOT NULL,
    "personnel_cost" TEXT,
    "overhead_rate" TEXT NOT NULL,
    "workplace_cost" TEXT,
    "seconded" INTEGER NOT NULL,
    "overhead_base" TEXT,
    "max_amount" TEXT,
    "amount_share" TEXT NOT NULL,
    "pay_group" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "cost_item" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" TEXT,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "stated_total" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "stated_on" TEXT,
    "basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "superseded" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "concept_version" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "frozen_at" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "tree_sha256" TEXT NOT NULL,
    "dated" TEXT,
    "author" TEXT NOT NULL,
    "note" TEXT NOT NULL
);

CREATE TABLE "vote" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "majority" TEXT,
    "yes" INTEGER,
    "no" INTEGER,
    "abstentions" INTEGER,
    "conditions" TEXT NOT NULL,
    "speaks_for" TEXT NOT NULL,
    "decided_on" TEXT,
    "proof" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "source_ids" TEXT NOT NULL
);

CREATE TABLE "statement" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "body_ids" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "stated_on" TEXT,
    "status" TEXT NOT NULL,
    "consideration" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source_ids" TEXT NOT NULL
);

CREATE TABLE "chapter_text" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "chapter" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "module_id" TEXT NOT NULL,
    "edited" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "source_document" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "dated" TEXT,
    "reference" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

CREATE TABLE "change_group" (
    "seq" INTEGER PRIMARY KEY,
    "label" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "stay" TEXT NOT NULL,
    "reverses" INTEGER REFERENCES "change_group" ("seq"),
    "state" TEXT NOT NULL
);
CREATE INDEX "change_group_by_state" ON "change_group" ("state");

CREATE TABLE "change" (
    "seq" INTEGER PRIMARY KEY,
    "group_seq" INTEGER NOT NULL REFERENCES "change_group" ("seq"),
    "kind" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "old" TEXT,
    "new" TEXT,
    "place" INTEGER,
    "erased" INTEGER NOT NULL
);
CREATE INDEX "change_by_group" ON "change" ("group_seq");
CREATE INDEX "change_by_record" ON "change" ("kind", "record_id");

CREATE TABLE "blob" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "data" BLOB NOT NULL
);

CREATE TABLE "searched" (
    "seq" INTEGER PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "folded" TEXT NOT NULL
);
CREATE UNIQUE INDEX "searched_by_field" ON "searched" ("kind", "record_id", "field");

CREATE VIRTUAL TABLE "search_index" USING fts5 (
    folded, content = 'searched', content_rowid = 'seq', tokenize = 'trigram remove_diacritics 1'
);
CREATE TRIGGER "searched_added" AFTER INSERT ON "searched" BEGIN
    INSERT INTO "search_index" (rowid, folded) VALUES (new."seq", new."folded");
END;
CREATE TRIGGER "searched_removed" AFTER DELETE ON "searched" BEGIN
    INSERT INTO "search_index" ("search_index", rowid, folded) VALUES ('delete', old."seq", old."folded");
END;
CREATE TRIGGER "searched_changed" AFTER UPDATE OF "folded" ON "searched" BEGIN
    INSERT INTO "search_index" ("search_index", rowid, folded) VALUES ('delete', old."seq", old."folded");
    INSERT INTO "search_index" (rowid, folded) VALUES (new."seq", new."folded");
END;
