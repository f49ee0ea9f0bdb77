ALTER TABLE "provider_ledgers" ADD COLUMN "minute_end" timestamp (3) with time zone DEFAULT '1970-01-01T00:00:00.000Z' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "hour_end" timestamp (3) with time zone DEFAULT '1970-01-01T00:00:00.000Z' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "day_end" timestamp (3) with time zone DEFAULT '1970-01-01T00:00:00.000Z' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "month_end" timestamp (3) with time zone DEFAULT '1970-01-01T00:00:00.000Z' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "slots" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "charged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "charged_before_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "provider_ledgers" SET
  "minute_end" = "minute_start" + interval '1 minute',
  "hour_end" = "hour_start" + interval '1 hour',
  "day_end" = "day_start" + interval '24 hours',
  "month_end" = ("month_start" AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
