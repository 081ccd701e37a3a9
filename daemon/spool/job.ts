/**
 * One job in the reader's hands: its header, its body as often as it is asked for, and its four ends. Holds the data
 * key until the job ends, then wipes it.
 */
import { Rejected, type RejectedCode } from '../errors.ts'
import type { EdgeName, JobHeader } from '../model/document.ts'
import type { Job } from '../spool.ts'
import { bodyOf, type OpenedJob, type Place, plainBytesOf } from './check.ts'

/** What the edge does with the file at each end of its job. */
export type Endings = {
  readonly done: (place: Place) => Promise<void>
  readonly keep: (place: Place) => Promise<Place>
  readonly reject: (place: Place, code: RejectedCode) => Promise<void>
  readonly defer: (place: Place, delayMs: number) => void
}

const withoutKey = <E extends EdgeName>({ header }: OpenedJob<E>): JobHeader<E> => {
  const { version, edge, documentId, createdAt, facts } = header
  return { version, edge, documentId, createdAt, facts }
}

/** Nothing is given unless the last chunk was authentic as well. */
const readWhole = async (body: AsyncIterable<Uint8Array>, bytes: number): Promise<Uint8Array> => {
  const whole = Buffer.alloc(bytes)
  let filled = 0
  for await (const chunk of body) {
    whole.set(chunk, filled)
    filled += chunk.length
  }
  return whole
}

export const createJob = <E extends EdgeName>(
  opened: OpenedJob<E>,
  found: Place,
  endings: Endings,
): Job<E> => {
  let place = found
  let ended = false
  const end = () => {
    ended = true
    opened.key.dek.fill(0)
  }
  const body = () => {
    if (ended) throw new Error('the job has ended')
    return bodyOf(place, opened)
  }
  return {
    header: withoutKey(opened),
    body,
    read: async maxBytes => {
      const bytes = plainBytesOf(opened)
      if (bytes > maxBytes) throw new Rejected('too-many-bytes')
      return readWhole(body(), bytes)
    },
    done: async () => {
      await endings.done(place)
      end()
    },
    keep: async () => {
      place = await endings.keep(place)
    },
    reject: async code => {
      await endings.reject(place, code)
      end()
    },
    defer: delayMs => {
      endings.defer(place, delayMs)
      end()
    },
  }
}
