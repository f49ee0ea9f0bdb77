CREATE TABLE "provider_files" (
	"provider" text PRIMARY KEY NOT NULL,
	"body" "bytea",
	"entries" integer,
	"etag" text,
	"last_modified" text,
	"fetched_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"claim" text,
	"failure" text,
	"failure_message" text
);
--> statement-breakpoint
ALTER TABLE "cities" ADD COLUMN "elevation_m" integer;