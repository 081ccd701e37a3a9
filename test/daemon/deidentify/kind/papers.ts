/**
 * Clinic paper as text, for the test of kinds: `papers.txt`, where a line is a line of the page. `titled` papers carry their
 * name, `damaged` ones carry it misread, `bare` ones have lost it. All people and numbers are made up.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentKind, isDocumentKind } from '../../../../daemon/model/kind.ts'

export type Paper = {
  readonly kind: DocumentKind
  readonly sort: 'titled' | 'damaged' | 'bare'
  /** Inches; letter paper where absent. */
  readonly size?: readonly [width: number, height: number]
  readonly barcode?: boolean
  readonly text: string
}

/** `## kind sort [WxH] [barcode]`, then the lines. */
const paperOf = (section: string): Paper => {
  const [head = '', ...lines] = section.trimEnd().split('\n')
  const [kind, sort, ...more] = head.split(' ')
  if (!isDocumentKind(kind) || !(sort === 'titled' || sort === 'damaged' || sort === 'bare'))
    throw new Error(`not a paper: ${head}`)
  const [width, height] =
    more
      .find(word => /^[\d.]+x[\d.]+$/.test(word))
      ?.split('x')
      .map(Number) ?? []
  return {
    ...{ kind, sort, text: lines.join('\n'), barcode: more.includes('barcode') },
    ...(width === undefined || height === undefined ? {} : { size: [width, height] }),
  }
}

export const papers: readonly Paper[] = readFileSync(join(import.meta.dirname, 'papers.txt'), 'utf8')
  .split(/^## /m)
  .filter(Boolean)
  .map(paperOf)
