CREATE TABLE "disagreements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "disagreements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"city_id" integer NOT NULL,
	"provider" text NOT NULL,
	"other_provider" text NOT NULL,
	"kinds" text[] NOT NULL,
	"served" jsonb NOT NULL,
	"other" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"times" integer DEFAULT 1 NOT NULL,
	"run_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_opinion_days" (
	"day" date NOT NULL,
	"provider" text NOT NULL,
	"asked" integer NOT NULL,
	"compared" integer NOT NULL,
	"disagreed" integer NOT NULL,
	"weight" double precision NOT NULL,
	CONSTRAINT "second_opinion_days_day_provider_pk" PRIMARY KEY("day","provider")
);
--> statement-breakpoint
CREATE TABLE "second_opinions" (
	"city_id" integer PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"provider" text NOT NULL,
	"agrees" boolean,
	"times" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "value_flags" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "value_flags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"city_id" integer NOT NULL,
	"provider" text NOT NULL,
	"flag" text NOT NULL,
	"field" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"value" double precision,
	"before" double precision,
	"noted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conditions" ADD COLUMN "flags" text[];--> statement-breakpoint
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_flags" ADD CONSTRAINT "value_flags_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disagreements_open" ON "disagreements" USING btree ("city_id","provider","other_provider") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "disagreements_city" ON "disagreements" USING btree ("city_id","id");--> statement-breakpoint
CREATE INDEX "disagreements_ended_at" ON "disagreements" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "value_flags_natural" ON "value_flags" USING btree ("city_id","provider","flag","field","since");--> statement-breakpoint
CREATE INDEX "value_flags_open" ON "value_flags" USING btree ("city_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "value_flags_until" ON "value_flags" USING btree ("until");