import type { FastifyRequest } from 'fastify'

/** Holds the token of a browser that signed in: no script can read it. */
const NAME = 'weather247_session'

/** What the API itself is asked at; pages and their files need no token. */
const PATH = '/api/weather'

type Asked = Pick<FastifyRequest, 'headers'>

/** Undefined where the browser has not signed in. */
export function sessionTokenOf({ headers: { cookie = '' } }: Asked): string | undefined {
  for (const pair of cookie.split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2)
    if (name === NAME && value !== '') return value
  }
  return undefined
}

/** Whether a caller shows a token, so that what it is answered is for it alone. */
export const showsToken = (request: Asked): boolean =>
  request.headers.authorization !== undefined || sessionTokenOf(request) !== undefined

const attributes = (isTls: boolean): string =>
  `; Path=${PATH}; HttpOnly; SameSite=Strict${isTls ? '; Secure' : ''}`

/** Kept until the browser ends. */
export const sessionCookie = (token: string, isTls: boolean): string =>
  `${NAME}=${token}${attributes(isTls)}`

export const endedSessionCookie = (isTls: boolean): string =>
  `${NAME}=${attributes(isTls)}; Max-Age=0`
