CREATE TABLE "quota_drifts" (
	"provider" text NOT NULL,
	"quota_window" text NOT NULL,
	"window_end" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"quota_limit" double precision NOT NULL,
	"ledger_left" double precision NOT NULL,
	"reported_left" double precision NOT NULL,
	"source" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "quota_drifts_provider_quota_window_window_end_pk" PRIMARY KEY("provider","quota_window","window_end")
);
--> statement-breakpoint
ALTER TABLE "provider_ledgers" ALTER COLUMN "minute_end" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ALTER COLUMN "hour_end" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ALTER COLUMN "day_end" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ALTER COLUMN "month_end" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "quota_drifts_at" ON "quota_drifts" USING btree ("at");--> statement-breakpoint
ALTER TABLE "provider_ledgers" DROP COLUMN "minute_start";--> statement-breakpoint
ALTER TABLE "provider_ledgers" DROP COLUMN "hour_start";--> statement-breakpoint
ALTER TABLE "provider_ledgers" DROP COLUMN "day_start";--> statement-breakpoint
ALTER TABLE "provider_ledgers" DROP COLUMN "month_start";