CREATE TABLE "air_quality" (
	"city_id" integer NOT NULL,
	"provider" text NOT NULL,
	"valid_at" timestamp (3) with time zone NOT NULL,
	"basis" text NOT NULL,
	"pm2_5" double precision,
	"pm10" double precision,
	"carbon_monoxide" double precision,
	"nitrogen_dioxide" double precision,
	"sulphur_dioxide" double precision,
	"ozone" double precision,
	"ammonia" double precision,
	"indices" jsonb NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"run_id" text NOT NULL,
	CONSTRAINT "air_quality_city_id_provider_valid_at_pk" PRIMARY KEY("city_id","provider","valid_at")
);
--> statement-breakpoint
CREATE TABLE "cities" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"country_code" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"time_zone" text NOT NULL,
	"population" integer,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conditions" (
	"city_id" integer NOT NULL,
	"provider" text NOT NULL,
	"valid_at" timestamp (3) with time zone NOT NULL,
	"basis" text NOT NULL,
	"temperature_c" double precision,
	"apparent_temperature_c" double precision,
	"relative_humidity_pct" double precision,
	"pressure_msl_hpa" double precision,
	"visibility_km" double precision,
	"uv_index" double precision,
	"wind_speed_kmh" double precision,
	"wind_gust_kmh" double precision,
	"wind_direction_deg" double precision,
	"cloud_cover_pct" double precision,
	"precipitation_mm" double precision,
	"precipitation_window_minutes" integer,
	"condition" text,
	"intensity" text,
	"is_day" boolean,
	"sunrise_at" timestamp (3) with time zone,
	"sunset_at" timestamp (3) with time zone,
	"derived" text[] NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"run_id" text NOT NULL,
	CONSTRAINT "conditions_city_id_provider_valid_at_pk" PRIMARY KEY("city_id","provider","valid_at")
);
--> statement-breakpoint
CREATE TABLE "forecast_days" (
	"city_id" integer NOT NULL,
	"provider" text NOT NULL,
	"date" date NOT NULL,
	"temperature_max_c" double precision,
	"temperature_min_c" double precision,
	"precipitation_mm" double precision,
	"precipitation_probability" double precision,
	"wind_speed_max_kmh" double precision,
	"wind_gust_max_kmh" double precision,
	"uv_index_max" double precision,
	"condition" text,
	"intensity" text,
	"sunrise_at" timestamp (3) with time zone,
	"sunset_at" timestamp (3) with time zone,
	"partial" boolean NOT NULL,
	"derived" text[] NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"run_id" text NOT NULL,
	CONSTRAINT "forecast_days_city_id_provider_date_pk" PRIMARY KEY("city_id","provider","date")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"mode" text NOT NULL,
	"stamped_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "latest_conditions" (
	"city_id" integer PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"valid_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_ledgers" (
	"provider" text PRIMARY KEY NOT NULL,
	"minute_start" timestamp (3) with time zone NOT NULL,
	"minute_used" double precision NOT NULL,
	"hour_start" timestamp (3) with time zone NOT NULL,
	"hour_used" double precision NOT NULL,
	"day_start" timestamp (3) with time zone NOT NULL,
	"day_used" double precision NOT NULL,
	"month_start" timestamp (3) with time zone NOT NULL,
	"month_used" double precision NOT NULL,
	"next_send_at" timestamp (3) with time zone NOT NULL,
	"parked_until" timestamp (3) with time zone,
	"parked_reason" text
);
--> statement-breakpoint
CREATE TABLE "provider_places" (
	"provider" text NOT NULL,
	"city_id" integer NOT NULL,
	"memory" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_places_provider_city_id_pk" PRIMARY KEY("provider","city_id")
);
--> statement-breakpoint
CREATE TABLE "provider_usage" (
	"provider" text NOT NULL,
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"requests" bigint NOT NULL,
	"places" bigint NOT NULL,
	"weight" double precision NOT NULL,
	CONSTRAINT "provider_usage_provider_day_outcome_pk" PRIMARY KEY("provider","day","outcome")
);
--> statement-breakpoint
CREATE TABLE "refresh_counts" (
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"provider" text NOT NULL,
	"cities" bigint NOT NULL,
	CONSTRAINT "refresh_counts_day_outcome_provider_pk" PRIMARY KEY("day","outcome","provider")
);
--> statement-breakpoint
CREATE TABLE "refresh_states" (
	"city_id" integer PRIMARY KEY NOT NULL,
	"conditions_confirmed_at" timestamp (3) with time zone,
	"forecast_confirmed_at" timestamp (3) with time zone,
	"air_quality_confirmed_at" timestamp (3) with time zone,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone,
	"outcome" text,
	"outcome_run_id" text,
	"outcome_at" timestamp (3) with time zone,
	"outcome_provider" text,
	"attempts" jsonb
);
--> statement-breakpoint
CREATE TABLE "run_summaries" (
	"run_id" text PRIMARY KEY NOT NULL,
	"workflow_id" text NOT NULL,
	"workflow_type" text NOT NULL,
	"trigger" text NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"summary" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "air_quality" ADD CONSTRAINT "air_quality_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_days" ADD CONSTRAINT "forecast_days_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "latest_conditions" ADD CONSTRAINT "latest_conditions_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_places" ADD CONSTRAINT "provider_places_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_states" ADD CONSTRAINT "refresh_states_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "air_quality_valid_at" ON "air_quality" USING btree ("valid_at");--> statement-breakpoint
CREATE INDEX "cities_name" ON "cities" USING btree ("name_key","country_code");--> statement-breakpoint
CREATE INDEX "conditions_valid_at" ON "conditions" USING btree ("valid_at");--> statement-breakpoint
CREATE INDEX "forecast_days_date" ON "forecast_days" USING btree ("date");--> statement-breakpoint
CREATE INDEX "refresh_states_outcome_run" ON "refresh_states" USING btree ("outcome_run_id");--> statement-breakpoint
CREATE INDEX "run_summaries_started_at" ON "run_summaries" USING btree ("workflow_type","started_at");