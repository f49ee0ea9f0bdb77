ALTER TABLE "provider_usage" ADD COLUMN "endpoint" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_usage" DROP CONSTRAINT "provider_usage_provider_hour_outcome_pk";--> statement-breakpoint
ALTER TABLE "provider_usage" ADD CONSTRAINT "provider_usage_provider_hour_endpoint_outcome_pk" PRIMARY KEY("provider","hour","endpoint","outcome");
