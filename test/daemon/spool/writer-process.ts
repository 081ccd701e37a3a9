/**
 * A writer in a process of its own, so that a test can kill it: `node writer-process.ts DIR KEY.pem PIECES STOP`.
 * Puts a body of PIECES chunks; says `ready` and waits for ever before piece STOP, where there is one.
 */
import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { chunkBytes } from '../../../daemon/spool/stream.ts'
import { facts, idOf, writeEdge } from './fixture.ts'

const [directory = '', keyFile = '', pieces = '0', stop = '-1'] = process.argv.slice(2)
const publicKey = createPublicKey(await readFile(keyFile))
const writer = await writeEdge('captured', directory, { publicKey, privateKey: publicKey })

async function* body(): AsyncGenerator<Uint8Array> {
  for (let n = 0; n <= Number(pieces); n++) {
    if (n === Number(stop)) {
      process.stdout.write('ready\n')
      await new Promise(() => setInterval(() => {}, 1000))
    }
    if (n < Number(pieces)) yield Buffer.alloc(chunkBytes, n)
  }
}

await writer.put(idOf(1), facts.captured, body())
process.stdout.write('done\n')
