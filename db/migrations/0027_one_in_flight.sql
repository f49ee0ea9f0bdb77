ALTER TABLE "alerts" ADD COLUMN "worsened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "sender" text;--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "sending_until" timestamp (3) with time zone;