/** The lines of an audit file, each with its line feed and of bounded length, for the verifier. Reads one file. */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { lineLimit } from './record.ts'

/**
 * What follows the last line feed comes last, without one: the verifier finds it unreadable. A line longer than any
 * record ends the reading in the same way.
 * @throws the system's error where the file cannot be read.
 */
export async function* auditLines(file: string): AsyncGenerator<string> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    let rest = ''
    for await (const chunk of handle.createReadStream({ encoding: 'latin1', autoClose: false })) {
      const lines = (rest + chunk).split(/(?<=\n)/)
      rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '')
      yield* lines
      if (rest.length > lineLimit) break
    }
    if (rest !== '') yield rest
  } finally {
    await handle.close()
  }
}
