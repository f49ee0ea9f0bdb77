CREATE TABLE "provider_circuits" (
	"provider" text NOT NULL,
	"endpoint" text NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"open_until" timestamp (3) with time zone NOT NULL,
	"failed_probes" integer NOT NULL,
	"probe_until" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"sample" text,
	CONSTRAINT "provider_circuits_provider_endpoint_pk" PRIMARY KEY("provider","endpoint")
);
--> statement-breakpoint
ALTER TABLE "provider_ledgers" ADD COLUMN "refused_key" text;