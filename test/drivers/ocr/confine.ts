/** How the tests confine the native engine: the project's own sandbox, the tightest that this machine permits. */
import { existsSync } from 'node:fs'
import { createSandbox } from '../../../drivers/sandbox/sandbox.ts'

export const { confine } = await createSandbox()

export const missing: string | false = existsSync('/usr/bin/tesseract') ? false : 'needs tesseract-ocr'
