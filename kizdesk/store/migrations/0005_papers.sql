-- Version 1.4: papers beside the concept, the choice of chapters, the house template and the logo.

CREATE TABLE "chapter_choice" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "chapter" TEXT NOT NULL,
    "left_out" INTEGER NOT NULL,
    "position" INTEGER,
    "in_short" INTEGER
);

CREATE TABLE "house_template" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "attachment_id" TEXT NOT NULL,
    "in_use" INTEGER NOT NULL
);

CREATE TABLE "style_choice" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "template_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "style" TEXT NOT NULL
);

CREATE TABLE "paper" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "dated" TEXT,
    "position" INTEGER NOT NULL
);

CREATE TABLE "paper_entry" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "paper_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL
);

CREATE TABLE "paper_stop" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "paper_id" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "rapporteur" TEXT NOT NULL,
    "agenda_item" TEXT NOT NULL,
    "referred_to" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

CREATE TABLE "paper_question" (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "paper_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

ALTER TABLE "chapter_text" ADD COLUMN "closes" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "project" ADD COLUMN "logo_id" TEXT NOT NULL DEFAULT '';
