/** Progress as pages move: on a terminal a bar per document, redrawn in place; elsewhere a plain line per event. */

export type Step =
  | 'waiting'
  | 'captured'
  | 'read'
  | 'checked'
  | 'sealed'
  | 'sent'
  | 'receipted'
  | 'held'
  | 'rejected'
  | 'duplicate'

const share: Record<Step, number> = {
  waiting: 0,
  captured: 0.1,
  read: 0.4,
  checked: 0.7,
  sealed: 0.8,
  sent: 0.9,
  receipted: 1,
  held: 1,
  rejected: 1,
  duplicate: 1,
}

export type Progress = {
  readonly set: (file: string, step: Step, detail?: string) => void
}

type Output = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

const width = 24

export const createProgress = (files: readonly string[], output: Output, nowMs: () => number): Progress => {
  const startedMs = nowMs()
  const longest = Math.max(...files.map(file => file.length))
  const states = new Map(files.map(file => [file, { step: 'waiting' as Step, detail: '' }]))
  const bar = (file: string): string => {
    const { step, detail } = states.get(file) ?? { step: 'waiting', detail: '' }
    const done = Math.round(share[step] * width)
    return `${file.padEnd(longest)} ${'█'.repeat(done)}${'░'.repeat(width - done)} ${step} ${detail}`
  }
  const draw = (again: boolean) => {
    if (again) output.write(`\x1b[${files.length}A`)
    for (const file of files) output.write(`\x1b[2K${bar(file)}\n`)
  }
  if (output.isTTY) draw(false)
  return {
    set: (file, step, detail = '') => {
      states.set(file, { step, detail })
      if (output.isTTY) draw(true)
      else
        output.write(
          `${((nowMs() - startedMs) / 1000).toFixed(1).padStart(6)} s  ${file.padEnd(longest)}  ${step} ${detail}\n`,
        )
    },
  }
}
