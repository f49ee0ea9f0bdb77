// Builds the pages of dashboard/ with Vite, and packs each file: `node scripts/build-dashboard.mjs [folder]`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { landRings } from './dashboard-land.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ICONS = join(ROOT, 'node_modules', '@meteocons', 'svg-static', 'monochrome')
const SCRATCH = join(ROOT, 'node_modules', '.cache', 'weather247', 'dashboard')
const PACKED = ['.js', '.css', '.html', '.svg', '.json']

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

export async function buildDashboard(folder) {
  const { build } = await import('vite')
  // Under a test runner Vite would take it for development, and make other files.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({
    configFile: join(ROOT, 'dashboard', 'vite.config.ts'),
    root: join(ROOT, 'dashboard'),
    logLevel: 'warn',
    plugins: [madeFiles()],
    cacheDir: SCRATCH,
    build: { outDir: resolve(folder) },
  })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
  await packFiles(folder)
}

/** Each import is the address of a file that is made here. */
function madeFiles() {
  const made = {
    'virtual:weather-icons': ['weather-icons.svg', weatherIcons],
    'virtual:land-110m': ['land-110m.json', () => landRings('110m')],
    'virtual:land-50m': ['land-50m.json', () => landRings('50m')],
  }
  return {
    name: 'made-files',
    resolveId: (asked) => (asked in made ? `\0${asked}` : undefined),
    load(asked) {
      const [name, make] = made[asked.slice(1)] ?? []
      if (make === undefined) return undefined
      const file = this.emitFile({ type: 'asset', name, source: make() })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}

/** The symbols that the page names, in one file. */
function weatherIcons() {
  const named = readFileSync(join(ROOT, 'dashboard', 'logic', 'weather-icon-names.json'), 'utf8')
  return `<svg xmlns="http://www.w3.org/2000/svg">${JSON.parse(named).map(symbolOf).join('')}</svg>`
}

/** Cropped to the drawing; what the file says of its root has to be said of the symbol. */
function symbolOf(name) {
  const text = readFileSync(join(ICONS, `${name}.svg`), 'utf8')
  const inner = text.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
  const scoped = inner
    .replace(/ style="mask-type:\s*(\w+)"/g, ' mask-type="$1"')
    .replace(/\bid="([^"]+)"/g, `id="${name}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${name}-$1)`)
  if (/ style=/.test(scoped)) throw new Error(`${name}.svg has a style of its own`)
  return `<symbol id="${name}" viewBox="16 16 96 96" fill="none">${scoped}</symbol>`
}

async function packFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && PACKED.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file)
      writeFileSync(`${file}.gz`, await gzipped(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
      writeFileSync(`${file}.br`, await brotlied(bytes, { params }))
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildDashboard(process.argv[2] ?? join(ROOT, 'dist', 'dashboard'))
}
