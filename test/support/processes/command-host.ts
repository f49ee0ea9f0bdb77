// Runs commands that are sent to it, one after the other, and answers with what each has written.
import { runCommand } from '../../../cli/run-command.ts'

interface Command {
  readonly args: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

process.on('message', ({ args, variables }: Command) => void run(args, variables))

async function run(args: Command['args'], variables: Command['variables']): Promise<void> {
  process.env = { ...variables }
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    process[stream].write = (text: string | Uint8Array): boolean => {
      written[stream] += String(text)
      return true
    }
  }
  const code = await runCommand(args)
  process.send?.({ code, ...written })
}
