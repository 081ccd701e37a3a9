/** Proves that no JPEG makes the walker throw, read outside the file, or read without end. */
import { test } from 'node:test'
import sharp from 'sharp'
import { fuzz } from './complete.ts'

test('mutated JPEG files', async () => {
  const noise = Buffer.from(Array.from({ length: 64 * 48 }, (_, index) => (index * index * 7) & 0xff))
  const page = sharp(noise, { raw: { width: 64, height: 48, channels: 1 } })
  await fuzz([await page.jpeg().toBuffer(), await page.jpeg({ progressive: true }).toBuffer()], 3)
})
