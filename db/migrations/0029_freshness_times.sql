CREATE TABLE "freshness_times" (
	"objective" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"cities" integer NOT NULL,
	"late_cities" integer NOT NULL,
	"city_seconds" bigint NOT NULL,
	"late_city_seconds" bigint NOT NULL,
	CONSTRAINT "freshness_times_objective_until_pk" PRIMARY KEY("objective","until")
);
