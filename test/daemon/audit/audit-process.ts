/** A service that appends, in a process of its own: `node audit-process.ts FILE KEY.pem COUNT`. A line per record. */
import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { openAudit } from '../../../daemon/audit/write.ts'
import { idOf } from './fixture.ts'

const [file = '', keyFile = '', count = '0'] = process.argv.slice(2)
const audit = await openAudit(file, 'capture', createPrivateKey(await readFile(keyFile)), () => new Date())
for (let n = 0; n < Number(count); n++) {
  await audit({ action: 'captured', documentId: idOf(n) })
  process.stdout.write('.\n')
}
await audit.close()
