import { Type } from 'typebox'
import { apiKey, httpUrl, integer, port, PORT_PATTERN, secret, text } from './setting-schemas.ts'

/** The database, the cache and the Temporal server: own or embedded. */
export const SERVICE_SETTINGS = {
  DATABASE_URL: secret('PostgreSQL to use instead of the embedded one', {
    pattern: '^postgres(ql)?://.',
    url: 'service',
    expected: 'a postgres:// URL',
  }),
  WEATHER247_DATABASE_POOL: integer(10, [1, 1000], {
    description: 'Database connections of each process',
    unit: 'connections',
  }),
  REDIS_URL: secret('Redis to use as the shared cache instead of memory', {
    pattern: '^rediss?://.',
    url: 'service',
    expected: 'a redis:// or rediss:// URL',
  }),

  TEMPORAL_ADDRESS: text('Temporal server to use instead of the embedded one', {
    pattern: `^(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+):${PORT_PATTERN}$`,
    expected: 'host:port',
  }),
  TEMPORAL_NAMESPACE: text('Temporal namespace; `default` when absent', {
    pattern: '^\\S+$',
    expected: 'a name without spaces',
  }),
  TEMPORAL_API_KEY: apiKey('API key of the Temporal server; turns TLS on'),
  TEMPORAL_PROFILE: text('Profile of the Temporal configuration file'),
  TEMPORAL_CONFIG_FILE: text('Temporal configuration file (TOML)'),
  TEMPORAL_TLS: Type.Optional(Type.Boolean({ description: 'TLS to the Temporal server' })),
  TEMPORAL_TLS_SERVER_NAME: text('Server name expected in the certificate of the Temporal server', {
    pattern: '^[A-Za-z0-9._-]+$',
    expected: 'a host name',
  }),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: text('File with the CA certificate of the Temporal server'),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: text('The same certificate, as PEM text', { lines: true }),
  TEMPORAL_TLS_CLIENT_CERT_PATH: text('File with the client certificate for the Temporal server'),
  TEMPORAL_TLS_CLIENT_CERT_DATA: text('The same certificate, as PEM text', { lines: true }),
  TEMPORAL_TLS_CLIENT_KEY_PATH: text('File with the key of the client certificate'),
  TEMPORAL_TLS_CLIENT_KEY_DATA: secret('The same key, as PEM text', { lines: true }),
  TEMPORAL_CLI_PATH: text('The `temporal` program that runs the embedded server'),
  WEATHER247_TEMPORAL_PORT: port(7233, 'The port of the embedded Temporal server'),
  WEATHER247_TEMPORAL_UI_PORT: port(8233, 'The port of the embedded Temporal Web UI'),
  WEATHER247_TEMPORAL_DISK_MB: integer(1_000, [100, 1_000_000], {
    description:
      'How large the file of the embedded Temporal server may grow; histories that would not fit go earlier than after 3 days',
    unit: 'MB',
  }),
  WEATHER247_WEB_UI_URL: httpUrl('The Temporal Web UI of an external Temporal server, for links'),
}
