/** The command `./cordon`, run as a person runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const cordonPath = `${root}cordon`

export type Ended = { readonly exit: number | null; readonly stdout: string; readonly stderr: string }

export const ending = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const texts = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
        texts[name] += chunk
      })
    child.on('error', reject)
    child.on('close', exit => resolve({ exit, ...texts }))
  })

export const run = (program: string, words: readonly string[], input = ''): Promise<Ended> => {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] })
  // A program that does not read its input may be gone before it is written.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return ending(child)
}

export const cordon = (...words: readonly string[]): Promise<Ended> => run(cordonPath, words)
