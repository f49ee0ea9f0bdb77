/** Says where a server listens, and closes it with standard input. */
export function printPlace({ url, close }: { url: string; close(): Promise<unknown> }): void {
  process.stdout.write(`${JSON.stringify({ url })}\n`)
  process.stdin.resume().once('end', () => {
    void close().finally(() => process.exit(0))
  })
}
