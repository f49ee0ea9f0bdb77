import { useState } from 'preact/hooks'
import { ApiProblem, isTokenAsked } from '../api.ts'
import { signIn } from '../live/session.ts'
import { Title } from './title.tsx'

/** Asks for a token once; nothing of the page keeps it. */
export function SignIn() {
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  return (
    <main id="main" class="sign-in">
      <Title text="Sign in">Weather247</Title>
      <p>
        {isTokenAsked.value && !problem
          ? 'The token of this page was revoked, or has expired. '
          : 'This installation asks for a token. '}
        <code>weather247 tokens create --name me --role read</code> prints one.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn(token.trim()).catch((error: unknown) => {
            setProblem(ApiProblem.from(error))
          })
        }}
      >
        <label for="token">Token</label>
        <input
          id="token"
          type="password"
          autocomplete="current-password"
          required
          value={token}
          aria-describedby="token-problem"
          onInput={(event) => {
            setToken(event.currentTarget.value)
          }}
        />
        <button type="submit" class="main">
          Sign in
        </button>
        <p id="token-problem" role="alert">
          {problem ? `${problem.title}. ${problem.message}` : ''}
        </p>
      </form>
    </main>
  )
}
