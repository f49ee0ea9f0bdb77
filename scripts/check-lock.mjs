// Checks package-lock.json for what makes `npm ci` fail elsewhere, or replay fail here.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
)
const locked = new Set(Object.keys(packages).map(nameOf))
const problems = []

// A lock written where a registry lacks another platform's binary omits it, and `npm ci` refuses it there.
for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const name of Object.keys(optionalDependencies)) {
    if (!locked.has(name)) problems.push(`${path}: optional dependency ${name} is not in the lock`)
  }
}

// With a second copy among Temporal's packages the replayer meets types it does not know ("type must be a
// Type"). gRPC's loader keeps its own, of another major version: the two never meet.
const copies = Object.keys(packages).filter((path) => nameOf(path) === 'protobufjs')
const shared = copies.filter(
  (path) => path !== 'node_modules/@grpc/proto-loader/node_modules/protobufjs',
)
if (shared.join() !== 'node_modules/protobufjs') {
  problems.push(`one copy of protobufjs expected: ${shared.join(', ') || 'none'}`)
}

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else {
  console.log(`${locked.size} packages: every optional one is in the lock, one copy of protobufjs`)
}

function nameOf(path) {
  return path.split('node_modules/').at(-1)
}
