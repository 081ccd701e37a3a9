/** The software's version, as outputs and the status topic name it: read from package.json, the one place that has it. */
import { readFileSync } from 'node:fs'

export const softwareVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version
