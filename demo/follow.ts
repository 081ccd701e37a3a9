/** Follows the services' log lines: which document is where, and when all have come to their end. */
import type { DocumentId } from '../daemon/model/document.ts'
import type { Progress, Step } from './progress.ts'

export type Fate = {
  readonly outcome: 'released' | 'held' | 'rejected' | 'duplicate'
  readonly code: string | null
  readonly seconds: number
}

type Line = {
  readonly event?: string
  readonly documentId?: DocumentId
  readonly code?: string
  readonly stage?: string
  readonly page?: number
}

const endings: Readonly<Record<string, Fate['outcome']>> = {
  shredded: 'released',
  held: 'held',
  rejected: 'rejected',
}

const steps: Readonly<Record<string, Step>> = {
  captured: 'captured',
  sealed: 'sealed',
  sent: 'sent',
  'receipt-accepted': 'receipted',
  held: 'held',
  rejected: 'rejected',
}

export type Follower = {
  readonly line: (line: string) => void
  /** Resolves when every file has its fate. */
  readonly done: Promise<void>
  readonly fates: ReadonlyMap<string, Fate>
}

/** `files` in the order they are dropped; files of one content share an id, and all but the first are duplicates. */
export const follow = (
  files: readonly { readonly name: string; readonly documentId: DocumentId }[],
  progress: Progress,
  nowMs: () => number,
): Follower => {
  const fates = new Map<string, Fate>()
  const startedMs = nowMs()
  let finish = () => {}
  const done = new Promise<void>(resolve => {
    finish = resolve
  })
  const end = (name: string, outcome: Fate['outcome'], code: string | null) => {
    if (fates.has(name)) return
    fates.set(name, { outcome, code, seconds: (nowMs() - startedMs) / 1000 })
    if (fates.size === files.length) finish()
  }
  const repeat = (same: readonly { readonly name: string }[]) => {
    const next = same.find(file => !fates.has(file.name))
    if (next === undefined) return
    progress.set(next.name, 'duplicate', '(the same content again)')
    end(next.name, 'duplicate', null)
  }
  const line = (text: string) => {
    const { event = '', documentId, code, stage, page } = parse(text)
    const [first, ...same] = files.filter(file => file.documentId === documentId)
    if (first === undefined) return
    if (event === 'duplicate') return repeat(same)
    const outcome = endings[event]
    // Held is told by the service that holds back and by the one that keeps.
    if (outcome !== undefined && fates.has(first.name)) return
    if (event === 'page-done') progress.set(first.name, stage === 'read' ? 'read' : 'checked', `page ${page}`)
    const step = steps[event]
    if (step !== undefined) progress.set(first.name, step, code === undefined ? '' : `(${code})`)
    if (outcome !== undefined) end(first.name, outcome, code ?? null)
  }
  return { line, done, fates }
}

const parse = (text: string): Line => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
