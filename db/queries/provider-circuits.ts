import { and, eq, inArray, isNull, or, lte, sql } from 'drizzle-orm'
import type { Circuit } from '../../domain/provider/circuit.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { providerCircuits } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** Longer than a request may be on its way; after a crash the next probe is sent then. */
const PROBE_MS = 15_000

export interface Endpoint {
  readonly provider: ProviderId
  readonly endpoint: string
}

/** The endpoint of a request, and those of its products alone, whose quarantine holds for it as well. */
export interface AskedEndpoint extends Endpoint {
  readonly parts?: readonly string[] | undefined
}

const isOf = ({ provider, endpoint }: Endpoint) =>
  and(eq(providerCircuits.provider, provider), eq(providerCircuits.endpoint, endpoint))

const isOpen = isNull(providerCircuits.closedAt)

/** For the reservation of a request: whether nothing keeps its endpoint from being asked. */
export const noOpenCircuit = ({ provider, endpoint, parts = [] }: AskedEndpoint) => {
  const ofParts = parts.map(
    (part) => sql` or (open_circuit.endpoint = ${part} and open_circuit.cause = 'contract')`,
  )
  return sql`not exists (select 1 from provider_circuits open_circuit
    where open_circuit.provider = ${provider} and open_circuit.closed_at is null
      and (open_circuit.endpoint = ${endpoint}${sql.join(ofParts)}))`
}

/** What keeps a request from being sent, that of its own endpoint first. */
export async function openCircuitFor(
  db: Queryable,
  { provider, endpoint, parts = [] }: AskedEndpoint,
): Promise<Circuit | undefined> {
  const circuits = await db
    .select()
    .from(providerCircuits)
    .where(
      and(
        eq(providerCircuits.provider, provider),
        inArray(providerCircuits.endpoint, [endpoint, ...parts]),
        isOpen,
      ),
    )
  return (
    circuits.find((one) => one.endpoint === endpoint) ??
    circuits.find(({ cause }) => cause === 'contract')
  )
}

export async function openCircuitOf(
  db: Queryable,
  endpoint: Endpoint,
): Promise<Circuit | undefined> {
  const [circuit] = await db
    .select()
    .from(providerCircuits)
    .where(and(isOf(endpoint), isOpen))
  return circuit
}

export type OpenedCircuit = Pick<
  Circuit,
  'provider' | 'endpoint' | 'cause' | 'reason' | 'openedAt' | 'openUntil' | 'sample'
>

/** Keeps an endpoint from being asked. False for one that is open already, which stays as it was opened. */
export async function openCircuit(db: Queryable, circuit: OpenedCircuit): Promise<boolean> {
  const opened = { ...circuit, failedProbes: 0, probeUntil: null, closedAt: null }
  const written = await db
    .insert(providerCircuits)
    .values(opened)
    .onConflictDoUpdate({
      target: [providerCircuits.provider, providerCircuits.endpoint],
      set: opened,
      setWhere: sql`${providerCircuits.closedAt} is not null or (${providerCircuits.cause} = 'failing' and ${circuit.cause}::text = 'contract')`,
    })
    .returning({ provider: providerCircuits.provider })
  return written.length > 0
}

/** The probe of an open circuit whose period is over: of all processes one gets it. */
export async function claimProbe(db: Queryable, endpoint: Endpoint, now: Date): Promise<boolean> {
  const { openUntil, probeUntil } = providerCircuits
  const claimed = await db
    .update(providerCircuits)
    .set({ probeUntil: new Date(now.getTime() + PROBE_MS) })
    .where(
      and(
        isOf(endpoint),
        isOpen,
        lte(openUntil, now),
        or(isNull(probeUntil), lte(probeUntil, now)),
      ),
    )
    .returning({ provider: providerCircuits.provider })
  return claimed.length > 0
}

/** The probe failed: the circuit stays open for longer. */
export async function extendCircuit(
  db: Queryable,
  endpoint: Endpoint,
  { reason, openUntil, sample }: Pick<Circuit, 'reason' | 'openUntil' | 'sample'>,
): Promise<void> {
  await db
    .update(providerCircuits)
    .set({
      reason,
      openUntil,
      probeUntil: null,
      failedProbes: sql`${providerCircuits.failedProbes} + 1`,
      ...(sample !== null && { sample }),
    })
    .where(and(isOf(endpoint), isOpen))
}

/** The probe got no answer: the next request is one as well. */
export async function giveUpProbe(db: Queryable, endpoint: Endpoint): Promise<void> {
  await db
    .update(providerCircuits)
    .set({ probeUntil: null })
    .where(and(isOf(endpoint), isOpen))
}

/** It answered again. Its row stays, as what was the matter last. */
export async function closeCircuit(db: Queryable, endpoint: Endpoint, at: Date): Promise<void> {
  await db
    .update(providerCircuits)
    .set({ closedAt: timestamptz(at), probeUntil: null })
    .where(and(isOf(endpoint), isOpen))
}

/** Closes what is open of these endpoints, and says what it was. */
export const closeCircuits = (
  db: Queryable,
  provider: ProviderId,
  endpoints: readonly string[],
  at: Date,
): Promise<Circuit[]> =>
  db
    .update(providerCircuits)
    .set({ closedAt: at, probeUntil: null })
    .where(
      and(
        eq(providerCircuits.provider, provider),
        inArray(providerCircuits.endpoint, [...endpoints]),
        isOpen,
      ),
    )
    .returning()

/** What keeps endpoints from being asked now, of every provider. */
export const openCircuits = (db: Queryable): Promise<Circuit[]> =>
  db.select().from(providerCircuits).where(isOpen)
