/** What the services said: every line as it came, and parsed where it is one of the log. */
import type { ServiceName } from '../../daemon/model/document.ts'
import { until } from './until.ts'

export type Line = {
  readonly service: ServiceName
  readonly text: string
  readonly event?: string
  readonly documentId?: string
  readonly code?: string
  readonly stage?: string
  readonly part?: number
  readonly bug?: { readonly name: string; readonly at: string }
}

/** All of what is given must be equal. */
export type Pattern = Partial<Omit<Line, 'text' | 'bug'>>

export type Journal = {
  readonly add: (service: ServiceName, text: string) => void
  readonly lines: () => readonly Line[]
  readonly find: (pattern: Pattern, from?: number) => Line | undefined
  /** The first line that fits, from number `from` on, there already or still to come. */
  readonly seen: (pattern: Pattern, from?: number) => Promise<Line>
  /** Calls at once with every new line, before anybody who waits for it; gives what ends that. */
  readonly watch: (react: (line: Line) => void) => () => void
}

const parse = (service: ServiceName, text: string): Line => {
  try {
    return { ...(JSON.parse(text) as object), service, text }
  } catch {
    return { service, text }
  }
}

export const fits = (line: Line, pattern: Pattern): boolean =>
  Object.entries(pattern).every(([key, value]) => line[key as keyof Line] === value)

export const createJournal = (): Journal => {
  const lines: Line[] = []
  const watchers = new Set<(line: Line) => void>()
  const find: Journal['find'] = (pattern, from = 0) =>
    lines.find((line, i) => i >= from && fits(line, pattern))
  const last = (): string =>
    lines
      .slice(-40)
      .map(({ service, text }) => `${service} ${text}`)
      .join('\n')
  return {
    add: (service, text) => {
      const line = parse(service, text)
      lines.push(line)
      for (const react of watchers) react(line)
    },
    lines: () => lines,
    find,
    seen: (pattern, from = 0) => until(() => find(pattern, from), JSON.stringify(pattern), last),
    watch: react => {
      watchers.add(react)
      return () => void watchers.delete(react)
    },
  }
}
