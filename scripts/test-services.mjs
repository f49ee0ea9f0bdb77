// PostgreSQL, Redis and Chromium for tests: the servers that run already, else private ones in a temporary folder.
//   node scripts/test-services.mjs                 starts what is missing, prints where everything is
//   node scripts/test-services.mjs --stop <folder> stops what was started there
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'

const LOCAL_DATABASE_URL = 'postgres://postgres@127.0.0.1:5432/postgres'
// Database 15, so that tests keep away from what a developer's Redis holds in database 0.
const LOCAL_REDIS_URL = 'redis://127.0.0.1:6379/15'
const FOLDER_PREFIX = 'weather247-test-services-'
const isRoot = process.getuid?.() === 0
const say = (line) => console.error(`test services: ${line}`)

/**
 * Never prompts, never throws for a missing service: its URL is null then, and `missing` says why.
 * A service that was named by the environment and does not answer is an error.
 */
export async function startTestServices() {
  const given = { databaseUrl: process.env.TEST_DATABASE_URL, redisUrl: process.env.TEST_REDIS_URL }
  if (given.databaseUrl && !(await answersSql(given.databaseUrl))) {
    throw new Error(
      'TEST_DATABASE_URL is set, but no server answers there with a user who may create databases',
    )
  }
  if (given.redisUrl && !(await answersPing(given.redisUrl))) {
    throw new Error('TEST_REDIS_URL is set, but no Redis answers there')
  }
  const services = {
    databaseUrl:
      given.databaseUrl || ((await answersSql(LOCAL_DATABASE_URL)) ? LOCAL_DATABASE_URL : null),
    redisUrl: given.redisUrl || ((await answersPing(LOCAL_REDIS_URL)) ? LOCAL_REDIS_URL : null),
    chromium: process.env.TEST_CHROMIUM || chromiumProgram() || null,
    folder: null,
    missing: [],
  }
  installWhatIsMissing(services)
  services.chromium ??= chromiumProgram() ?? null
  if (!services.chromium) {
    services.missing.push('Chromium: none found; install it or set TEST_CHROMIUM')
    say('no Chromium, tests in a browser are skipped')
  }
  if (services.databaseUrl && services.redisUrl) return services

  services.folder = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), FOLDER_PREFIX))
  const { folder } = services
  services.databaseUrl ??= await attempt(services, 'PostgreSQL', () => startPostgres(folder))
  services.redisUrl ??= await attempt(services, 'Redis', () => startRedis(folder))
  return services
}

/** Stops what startTestServices started in the folder; safe to call twice. */
export function stopTestServices(folder) {
  if (!folder || !existsSync(folder)) return
  if (!basename(folder).startsWith(FOLDER_PREFIX)) throw new Error(`${folder} is not ours`)
  const cluster = join(folder, 'postgres')
  if (existsSync(join(cluster, 'postmaster.pid'))) {
    asServiceUser(folder, postgresProgram('pg_ctl'), [
      'stop',
      '-D',
      cluster,
      '-m',
      'immediate',
      '-w',
    ])
  }
  const socket = join(folder, 'redis.sock')
  if (existsSync(socket)) spawnSync('redis-cli', ['-s', socket, 'shutdown', 'nosave'])
  rmSync(folder, { recursive: true, force: true })
}

async function attempt(services, name, start) {
  try {
    return await start()
  } catch (error) {
    const reason = error.stderr?.toString().trim() || error.message
    services.missing.push(`${name}: ${reason}`)
    say(`no ${name}, tests that need it are skipped: ${reason}`)
    return null
  }
}

function installWhatIsMissing({ databaseUrl, redisUrl, chromium }) {
  const wanted = []
  if (!databaseUrl && !postgresProgram('initdb')) wanted.push('postgresql')
  if (!redisUrl && !inPath('redis-server')) wanted.push('redis-server')
  if (!chromium) wanted.push('chromium')
  if (wanted.length === 0 || !isRoot || !inPath('apt-get')) return
  say(`installing ${wanted.join(', ')}`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    // RUNLEVEL=1 keeps the packages from starting services of their own.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }
  spawnSync('apt-get', ['-qq', 'update'], options)
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...wanted], options)
}

async function startPostgres(folder) {
  const initdb = postgresProgram('initdb')
  if (!initdb) throw new Error('no initdb found; install PostgreSQL or set TEST_DATABASE_URL')
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const cluster = join(folder, 'postgres')
  const port = await freePort()
  const init = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
  asServiceUser(folder, initdb, ['-D', cluster, ...init])
  startCluster(folder, cluster, {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  })
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

function startCluster(folder, cluster, settings) {
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const log = join(folder, 'postgres.log')
  const start = ['start', '-w', '-D', cluster, '-l', log, '-o', flags.join(' ')]
  asServiceUser(folder, postgresProgram('pg_ctl'), start)
}

async function startRedis(folder) {
  if (!inPath('redis-server')) {
    throw new Error('no redis-server found; install it or set TEST_REDIS_URL')
  }
  const directory = join(folder, 'redis')
  mkdirSync(directory)
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}/0`
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: directory,
    unixsocket: join(folder, 'redis.sock'),
    logfile: join(folder, 'redis.log'),
    save: '',
    appendonly: 'no',
    daemonize: 'yes',
  }
  execFileSync(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'pipe' },
  )
  for (let tries = 0; tries < 50; tries++) {
    if (await answersPing(url)) return url
    await sleep(100)
  }
  throw new Error('redis-server was started but does not answer')
}

/** PostgreSQL refuses to run as root. */
function asServiceUser(cwd, program, args) {
  const [command, prefix] = isRoot ? ['runuser', ['-u', 'postgres', '--', program]] : [program, []]
  execFileSync(command, [...prefix, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Debian keeps the server's programs outside PATH, one folder per version. */
function postgresProgram(name) {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : []
  const candidates = versions.map((version) => join(debian, version, 'bin', name))
  return candidates.find(existsSync) ?? inPath(name)
}

/** Not Chrome: the tests are looked at with what Debian has. */
function chromiumProgram() {
  return inPath('chromium') ?? inPath('chromium-browser')
}

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(existsSync)
}

async function answersSql(url) {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    const [row] = await sql`
      select rolsuper or rolcreatedb as able from pg_roles where rolname = current_user`
    return row?.able === true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function answersPing(url) {
  const { hostname, port, password } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port || 6379), hostname)
    const finish = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(3000, () => finish(false))
    socket.on('error', () => finish(false))
    socket.on('connect', () => {
      if (password) socket.write(`AUTH ${decodeURIComponent(password)}\r\n`)
      socket.write('PING\r\n')
    })
    socket.on('data', (data) => finish(data.includes('+PONG')))
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [flag, folder] = process.argv.slice(2)
  if (flag === '--stop') stopTestServices(folder)
  else {
    const services = await startTestServices()
    const stop = services.folder && `node scripts/test-services.mjs --stop ${services.folder}`
    console.log(JSON.stringify({ ...services, stop }, null, 2))
  }
}
