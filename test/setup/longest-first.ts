import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes a minute or more, mostly of waiting: at the end it would run alone. */
export const LONGEST = [
  'test/integration/temporal-schedules-time.test.ts',
  'test/integration/priorities.test.ts',
  'test/integration/blips.test.ts',
  'test/e2e/schedules.test.ts',
  'test/e2e/up.test.ts',
  'test/integration/quota.test.ts',
  'test/integration/refresh.test.ts',
  'test/integration/cleanup-under-load.test.ts',
  'test/integration/crash-between-passes.test.ts',
  'test/integration/cleanup-once-a-day.test.ts',
  'test/integration/fuzz-storage.test.ts',
  'test/integration/search-attributes.test.ts',
  'test/integration/secrets.test.ts',
  'test/integration/stalled-queue.test.ts',
]

/** Without times of an earlier run, as in a new clone, vitest begins with the largest files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => this.#placeOf(one) - this.#placeOf(other))
  }

  #placeOf({ moduleId }: TestSpecification): number {
    const place = LONGEST.indexOf(relative(this.ctx.config.root, moduleId))
    return place === -1 ? LONGEST.length : place
  }
}
