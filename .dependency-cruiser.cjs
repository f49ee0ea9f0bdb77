// The walls between the rooms. Type imports count like any other.
const { builtinModules } = require('node:module')

const { product: ROOMS, free: FREE_ROOMS } = require('./scripts/rooms.json')
const TEST_FILE = '\\.test\\.ts$'

/** Which rooms a room may import, besides itself: the table of the design. */
const MAY_IMPORT = {
  domain: [],
  contracts: ['domain'],
  workflows: ['domain', 'contracts'],
  // `db/database` is the type of what queries take.
  activities: ['domain', 'contracts', 'db/queries', 'db/database', 'cache'],
  providers: ['domain', 'db/queries', 'db/database'],
  db: ['domain'],
  cache: ['domain'],
  temporal: ['domain', 'contracts'],
  // Workflows reach a worker as a path, never as an import.
  workers: [
    'domain',
    'contracts',
    'activities',
    'providers',
    'db',
    'cache',
    'temporal',
    'platform',
    'emulator',
  ],
  api: ['domain', 'contracts', 'temporal', 'db', 'cache', 'platform'],
  client: [],
  // It talks HTTP only: what it shares with the server is what imports nothing.
  dashboard: ['client', 'domain'],
  platform: ['domain'],
  emulator: ['domain'],
}

const isRoom = (names) => `^(${names.join('|')})/`

const tableOfRooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `${room}/ may import ${allowed.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: TEST_FILE },
  to: {
    path: isRoom([...ROOMS, ...FREE_ROOMS, 'tools']),
    pathNot: [`^${room}/`, ...allowed.map((name) => `^${name}(/|\\.ts$)`)],
  },
}))

module.exports = {
  forbidden: [
    ...tableOfRooms,
    {
      name: 'cli-imports',
      comment:
        'cli/ enters other rooms by the front door: a file at the top of the room, db/queries, ' +
        "platform's folders of plain files, " +
        'or an index.ts or main.ts below.',
      severity: 'error',
      from: { path: '^cli/', pathNot: TEST_FILE },
      to: {
        path: isRoom([...ROOMS, ...FREE_ROOMS]),
        pathNot: [
          '^cli/',
          '^(domain|contracts)/',
          '^(activities|providers|db|cache|temporal|workers|api|client|platform|emulator)/[^/]+\\.ts$',
          '^db/queries/',
          '^platform/(config|files|logging|shutdown|system-fault)/[^/]+\\.ts$',
          '^(db|workers|api|platform|emulator)/.+/(index|main)\\.ts$',
        ],
      },
    },
    {
      name: 'workflows-reach-no-io',
      comment: 'Nothing reachable from workflows/ does I/O.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: TEST_FILE },
      to: {
        path: [
          isRoom(ROOMS.filter((room) => !['domain', 'contracts', 'workflows'].includes(room))),
          `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`,
        ],
        reachable: true,
      },
    },
    {
      name: 'workflows-few-packages',
      comment: 'What the bundle evaluates is paid by every child: only the SDK comes from npm.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: TEST_FILE },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/@temporalio/(workflow|common)/',
        reachable: true,
      },
    },
    {
      name: 'contracts-message-helpers-only',
      comment: "contracts/ takes nothing from outside but Temporal's message helpers.",
      severity: 'error',
      from: { path: '^contracts/', pathNot: TEST_FILE },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: 'node_modules/@temporalio/(workflow|common)/',
      },
    },
    {
      name: 'domain-imports-nothing',
      comment: 'domain/ imports nothing: no other room, no package, no part of Node.',
      severity: 'error',
      from: { path: '^domain/', pathNot: TEST_FILE },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: isRoom(ROOMS), pathNot: TEST_FILE },
      to: { path: [TEST_FILE, isRoom(FREE_ROOMS)] },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      comment:
        'What runs in production is listed under dependencies; pages are bundled when they are built.',
      severity: 'error',
      from: {
        path: isRoom(ROOMS),
        pathNot: [TEST_FILE, '^db/drizzle\\.config\\.ts$', '^dashboard/'],
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      // Vite's own: the address of a file.
      to: { couldNotResolve: true, pathNot: '\\?url$|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/\\.cache|data-dir)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
}
