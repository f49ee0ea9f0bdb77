import { sql } from 'drizzle-orm'
import type { Client } from '@temporalio/client'
import type { TestDatabase } from '../services/test-database.ts'

/** Where the planted text stands, as it is or encoded, with what is before it: five places at most. */
export function leaksIn(text: string, planted: string): string[] {
  const places: string[] = []
  for (const decoded of decodings(text)) {
    for (const { index } of decoded.matchAll(new RegExp(planted, 'gi'))) {
      places.push(decoded.slice(Math.max(0, index - 200), index + planted.length))
    }
  }
  return places.slice(0, 5)
}

function decodings(text: string): string[] {
  const steps = [text]
  const last = (): string => steps.at(-1) ?? ''
  for (let depth = 0; depth < 3; depth++) {
    steps.push(
      last()
        .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
          Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('latin1'),
        )
        .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        .replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits))),
    )
  }
  const base64 = text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []
  steps.push(base64.map((one) => Buffer.from(one, 'base64').toString('latin1')).join('\n'))
  return steps
}

/** Every column of every row of every table. */
export async function textOfTables({ db }: TestDatabase): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await db.execute<{ text: string }>(
      sql.raw(`select t::text as text from ${name} t`),
    )
    texts.push(...rows.map(({ text }) => `${name} ${text}`))
  }
  return texts.join('\n')
}

/** Every text and payload of every event of every workflow, and what lists show of it. */
export async function textOfHistories(client: Client): Promise<string> {
  const texts: string[] = []
  for await (const execution of client.workflow.list()) {
    const { workflowId, runId, raw } = execution
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    collect(raw, texts)
    collect(history, texts)
  }
  return texts.join('\n')
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('utf8'))
  else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      texts.push(name)
      collect(one, texts)
    }
  }
}
