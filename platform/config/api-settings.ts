import { Type } from 'typebox'
import { hostList, integer, networkList, originList, port, textOr } from './setting-schemas.ts'

/** Where the API listens, and whom it answers. */
export const API_SETTINGS = {
  HOST: textOr(
    '127.0.0.1',
    'The address the API and the dashboard listen on; one that others can reach is refused until there is an API token',
  ),
  PORT: port(8247, 'The port of the API and the dashboard'),
  WEATHER247_ALLOWED_HOSTS: hostList(
    'Names under which the API is reached, beside the address and port it listens on, such as that of a reverse proxy; a name without a port counts with any',
  ),
  WEATHER247_UNPROTECTED_API: Type.Optional(
    Type.Boolean({
      description:
        'Lets HOST be an address that others can reach while there is no API token: for containers and networks that keep others out',
    }),
  ),
  WEATHER247_COMMERCIAL: Type.Optional(
    Type.Boolean({
      description:
        'Says that this installation is used commercially: providers whose plan forbids that are left out',
    }),
  ),
  WEATHER247_PRIVATE_WEBHOOKS: Type.Optional(
    Type.Boolean({
      description:
        'Lets webhooks be on this machine and its networks, and without encryption: for development; those who are admin can then reach with them what only this machine can',
    }),
  ),
  WEATHER247_READ_REFRESH_SECONDS: integer(5, [1, 25], {
    description: 'How long a read with `refresh=if-stale` waits for the refresh of its city',
    unit: 'seconds',
  }),

  WEATHER247_TRUSTED_PROXIES: networkList(
    'Reverse proxies in front of the API, whose X-Forwarded-For names the client: for rate limits and the audit',
  ),
  WEATHER247_CORS_ORIGINS: originList(
    'Origins whose pages may use the API from a browser; by default none but its own',
  ),
  WEATHER247_RATE_LIMIT_PER_TOKEN: integer(600, [1, 1_000_000], {
    description: 'Requests of each token before the answer is 429',
    unit: 'requests a minute',
  }),
  WEATHER247_RATE_LIMIT_PER_ADDRESS: integer(1_200, [1, 1_000_000], {
    description:
      'Requests of each address before the answer is 429; this machine is exempt while there is no token',
    unit: 'requests a minute',
  }),
}
