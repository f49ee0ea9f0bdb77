ALTER TABLE "cities" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "cities" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "city_names" ADD COLUMN "trigrams" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "cities_latitude" ON "cities" USING btree ("latitude");--> statement-breakpoint
CREATE INDEX "city_names_trigrams" ON "city_names" USING gin ("trigrams");