import { SECOND_MS } from '../../domain/time/durations.ts'

/** For what is written down beside a change at the Temporal server: a database that hangs holds up none. */
export const ASIDE_SECONDS = 2

/** @throws where the answer is late; what comes of it then is ignored. */
export async function inTime<T>(answer: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`the database has not answered within ${seconds} s`))
    }, seconds * SECOND_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
