/** A configuration is taken whole or not at all, and each fault is one line with the path of its field. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Config, loadConfig, parseConfig, sliceFor } from '../../config/load.ts'

const faultsOf = (yaml: string): readonly string[] => {
  const loaded = parseConfig(yaml)
  return 'faults' in loaded ? loaded.faults : []
}

const soundConfig = (yaml: string): Config => {
  const loaded = parseConfig(yaml)
  assert.ok('config' in loaded, 'faults' in loaded ? loaded.faults.join('\n') : '')
  return loaded.config
}

test('an empty file is the defaults', () => {
  for (const yaml of ['', '\n# nothing\n', '{}']) {
    const config = soundConfig(yaml)
    assert.equal(config.stateDir, '/var/lib/cordon')
    assert.equal(config.forward.broker.port, 8883)
    assert.equal(config.forward.minTlsVersion, 'TLSv1.3')
    assert.equal(config.deidentify.profile, 'strict')
    assert.deepEqual(config.capture.sources, [])
  }
})

test('what is given counts, and the rest of its group takes its defaults', () => {
  const config = soundConfig(`
stateDir: /srv/state
capture: { sources: [{ id: fax, path: /srv/fax, polling: true }] }
forward: { protocol: 5, broker: { host: broker.example } }
`)
  const [fax] = config.capture.sources
  assert.deepEqual(
    [fax?.polling, fax?.pollIntervalMs, fax?.ignore],
    [true, 2000, ['.*', '*.tmp', '*.part', 'Thumbs.db']],
  )
  assert.deepEqual([config.forward.protocol, config.forward.broker.port], [5, 8883])
  assert.equal(config.review.socketPath, '/srv/state/review/review.sock')
})

const source = (fields: string): string => `capture: { sources: [{ id: fax, path: /srv/fax, ${fields} }] }`
const sources = (...entries: string[]): string => `capture: { sources: [${entries.join(', ')}] }`

const faults: readonly [string, string, readonly string[]][] = [
  [
    'a text for a switch',
    source('polling: "yes"'),
    ['capture.sources[0].polling: expected boolean, got string'],
  ],
  [
    'a text for a number',
    'forward: { retryMinMs: soon }',
    ['forward.retryMinMs: expected number, got string'],
  ],
  [
    'a broken number',
    'forward: { retryMinMs: 1000.5 }',
    ['forward.retryMinMs: expected whole number, got 1000.5'],
  ],
  [
    'a number too small',
    'forward: { broker: { port: 0 } }',
    ['forward.broker.port: expected at least 1, got 0'],
  ],
  [
    'a number too large',
    'forward: { broker: { port: 70000 } }',
    ['forward.broker.port: expected at most 65535, got 70000'],
  ],
  ['infinity', 'forward: { broker: { port: .inf } }', ['forward.broker.port: expected number, got Infinity']],
  [
    'an unknown choice',
    'deidentify: { profile: lax }',
    ['deidentify.profile: expected strict or balanced, got another text'],
  ],
  ['an unknown protocol', 'forward: { protocol: 4 }', ['forward.protocol: expected 3.1.1 or 5, got number']],
  [
    'an old TLS',
    'forward: { minTlsVersion: TLSv1.1 }',
    ['forward.minTlsVersion: expected TLSv1.3 or TLSv1.2, got another text'],
  ],
  ['a list for a group', 'capture: []', ['capture: expected a group of fields, got list']],
  ['nothing for a group', 'capture:', ['capture: expected a group of fields, got null']],
  ['a list at the top', '- a', ['configuration: expected a group of fields, got list']],
  [
    'a missing field',
    'capture: { sources: [{ id: fax }] }',
    ['capture.sources[0].path: expected string, got nothing'],
  ],
  [
    'a relative path',
    'stateDir: var/lib',
    ['stateDir: expected an absolute path without "." or "..", double or trailing slashes'],
  ],
  [
    'a path that climbs',
    'stateDir: /var/../etc',
    ['stateDir: expected an absolute path without "." or "..", double or trailing slashes'],
  ],
  ['a site that is no topic level', 'site: a/b', ['site: expected 1 to 40 of a-z, 0-9 and inner hyphens']],
  [
    'a host with a scheme',
    'forward: { broker: { host: "mqtt://a" } }',
    ['forward.broker.host: expected a host name or an IP address alone, without scheme or port'],
  ],
  [
    'no recipient',
    'deidentify: { recipients: [] }',
    ['deidentify.recipients: expected at least 1, got 0 entries'],
  ],
  [
    'a treatment that its class cannot have',
    'deidentify: { treatments: { PHOTO: token } }',
    ['deidentify.treatments.PHOTO: expected mask, got another text'],
  ],
  [
    'two faults at once',
    'site: 1\ndevice: 2',
    ['site: expected string, got 1', 'device: expected string, got 2'],
  ],
]

const together: readonly [string, string, readonly string[]][] = [
  [
    'two sources of one id',
    sources('{ id: a, path: /srv/a }', '{ id: a, path: /srv/b }'),
    ['capture.sources[1].id: the same id as entry 0'],
  ],
  [
    'two sources of one folder',
    sources('{ id: a, path: /srv/a }', '{ id: b, path: /srv/a }'),
    ['capture.sources[1].path: lies in the folder of entry 0: each file would be seen twice'],
  ],
  [
    'a source in another',
    sources('{ id: a, path: /srv/a/b }', '{ id: b, path: /srv/a }'),
    ['capture.sources[0].path: lies in the folder of entry 1: each file would be seen twice'],
  ],
  [
    'a source in the state',
    sources('{ id: a, path: /var/lib/cordon/fax }'),
    ['capture.sources[0].path: must not lie inside stateDir nor hold it'],
  ],
  [
    'the keys in a source',
    sources('{ id: a, path: /etc/cordon }'),
    ['capture.sources[0].path: must not lie inside keysDir nor hold it'],
  ],
  [
    'the keys in the state',
    'keysDir: /var/lib/cordon/keys',
    ['keysDir: must lie apart from stateDir: a copy of the state must not carry its keys'],
  ],
  [
    'the least above the most',
    'forward: { retryMinMs: 5000, retryMaxMs: 1000 }',
    ['forward.retryMinMs: 5000 is more than forward.retryMaxMs, 1000'],
  ],
  [
    'the rejection before the report',
    'capture: { rejectedIncompleteAfterMs: 2000 }',
    ['capture.incompleteAfterMs: 600000 is more than capture.rejectedIncompleteAfterMs, 2000'],
  ],
  [
    'files that would always be rejected',
    'deidentify: { limits: { bytes: 1000 } }',
    ['capture.maxFileBytes: 268435456 is more than deidentify.limits.bytes, 1000'],
  ],
  [
    'a recipient twice',
    'deidentify: { recipients: [a, a] }',
    ['deidentify.recipients[1]: the same key id as entry 0'],
  ],
  ['a reviewer twice', 'review: { reviewers: [a, b, a] }', ['review.reviewers[2]: the same id as entry 0']],
  [
    'a socket path that no system takes',
    `stateDir: /${'a'.repeat(90)}`,
    ["review.socketPath: longer than 107 bytes, the end of a socket's path"],
  ],
]

const unknown: readonly [string, string, readonly string[]][] = [
  [
    'a misspelt key',
    source('poling: true'),
    ['capture.sources[0].poling: unknown key; did you mean polling?'],
  ],
  ['a key in another case', 'state_dir: /srv', ['state_dir: unknown key; did you mean stateDir?']],
  [
    'an unlike key',
    'review: { colour: red }',
    ['review.colour: unknown key; known here: socketPath, reviewers'],
  ],
  [
    'a password',
    'forward: { broker: { password: hunter2 } }',
    ['forward.broker.password: unknown key; known here: host, port, serverName'],
  ],
  [
    'a switch against TLS',
    'forward: { insecure: true }',
    [
      'forward.insecure: unknown key; known here: broker, protocol, minTlsVersion, keepAliveSeconds, connectTimeoutMs, retryMinMs, retryMaxMs, maxMessageBytes, receiptTimeoutMs',
    ],
  ],
  [
    'a class that is none',
    'deidentify: { treatments: { NAMES: mask } }',
    ['deidentify.treatments.NAMES: unknown key; did you mean NAME?'],
  ],
  [
    'the prototype',
    '__proto__: { site: a }',
    [
      '__proto__: unknown key; known here: site, device, stateDir, keysDir, capture, deidentify, forward, review',
    ],
  ],
  [
    'a key that is no word',
    '"a\\nb": 1',
    [
      '"a\\nb": unknown key; known here: site, device, stateDir, keysDir, capture, deidentify, forward, review',
    ],
  ],
]

for (const [name, yaml, expected] of [...faults, ...together, ...unknown])
  test(`a fault in one line: ${name}`, () => assert.deepEqual(faultsOf(yaml), expected))

const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsite: *c\n`
const noYaml: readonly [string, string, RegExp][] = [
  ['an open bracket', 'site: [a', /^line 1, column 9: not valid YAML/],
  [
    'an open quote on line 3',
    'site: a\n\ndevice: "b',
    /^line 3, column 11: not valid YAML \(missing char\)$/,
  ],
  ['a key twice', 'site: a\nsite: b', /^line 2, column 1: not valid YAML \(duplicate key\)$/],
  ['two documents', 'site: a\n---\nsite: b', /not valid YAML \(multiple docs\)$/],
  ['a tag', 'site: !!js/function a', /not valid YAML \(tag resolve failed\)$/],
  ['a key that is no text', '[a]: b', /not valid YAML/],
  ['an anchor', 'site: &a b', /^line 1, column \d+: anchors and aliases are not accepted$/],
  ['an alias bomb', bomb, /anchors and aliases are not accepted$/],
  [
    'a private key',
    `site: |\n  -----BEGIN PRIVATE KEY-----`,
    /^a private key has no place in a configuration/,
  ],
  ['a text beyond the bound', '#'.repeat(256 * 1024 + 1), /^the file is larger than 256 KiB$/],
  ['a text nested too deeply', '['.repeat(200_000), /not valid YAML/],
]

for (const [name, yaml, expected] of noYaml)
  test(`refused before it is looked at: ${name}`, () => assert.match(faultsOf(yaml)[0] ?? '', expected))

test('no fault quotes a text value: it could be a secret in the wrong place', () => {
  const secret = 'hunter2-hunter2-hunter2'
  for (const field of ['stateDir', 'site', 'review: { reviewers', 'deidentify: { profile'])
    for (const fault of faultsOf(`${field}: "/${secret}/../"${field.includes('{') ? ' }' : ''}`))
      assert.ok(!fault.includes(secret), fault)
})

test('a service gets its own fields and the box, and nothing of another', () => {
  const config = soundConfig('')
  const box = ['device', 'keysDir', 'site', 'stateDir']
  const keysOf = (slice: object): string[] => Object.keys(slice).sort()
  for (const service of ['capture', 'deidentify', 'forward', 'review'] as const)
    assert.deepEqual(keysOf(sliceFor(config, service)), [...Object.keys(config[service]), ...box].sort())
  assert.equal('broker' in sliceFor(config, 'capture'), false)
})

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-config-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('a file is read, through a symbolic link as well', async () => {
  await writeFile(join(folder, 'a.yaml'), 'site: north\n')
  await symlink('a.yaml', join(folder, 'link.yaml'))
  for (const name of ['a.yaml', 'link.yaml']) {
    const loaded = await loadConfig(join(folder, name))
    assert.ok('config' in loaded)
    assert.equal(loaded.config.site, 'north')
  }
})

test('what is no readable text file is a fault, not an exception, and does not hang', async () => {
  const at = (name: string): string => join(folder, name)
  execFileSync('mkfifo', [at('fifo')])
  await writeFile(at('large'), '#'.repeat(300 * 1024))
  await writeFile(at('bytes'), new Uint8Array([0x73, 0xff, 0xfe]))
  const expected = {
    nowhere: 'there is no such file',
    fifo: 'it is no regular file',
    large: 'the file is larger than 256 KiB',
    bytes: 'it is not UTF-8 text',
    '.': 'it is no regular file',
  }
  for (const [name, fault] of Object.entries(expected))
    assert.deepEqual(await loadConfig(at(name)), { faults: [`${at(name)}: ${fault}`] })
})
