import { sql } from 'drizzle-orm'

/** A moment as a parameter of handwritten SQL, where the driver does not know the type. */
export const timestamptz = (at: Date) => sql`${at.toISOString()}::timestamptz`
