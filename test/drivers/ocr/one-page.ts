/** A process of its own for the test that watches what reading touches: opens the engine named, reads one page, ends. */
import { openReader } from '../../../drivers/ocr/choose.ts'
import { sandboxOf } from '../../../drivers/sandbox/sandbox.ts'
import { pageOf } from './paper.ts'

const engine = process.argv[2] === 'native' ? 'native' : 'tesseract.js'
const paper = await pageOf(['canary'], { dpi: 300, widthPx: 500, heightPx: 200, pointSize: 12, font: 'sans' })
// Not the closed root: the sandbox's own work on building one would fill the trace.
const { confine } = sandboxOf('namespaces')
const reader = await openReader({ engine, workers: 1, confine, pageTimeoutMs: 60_000 })
const words = await reader.read(paper.raster, { dpi: 300, layout: 'page' })
await reader.close()
process.stdout.write(words.map(({ text }) => text).join(' '))
