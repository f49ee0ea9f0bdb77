import { connect } from 'node:net'
import { once } from 'node:events'
import { drizzle } from 'drizzle-orm/postgres-js'
import { sql as raw, eq } from 'drizzle-orm'
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmbeddedDatabase, type EmbeddedDatabase } from './gateway.ts'

const things = pgTable('things', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  body: jsonb('body').$type<{ n: number }>(),
})

let database: EmbeddedDatabase
let admin: postgres.Sql

const IDLE_HOLD_MS = 1_500

beforeAll(async () => {
  database = await startEmbeddedDatabase({ idleHoldMs: IDLE_HOLD_MS })
  admin = postgres(database.url, { max: 1, onnotice: () => undefined })
}, 60_000)

afterAll(async () => {
  await admin.end()
  await database.close()
})

beforeEach(async () => {
  await admin`DROP TABLE IF EXISTS things`
  await admin`CREATE TABLE things (id integer PRIMARY KEY, name text NOT NULL, body jsonb)`
})

async function withClients<T>(
  options: postgres.Options<Record<string, never>>[],
  work: (clients: postgres.Sql[]) => Promise<T>,
): Promise<T> {
  const clients = options.map((each) => postgres(database.url, each) as unknown as postgres.Sql)
  try {
    return await work(clients)
  } finally {
    await Promise.all(clients.map((client) => client.end({ timeout: 1 })))
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('it did not become true in time')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('three clients with pools of ten mix every shape of statement', async () => {
  await withClients([{ max: 10 }, { max: 10, prepare: false }, { max: 10 }], async (clients) => {
    const asks = Array.from({ length: 900 }, (_, i) => async () => {
      const client = clients[i % 3]
      if (client === undefined) throw new Error('no client')
      const db = drizzle(client)
      if (i % 5 === 0) {
        const row = { id: i, name: `n${i}`, body: { n: i } }
        const [added] = await db.insert(things).values(row).returning()
        expect(added).toEqual(row)
      } else if (i % 5 === 1) {
        const [row] = await client<{ a: number; b: string }[]>`SELECT ${i}::int AS a, ${'x'} AS b`
        expect(row).toEqual({ a: i, b: 'x' })
      } else if (i % 5 === 2) {
        const rows = await db.execute(raw`SELECT generate_series(1, ${i % 7}::int) AS g`)
        expect(rows).toHaveLength(i % 7)
      } else if (i % 5 === 3) {
        const [row] = await client.unsafe(`SELECT ${i} AS a, now() AS b, 'q' AS c`)
        expect(row?.['a']).toBe(i)
      } else {
        const total = await client.begin(async (tx) => {
          await tx`SELECT 1`
          const [row] = await tx<
            { s: number }[]
          >`SELECT sum(v)::int AS s FROM unnest(${[i, 1]}::int[]) v`
          return row?.s
        })
        expect(total).toBe(i + 1)
      }
    })
    await Promise.all(asks.map((ask) => ask()))
    const [count] = await admin`SELECT count(*)::int AS n FROM things`
    expect(count?.['n']).toBe(180)
  })
}, 30_000)

test('transactions see nothing of each other and lose no update', async () => {
  await admin`INSERT INTO things VALUES (1, 'counter', '{"n":0}')`
  await withClients([{ max: 5 }, { max: 5 }], async (clients) => {
    const db = clients.map((client) => drizzle(client))
    const bump = async (i: number) => {
      await db[i % 2]?.transaction(async (tx) => {
        const [row] = await tx.select().from(things).where(eq(things.id, 1))
        const n = (row?.body?.n ?? 0) + 1
        await tx.update(things).set({ body: { n } }).where(eq(things.id, 1))
      })
    }
    await Promise.all(Array.from({ length: 60 }, (_, i) => bump(i)))
    const [row] = await admin`SELECT body->>'n' AS n FROM things`
    expect(row?.['n']).toBe('60')
  })
})

test('error codes pass, and the connection goes on', async () => {
  await withClients([{ max: 2 }], async ([client]) => {
    if (client === undefined) throw new Error('no client')
    await client`INSERT INTO things VALUES (1, 'a')`
    await expect(client`INSERT INTO things VALUES (1, 'b')`).rejects.toMatchObject({
      code: '23505',
    })
    await expect(client`SELECT 1 / ${0}::int`).rejects.toMatchObject({ code: '22012' })
    await expect(client`SELEC 1`).rejects.toMatchObject({ code: '42601' })
    await expect(client.unsafe('SELECT 1/0; SELECT 2')).rejects.toMatchObject({ code: '22012' })
    const failed = client.begin(async (tx) => {
      await tx`INSERT INTO things VALUES (2, 'c')`
      await tx`INSERT INTO things VALUES (1, 'd')`
    })
    await expect(failed).rejects.toMatchObject({ code: '23505' })
    expect(await client`SELECT id FROM things`).toEqual([{ id: 1 }])
  })
})

test('a parameter of 5 MB and an answer of 5 MB pass', async () => {
  const name = 'x'.repeat(5_000_000)
  await admin`INSERT INTO things VALUES (1, ${name})`
  const [row] = await admin`SELECT name FROM things`
  expect(row?.['name']).toBe(name)
})

test('a client that dies in a transaction is rolled back and the others go on', async () => {
  const victim = await connectRaw()
  victim.write(query('BEGIN; INSERT INTO things VALUES (7, $$lost$$)'))
  await once(victim, 'data')
  const waiting = admin`SELECT count(*)::int AS n FROM things`.execute()
  victim.resetAndDestroy()
  expect(await waiting).toEqual([{ n: 0 }])
})

test('a client that dies between two messages of one query does not block the others', async () => {
  const victim = await connectRaw()
  victim.write(Buffer.concat([frame('P', '\0SELECT 1\0\0\0'), frame('H', '')]))
  await once(victim, 'data')
  victim.resetAndDestroy()
  expect(await admin`SELECT 1 AS a`).toEqual([{ a: 1 }])
})

test('who holds the session idle while others wait is put out', async () => {
  const holder = await connectRaw()
  holder.write(query('BEGIN; INSERT INTO things VALUES (8, $$idle$$)'))
  await once(holder, 'data')
  const put = once(holder, 'data') as Promise<[Buffer]>
  expect(await admin`SELECT count(*)::int AS n FROM things`).toEqual([{ n: 0 }])
  expect((await put)[0].toString()).toContain('25P03')
})

test('statements of the same name in two connections are two statements, and end with them', async () => {
  const [a, b] = [await connectRaw(), await connectRaw()]
  const prepare = (sql: string) => Buffer.concat([frame('P', `mine\0${sql}\0\0\0`), frame('S', '')])
  const execute = Buffer.concat([
    frame('B', '\0mine\0\0\0\0\0\0\0'),
    frame('E', '\0\0\0\0\0'),
    frame('S', ''),
  ])
  a.write(prepare("SELECT 'from a'"))
  await once(a, 'data')
  b.write(prepare("SELECT 'from b'"))
  await once(b, 'data')
  a.write(execute)
  expect(await answer(a)).toContain('from a')
  b.write(execute)
  expect(await answer(b)).toContain('from b')
  a.end(frame('X', ''))
  b.destroy()
  await until(async () => {
    const left = await admin`SELECT 1 FROM pg_prepared_statements WHERE name LIKE '%mine'`
    return left.length === 0
  })
})

test('COPY FROM STDIN is an error, not the end', async () => {
  await expect(admin.unsafe('COPY things FROM STDIN')).rejects.toMatchObject({ code: '0A000' })
  await expect(admin`copy things (id) from stdin`).rejects.toMatchObject({ code: '0A000' })
  expect(await admin`SELECT 1 AS a`).toEqual([{ a: 1 }])
})

test('other databases, TLS and nonsense are refused without harm', async () => {
  const other = postgres(database.url.replace(/postgres$/, 'other'), { max: 1 })
  await expect(other`SELECT 1`).rejects.toMatchObject({ code: '3D000' })
  await other.end()
  const tls = connect(portOf(database))
  tls.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]))
  expect(await answer(tls)).toBe('N')
  tls.destroy()
  const nonsense = await connectRaw()
  nonsense.write('~\0\0\0\x04')
  expect(await answer(nonsense)).toContain('08P01')
  const http = connect(portOf(database))
  http.resume()
  http.write('GET / HTTP/1.1\r\n\r\n')
  await once(http, 'close')
  expect(await admin`SELECT 1 AS a`).toEqual([{ a: 1 }])
})

function portOf({ url }: EmbeddedDatabase): number {
  return Number(new URL(url).port)
}

function frame(type: string, body: string): Buffer {
  const bytes = Buffer.from(`${type}\0\0\0\0${body}`, 'latin1')
  bytes.writeInt32BE(bytes.length - 1, 1)
  return bytes
}

function query(sql: string): Buffer {
  return frame('Q', `${sql}\0`)
}

async function answer(socket: NodeJS.EventEmitter): Promise<string> {
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  return chunk.toString('latin1')
}

async function connectRaw() {
  const socket = connect(portOf(database))
  socket.on('error', () => undefined)
  const startup = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0\0', 'latin1')
  startup.writeInt32BE(startup.length)
  socket.write(startup)
  await once(socket, 'data')
  return socket
}
