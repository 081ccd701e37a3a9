/** Reads the sources of a checkout. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path inside the checkout → source text. */
export type Tree = ReadonlyMap<string, string>

const folders = ['command', 'config', 'daemon', 'demo', 'drivers', 'gateway', 'setup', 'test']

export const readTree = (root: string): Tree =>
  new Map(
    globSync(`{${folders.join(',')}}/**/*.{ts,mts,cts,js,mjs,cjs}`, { cwd: root })
      .sort()
      .map(file => [file, readFileSync(join(root, file), 'utf8')]),
  )
