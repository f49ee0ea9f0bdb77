CREATE TABLE "threshold_crossings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "threshold_crossings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"threshold_id" integer NOT NULL,
	"city_id" integer NOT NULL,
	"provider" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"start_value" double precision NOT NULL,
	"told_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_value" double precision
);
--> statement-breakpoint
CREATE TABLE "thresholds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thresholds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"field" text NOT NULL,
	"side" text NOT NULL,
	"value" double precision NOT NULL,
	"city_id" integer,
	"quiet_from" text,
	"quiet_to" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thresholds_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "threshold_crossings" ADD CONSTRAINT "threshold_crossings_threshold_id_thresholds_id_fk" FOREIGN KEY ("threshold_id") REFERENCES "public"."thresholds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_crossings" ADD CONSTRAINT "threshold_crossings_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thresholds" ADD CONSTRAINT "thresholds_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "threshold_crossings_open" ON "threshold_crossings" USING btree ("city_id","threshold_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "threshold_crossings_threshold" ON "threshold_crossings" USING btree ("threshold_id","started_at");--> statement-breakpoint
CREATE INDEX "threshold_crossings_ended_at" ON "threshold_crossings" USING btree ("ended_at");