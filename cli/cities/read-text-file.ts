import { open } from 'node:fs/promises'
import { firstBadLine } from '../../platform/files/bounded-text-file.ts'
import { wrongUsage } from '../errors/command-error.ts'

/** More than the list of every place of 500 inhabitants; all of it is in memory. */
const MAX_MEBIBYTES = 64
const MAX_BYTES = MAX_MEBIBYTES * 1024 * 1024

/** @throws CommandError for what is no text file of a bearable size, in UTF-8. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readBytes(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrongUsage(
      `${file} is no UTF-8: ${firstBadLine(bytes)} has other bytes, so nothing was imported`,
      'save it as UTF-8',
    )
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) throw wrongUsage(`${file} is no file`)
      if (facts.size > MAX_BYTES) {
        throw wrongUsage(
          `${file} has more than ${MAX_MEBIBYTES} MiB`,
          'import it in parts, or a file of fewer places',
        )
      }
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw wrongUsage(`${file} cannot be read (${String(error.code)})`)
    }
    throw error
  }
}
