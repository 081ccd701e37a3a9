/**
 * Tries what a child that was taken over would try, and tells as a row of pixels which of it was possible: 255 for
 * each thing that it could do. The order is that of `confined.test.ts`.
 */
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { connect } from 'node:net'
import { Worker } from 'node:worker_threads'

const say = (...integers: number[]): void => {
  const bytes = Buffer.alloc(integers.length * 4)
  integers.forEach((integer, index) => {
    bytes.writeUInt32BE(integer >>> 0, index * 4)
  })
  fs.writeSync(1, bytes)
}

say(0x52454459)
const told = fs.readFileSync(0).toString('utf8', 4).split('\n')
const [port = '0', secret = '', folder = '', pid = '0'] = told

const could = (attempt: () => unknown): boolean => {
  try {
    return attempt() !== false
  } catch {
    return false
  }
}
const connected = await new Promise<boolean>(resolve => {
  const socket = connect(Number(port), '127.0.0.1')
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
})
// The shell that builds the closed root adds PWD.
const known = ['PATH', 'LANG', 'TZ', 'UV_THREADPOOL_SIZE', 'MALLOC_ARENA_MAX', 'PWD', 'OLDPWD']
const results = [
  connected,
  could(() => fs.readFileSync('/etc/passwd')),
  could(() => fs.readFileSync(secret)),
  could(() => fs.readdirSync('/')),
  could(() => fs.writeFileSync(`${folder}/written`, 'x')),
  could(() => fs.mkdirSync(`${folder}/made`)),
  could(() => fs.unlinkSync(secret)),
  could(() => spawnSync('/bin/true').status === 0),
  could(() => new Worker('0', { eval: true }).terminate()),
  could(() => process.kill(Number(pid), 0)),
  could(() => new Function('return 1')()),
  Object.keys(process.env).some(name => !known.includes(name)),
]
say(0x50414745, 1, 0x4652414d, results.length, 1, 0, 0, 0, 0)
fs.writeSync(
  1,
  Uint8Array.from(results, result => (result ? 255 : 0)),
)
say(0x454e4421)
process.exit(0)
