CREATE TABLE "write_probe" (
	"probed_at" timestamp (3) with time zone NOT NULL
);
