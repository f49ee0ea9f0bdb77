CREATE TABLE "analytics_reports" (
	"run_id" text PRIMARY KEY NOT NULL,
	"generated_at" timestamp (3) with time zone NOT NULL,
	"report" jsonb NOT NULL
);--> statement-breakpoint
CREATE TABLE "cache_hours" (
	"hour" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"hits" bigint NOT NULL,
	"misses" bigint NOT NULL,
	CONSTRAINT "cache_hours_hour_kind_pk" PRIMARY KEY("hour","kind")
);--> statement-breakpoint
CREATE TABLE "city_analytics" (
	"city_id" integer PRIMARY KEY NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"temperature_avg_c" double precision,
	"temperature_min_c" double precision,
	"temperature_max_c" double precision,
	"relative_humidity_avg_pct" double precision,
	"data_points" integer NOT NULL,
	"generated_at" timestamp (3) with time zone NOT NULL,
	"run_id" text NOT NULL
);--> statement-breakpoint
CREATE TABLE "city_read_hours" (
	"city_id" integer NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"reads" bigint NOT NULL,
	CONSTRAINT "city_read_hours_city_id_hour_pk" PRIMARY KEY("city_id","hour")
);--> statement-breakpoint
CREATE TABLE "city_reads" (
	"city_id" integer PRIMARY KEY NOT NULL,
	"score" double precision NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "cleanup_counts" (
	"run_id" text NOT NULL,
	"table_name" text NOT NULL,
	"deleted" bigint NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cleanup_counts_run_id_table_name_pk" PRIMARY KEY("run_id","table_name")
);--> statement-breakpoint
CREATE TABLE "cleanup_days" (
	"local_date" date PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "condition_hours" (
	"city_id" integer NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"samples" integer NOT NULL,
	"temperature_samples" integer NOT NULL,
	"temperature_sum_c" double precision NOT NULL,
	"temperature_min_c" double precision,
	"temperature_max_c" double precision,
	"humidity_samples" integer NOT NULL,
	"relative_humidity_sum_pct" double precision NOT NULL,
	CONSTRAINT "condition_hours_city_id_hour_pk" PRIMARY KEY("city_id","hour")
);--> statement-breakpoint
CREATE TABLE "rollup_progress" (
	"rollup" text PRIMARY KEY NOT NULL,
	"up_to" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "schedule_pauses" (
	"schedule_id" text PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
ALTER TABLE "city_analytics" ADD CONSTRAINT "city_analytics_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_read_hours" ADD CONSTRAINT "city_read_hours_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_reads" ADD CONSTRAINT "city_reads_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_hours" ADD CONSTRAINT "condition_hours_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "analytics_reports_generated_at" ON "analytics_reports" USING btree ("generated_at");--> statement-breakpoint
CREATE INDEX "city_read_hours_hour" ON "city_read_hours" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "condition_hours_hour" ON "condition_hours" USING btree ("hour");--> statement-breakpoint
ALTER TABLE "provider_usage" RENAME COLUMN "day" TO "hour";--> statement-breakpoint
ALTER TABLE "provider_usage" ALTER COLUMN "hour" TYPE timestamp (3) with time zone USING "hour"::timestamp AT TIME ZONE 'UTC';--> statement-breakpoint
ALTER TABLE "provider_usage" RENAME CONSTRAINT "provider_usage_provider_day_outcome_pk" TO "provider_usage_provider_hour_outcome_pk";--> statement-breakpoint
CREATE INDEX "provider_usage_hour" ON "provider_usage" USING btree ("hour");
