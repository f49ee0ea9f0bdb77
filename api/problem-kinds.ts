interface ProblemFacts {
  readonly status: number
  readonly title: string
  /** What a client can do about it. */
  readonly help: string
}

/** Every way the API refuses; clients may switch on the kind. The list is closed. */
const FACTS = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    help: 'The detail names the field and what it may hold.',
  },
  'unknown-host': {
    status: 421,
    title: 'This is not the address of this server',
    help: 'Ask for the address and port the server listens on, or name the host in WEATHER247_ALLOWED_HOSTS.',
  },
  unauthenticated: {
    status: 401,
    title: 'A token is needed',
    help: 'Send `Authorization: Bearer w247_…`; `weather247 tokens create` makes a token.',
  },
  forbidden: {
    status: 403,
    title: 'This needs another role',
    help: '`needed_role` is the role a token has to have: read, operate or admin.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    help: 'Wait as long as Retry-After says; RateLimit-Remaining says what is left.',
  },
  'too-many-listeners': {
    status: 503,
    title: 'Too many clients listen to events',
    help: 'Come again after Retry-After seconds, or read the task at its own address.',
  },
  closing: {
    status: 503,
    title: 'The server is closing',
    help: 'Ask again after Retry-After seconds: another process answers, or this one when it is back.',
  },
  'cross-site': {
    status: 403,
    title: 'Another site may not request changes',
    help: 'Send the request from the API’s own address, or from a program.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    help: 'The addresses there are stand at /docs.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address has other methods',
    help: 'The header Allow names the methods of the address.',
  },
  'unknown-city': {
    status: 404,
    title: 'This city is not known',
    help: '`suggestions` are cities with names like it; /api/weather/cities lists all.',
  },
  'ambiguous-city': {
    status: 409,
    title: 'Several cities have this name',
    help: 'Name one of the `candidates` by its id, or add the country.',
  },
  'no-data-yet': {
    status: 404,
    title: 'There is no data yet',
    help: 'The city has not been refreshed with success yet; ask again after the next refresh.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This key named another request',
    help: 'Take a new key for a new request; a key is kept for 24 hours.',
  },
  'unknown-task': {
    status: 404,
    title: 'This task is not known',
    help: 'The id is `workflow id/run id`, as the answer that started the task has it.',
  },
  'task-closed': {
    status: 409,
    title: 'This task has ended already',
    help: 'It can be read, and no longer steered.',
  },
  'unknown-alert': {
    status: 404,
    title: 'This alert is not known',
    help: 'The id is a number that /api/weather/monitoring/alerts lists.',
  },
  'alert-resolved': {
    status: 409,
    title: 'This alert is resolved already',
    help: 'Where its rule holds again, a new alert is raised.',
  },
  'unknown-incident': {
    status: 404,
    title: 'This incident is not known',
    help: 'The id is a number that /api/weather/incidents lists.',
  },
  'incident-closed': {
    status: 409,
    title: 'This incident is closed already',
    help: 'Where the provider fails again, a new incident is opened.',
  },
  'unknown-threshold': {
    status: 404,
    title: 'This threshold is not known',
    help: 'The id is a number that /api/weather/thresholds lists.',
  },
  'threshold-exists': {
    status: 409,
    title: 'This name is taken',
    help: 'Take another name, or delete the threshold that has it.',
  },
  'unknown-webhook': {
    status: 404,
    title: 'This webhook is not known',
    help: 'The id is a number that /api/weather/webhooks lists.',
  },
  'webhook-exists': {
    status: 409,
    title: 'This name is taken',
    help: 'Take another name, or delete the webhook that has it.',
  },
  'unknown-provider': {
    status: 404,
    title: 'This provider is not known',
    help: '`ids` are the providers there are; /api/weather/providers lists them.',
  },
  'provider-not-usable': {
    status: 409,
    title: 'This provider cannot be used here',
    help: 'The detail names the setting that keeps it out.',
  },
  'last-provider': {
    status: 400,
    title: 'This is the last provider in use',
    help: 'Enable another one first: `weather247 providers enable`, or PUT with `is_active`.',
  },
  'unknown-schedule': {
    status: 404,
    title: 'This schedule is not known',
    help: '`ids` are the schedules there are; `weather247 schedules apply` creates what is missing.',
  },
  'temporal-unavailable': {
    status: 503,
    title: 'Temporal does not answer',
    help: 'Nothing was started. Ask again after Retry-After seconds.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database does not answer',
    help: 'Nothing was changed. Ask again after Retry-After seconds.',
  },
  'answer-late': {
    status: 503,
    title: 'The answer took too long',
    help: 'The work may go on; ask again after Retry-After seconds.',
  },
  'cache-unavailable': {
    status: 503,
    title: 'The shared cache does not answer',
    help: 'Nothing was removed. Ask again after Retry-After seconds.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong in the server',
    help: 'The log of the server has the cause beside the id of the request.',
  },
} as const satisfies Record<string, ProblemFacts>

export type ProblemKind = keyof typeof FACTS

export const problemFacts = (kind: ProblemKind): ProblemFacts => FACTS[kind]

export const PROBLEM_KINDS = Object.keys(FACTS) as ProblemKind[]
