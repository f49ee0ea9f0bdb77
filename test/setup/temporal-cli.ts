import { temporalCliPath } from '../support/temporal/temporal-server.ts'

/** Found or built before files that run side by side ask for it. */
export default async function setUp(): Promise<void> {
  await temporalCliPath()
}
