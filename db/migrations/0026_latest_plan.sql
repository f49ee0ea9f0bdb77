CREATE TABLE "latest_plan" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"current" jsonb,
	"usual" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
