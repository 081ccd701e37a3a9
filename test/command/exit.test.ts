/** Whatever a command throws ends in lines that say what happened and what to do next, and quote no document. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { endingOf, exitCodes, Failure } from '../../command/exit.ts'
import { Deferred, Rejected } from '../../daemon/errors.ts'
import { ConfigurationFault } from '../../daemon/service.ts'

test('a foreseen failure says its own sentences, details first', () => {
  const failure = new Failure(exitCodes.config, 'the file has 1 fault', 'correct it', ['site: unknown key'])
  assert.deepEqual(endingOf(failure), {
    exit: 78,
    lines: ['site: unknown key', 'cordon: the file has 1 fault. Next: correct it.'],
  })
})

test('a rejected and a deferred document name their code and the page that explains it', () => {
  assert.deepEqual(endingOf(new Rejected('truncated')), {
    exit: 3,
    lines: ['cordon: rejected with the code truncated. Next: see truncated in docs/errors.md.'],
  })
  assert.equal(endingOf(new Deferred('disk-full')).exit, 75)
})

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (thrown) {
    return thrown
  }
}

test('a fault that a service finds in its configuration is the same as one that we find', () =>
  assert.deepEqual(endingOf(new ConfigurationFault(['forward: mqtt-client.key.pem is missing'])), {
    exit: 78,
    lines: [
      'forward: mqtt-client.key.pem is missing',
      'cordon: the configuration or its keys are at fault. Next: correct what stands above.',
    ],
  }))

test('an error of the system names its code, never the file', () => {
  const { exit, lines } = endingOf(thrownBy(() => readFileSync('/nowhere/JOHN-DOE.tif')))
  assert.equal(exit, 1)
  assert.match(lines.join('\n'), /^cordon: the system refused open with ENOENT\. Next: /)
  assert.ok(!lines.join('\n').includes('JOHN'))
})

test('a bug names its class and place, never its message', () => {
  for (const thrown of [
    new TypeError('JOHN DOE is not a function'),
    'JOHN DOE',
    null,
    undefined,
    { code: 'JOHN' },
  ]) {
    const { exit, lines } = endingOf(thrown)
    assert.equal(exit, 70)
    assert.match(lines.join('\n'), /^cordon: internal error: \w+ at [\w./:-]+\. Next: report this line/)
    assert.ok(!lines.join('\n').includes('JOHN'))
  }
})
