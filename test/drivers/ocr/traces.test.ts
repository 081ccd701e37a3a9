/** Reading leaves nothing behind: no file made or written anywhere, no network, nothing said but by the caller. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { missing } from './confine.ts'

const strace = '/usr/bin/strace'
const script = fileURLToPath(new URL('one-page.ts', import.meta.url))
const calls =
  'open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,mknod,connect,bind,sendto,sendmsg,sendmmsg'

/** Calls that made a name, opened a file for writing, or reached for the network. */
const touching = (trace: string): string[] =>
  trace.split('\n').filter(line => {
    // An inode that never has a name is how a page reaches the native engine.
    if (line === '' || /= -1 E|O_TMPFILE/.test(line)) return false
    if (/open(at)?\(/.test(line)) {
      return /O_CREAT|O_WRONLY|O_RDWR/.test(line) && !/"\/dev\/(null|tty)"|"\/proc\//.test(line)
    }
    return !/AF_UNIX|AF_NETLINK|SIG|exited|killed|resumed>/.test(line)
  })

for (const engine of ['native', 'tesseract.js']) {
  const skip = existsSync(strace) ? engine === 'native' && missing : 'needs strace'
  test(`${engine} writes no file, reaches no network and prints nothing`, { skip }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cordon-traces-'))
    const log = join(await mkdtemp(join(tmpdir(), 'cordon-strace-')), 'log')
    const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder }
    const said = execFileSync(
      strace,
      ['-f', '-qq', '--seccomp-bpf', '-e', `trace=${calls}`, '-o', log, process.execPath, script, engine],
      { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
    assert.equal(said, 'canary')
    assert.deepEqual(await readdir(folder), [])
    const trace = await readFile(log, 'utf8')
    assert.match(trace, engine === 'native' ? /O_TMPFILE/ : /eng\.traineddata\.gz/)
    assert.deepEqual(touching(trace), [])
    await rm(folder, { recursive: true })
    await rm(join(log, '..'), { recursive: true })
  })
}
