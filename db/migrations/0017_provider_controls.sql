CREATE TABLE "provider_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"provider" text NOT NULL,
	"changed_by" text NOT NULL,
	"change" jsonb NOT NULL,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_controls" (
	"provider" text PRIMARY KEY NOT NULL,
	"is_enabled" boolean,
	"priority" integer,
	"limits" jsonb,
	"cost_per_call" double precision,
	"monthly_budget" double precision,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "provider_changes_at" ON "provider_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "provider_changes_provider" ON "provider_changes" USING btree ("provider","id");