export { devServerArgs } from './dev-server.ts'
export { findCli, type FoundCli } from './find-cli.ts'
export { serverReady } from './server-ready.ts'
