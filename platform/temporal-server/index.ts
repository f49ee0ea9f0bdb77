export { devServerArgs } from './dev-server.ts'
export { findCli, type FoundCli } from './find-cli.ts'
export { addSearchAttributes, areSearchable } from './search-attributes.ts'
export { serverReady } from './server-ready.ts'
