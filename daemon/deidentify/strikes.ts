/**
 * Counts how often the service ended while it worked on a document, so that one that kills it is set aside and does not
 * hold up all others for ever. Touches one folder of small files, `<edge>.<documentId>` with a count in it: they outlive
 * the process, and need not outlive a power cut. Synchronous, since a process that ends by a bug waits for nothing.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Deferred, Rejected } from '../errors.ts'
import type { JobHeader } from '../model/document.ts'

/** A power cut or a kill from outside counts as well: rare enough, and a document set aside is kept. */
const mostStrikes = 5

type Named = Pick<JobHeader<'captured' | 'decided'>, 'documentId' | 'edge'>

export type Strikes = {
  /**
   * Does the work and counts it as a strike until it is over. A bug in it stays counted, against this job alone.
   * @throws Rejected `service-ended` in place of the work where the job has had its strikes.
   */
  readonly during: (job: Named, work: () => Promise<void>) => Promise<void>
}

/** @param stopping takes back the strikes of what is under way: a stop that was asked for is nobody's fault. */
export const openStrikes = (directory: string, stopping: AbortSignal): Strikes => {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const underWay = new Map<string, number>()
  /** A disk that takes no count now costs the count, not the document. */
  const put = (file: string, count: number): void => {
    try {
      if (count === 0) rmSync(file, { force: true })
      else writeFileSync(file, String(count), { mode: 0o600 })
    } catch {}
  }
  const takeBack = (except?: string): void => {
    for (const [file, before] of underWay) if (file !== except) put(file, before)
  }
  stopping.addEventListener('abort', () => takeBack(), { once: true })

  const during: Strikes['during'] = async ({ edge, documentId }, work) => {
    const file = join(directory, `${edge}.${documentId}`)
    const before = strikesIn(file)
    if (before >= mostStrikes) {
      put(file, 0)
      throw new Rejected('service-ended')
    }
    put(file, before + 1)
    underWay.set(file, before)
    try {
      await work()
      put(file, 0)
    } catch (thrown) {
      if (thrown instanceof Rejected) put(file, 0)
      else if (thrown instanceof Deferred || stopping.aborted) put(file, before)
      else takeBack(file)
      throw thrown
    } finally {
      underWay.delete(file)
    }
  }
  return { during }
}

const strikesIn = (file: string): number => {
  try {
    const count = Number(readFileSync(file, 'latin1'))
    return Number.isInteger(count) && count > 0 ? count : 0
  } catch {
    return 0
  }
}
