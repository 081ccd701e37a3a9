/** One act of a user on an edge, in a process of that user: `node user-process.ts ACT …`. Prints what came of it. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { facts, idOf, readEdge, writeEdge } from './fixture.ts'

const [act = '', path = '', keyFile = '', n = '0'] = process.argv.slice(2)

const openReader = async () => {
  const privateKey = createPrivateKey(await readFile(keyFile))
  return readEdge(
    'captured',
    path,
    { privateKey, publicKey: createPublicKey(privateKey) },
    { ownerUid: 64_001 },
  )
}

const nextJob = async (end: 'keep' | 'done' | 'reject'): Promise<string> => {
  const job = await (await openReader()).next()
  if (job === null) return 'null'
  const body = Buffer.from(await job.read(1000)).toString()
  if (end === 'reject') await job.reject('corrupt')
  else await job[end]()
  return body
}

const acts: Record<string, () => Promise<unknown>> = {
  put: async () => {
    const publicKey = createPublicKey(await readFile(keyFile))
    const writer = await writeEdge('captured', path, { publicKey, privateKey: publicKey })
    await writer.put(idOf(Number(n)), facts.captured, Buffer.from(`body ${n}`))
    return 'ok'
  },
  keep: () => nextJob('keep'),
  done: () => nextJob('done'),
  reject: () => nextJob('reject'),
  shred: async () => (await openReader()).shred(idOf(Number(n))),
  counts: async () => JSON.stringify(await (await openReader()).counts()),
  list: () => readdir(path),
  read: () => readFile(path),
  write: () => writeFile(path, 'x'),
  trap: async () => {
    await mkdir(path)
    await writeFile(join(path, 'x'), '')
    return 'ok'
  },
}

const result = await acts[act]!().catch((thrown: { code?: string }) => thrown.code ?? String(thrown))
process.stdout.write(`${String(result)}\n`)
