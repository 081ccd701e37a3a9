/** `cordon audit`, as it is typed: one line per service, exit 0 or 1, in words and as JSON. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { openAudit } from '../../../daemon/audit/write.ts'
import { serviceNames } from '../../../daemon/model/document.ts'
import { initKeys, loadPrivateKey } from '../../../drivers/keys/box.ts'
import { entries, makeChain, steppingClock } from './fixture.ts'

const main = join(import.meta.dirname, '../../../command/main.ts')
const cordon = (...args: string[]) =>
  spawnSync(process.execPath, [main, 'audit', ...args], { encoding: 'utf8' })

/** A box with records of every service but `review`, which has never run. */
const makeBox = async (t: TestContext) => {
  const { folder } = await makeChain(t)
  const [state, keys] = [join(folder, 'state'), join(folder, 'keys')]
  await initKeys(keys)
  const fileOf = (service: string) => join(state, 'audit', `${service}.jsonl`)
  for (const service of serviceNames.filter(name => name !== 'review')) {
    const { key } = await loadPrivateKey({ directory: keys }, `audit-${service}`)
    const audit = await openAudit(fileOf(service), service, key, steppingClock())
    for (const entry of entries) await audit(entry)
    await audit.close()
  }
  const verify = (...more: string[]) => cordon('verify', '--state', state, '--keys', keys, ...more)
  return { state, keys, fileOf, verify }
}

test('sound chains: a line each, exit 0', async t => {
  const { verify } = await makeBox(t)
  const { status, stdout, stderr } = verify()
  assert.equal(stderr, '')
  assert.equal(status, 0)
  const lines = stdout.trimEnd().split('\n')
  assert.equal(lines.length, 4)
  assert.match(lines[0]!, /^capture +sound, 6 records, head 6:[0-9a-f]{64}$/)
  assert.match(lines[3]!, /^review +no records$/)
})

test('an edited record: the line says where and what, exit 1; the others are still told', async t => {
  const { fileOf, verify } = await makeBox(t)
  const file = fileOf('deidentify')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"pages":3', '"pages":2'))
  const { status, stdout, stderr } = verify()
  assert.equal(status, 1)
  assert.match(stdout, /^deidentify +NOT SOUND at line 3: altered, /m)
  assert.match(stdout, /^forward +sound/m)
  assert.match(stderr, /^cordon: 1 of 4 audit chains are not sound\. Next: .+\.\n$/)
  const json = verify('--json')
    .stdout.trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  assert.deepEqual(json[1], { service: 'deidentify', ok: false, records: 2, line: 3, fault: 'altered' })
  assert.equal(json[0].records, 6)
})

test('missing newest records are found with the heads that `audit head` printed, also where the file is gone', async t => {
  const { state, fileOf, verify } = await makeBox(t)
  const heads = cordon('head', '--state', state).stdout.trimEnd().split('\n')
  assert.equal(heads.length, 3)
  const options = heads.flatMap(head => ['--head', head])
  assert.equal(verify(...options).status, 0)
  const file = fileOf('forward')
  const lines = (await readFile(file, 'utf8')).split(/(?<=\n)/)
  await writeFile(file, lines.slice(0, 4).join(''))
  assert.equal(verify().status, 0)
  const cut = verify(...options)
  assert.equal(cut.status, 1)
  assert.match(cut.stdout, /^forward +NOT SOUND at line 5: truncated/m)
  assert.equal(verify('--head', `review=1:${'0'.repeat(64)}`).status, 1)
})

test('wrong usage is 64, a box without keys is 1, and help teaches', async t => {
  const { state } = await makeBox(t)
  assert.equal(cordon('verify', '--head', 'nonsense').status, 64)
  const none = cordon('verify', '--state', state, '--keys', join(state, 'none'))
  assert.equal(none.status, 1)
  assert.match(none.stderr, /^cordon: the key audit-capture\.pub\.jwk is missing\. Next: .+\.\n$/)
  const { status, stdout } = cordon('verify', '--help')
  assert.equal(status, 0)
  assert.match(stdout, /Examples:[\s\S]+cordon audit head[\s\S]+Exit codes:/)
})
