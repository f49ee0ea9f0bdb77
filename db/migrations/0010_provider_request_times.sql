ALTER TABLE "provider_usage" ADD COLUMN "timed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_usage" ADD COLUMN "duration_ms" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_usage" ADD COLUMN "max_duration_ms" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_usage" ADD COLUMN "last_at" timestamp (3) with time zone;