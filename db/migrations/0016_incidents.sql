CREATE TABLE "incident_cities" (
	"incident_id" bigint NOT NULL,
	"city_id" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"served_by" text,
	"was_unserved" boolean NOT NULL,
	CONSTRAINT "incident_cities_incident_id_city_id_pk" PRIMARY KEY("incident_id","city_id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider" text NOT NULL,
	"cause" text NOT NULL,
	"status" text NOT NULL,
	"severity" text NOT NULL,
	"endpoints" text[] NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_failure_at" timestamp (3) with time zone NOT NULL,
	"recovered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended" text,
	"ended_by" text,
	"escalated_at" timestamp (3) with time zone,
	"reopened" integer DEFAULT 0 NOT NULL,
	"message" text,
	"kinds" jsonb NOT NULL,
	"served_by" jsonb NOT NULL,
	"run_ids" text[] NOT NULL,
	"cities" integer DEFAULT 0 NOT NULL,
	"unserved" integer DEFAULT 0 NOT NULL,
	"judged_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "incident_cities_city" ON "incident_cities" USING btree ("city_id","incident_id");--> statement-breakpoint
CREATE INDEX "incident_cities_first_at" ON "incident_cities" USING btree ("first_at");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_not_closed" ON "incidents" USING btree ("provider","cause") WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX "incidents_ended_at" ON "incidents" USING btree ("ended_at");