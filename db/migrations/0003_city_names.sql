CREATE TABLE "city_names" (
	"city_id" integer NOT NULL,
	"name_key" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "city_names_city_id_name_key_pk" PRIMARY KEY("city_id","name_key")
);
--> statement-breakpoint
DROP INDEX "cities_name";--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "city_names" text;--> statement-breakpoint
ALTER TABLE "city_names" ADD CONSTRAINT "city_names_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_names_key" ON "city_names" USING btree ("name_key" text_pattern_ops);--> statement-breakpoint
ALTER TABLE "cities" DROP COLUMN "name_key";