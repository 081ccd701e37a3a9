/** Proves that no PNG makes the walker throw, read outside the file, or read without end. */
import { test } from 'node:test'
import sharp from 'sharp'
import { fuzz } from './complete.ts'

test('mutated PNG files', async () => {
  const page = sharp(Buffer.alloc(64 * 48, 0x5a), { raw: { width: 64, height: 48, channels: 1 } })
  await fuzz([await page.png().toBuffer(), await page.png({ palette: true }).toBuffer()], 2)
})
