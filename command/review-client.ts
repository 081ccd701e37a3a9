/** The review service's socket, from the side of the commands. */
import { request } from 'node:http'
import { createInterface } from 'node:readline'
import type { DocumentId } from '../daemon/model/document.ts'
import { type AddedMask, type HeldPage, parseHeldPage, type WronglyMasked } from '../daemon/model/held.ts'
import type { HeldSummary } from '../daemon/review/held.ts'
import { exitCodes, Failure } from './exit.ts'

export type ReviewClient = {
  readonly list: () => Promise<readonly HeldSummary[]>
  /** With pictures where `reviewer` is not null (the look is then recorded). */
  readonly pages: (documentId: DocumentId, reviewer: string | null) => AsyncGenerator<HeldPage>
  readonly decide: (
    documentId: DocumentId,
    decision: 'release' | 'reject',
    reviewer: string,
    corrections?: Corrections,
  ) => Promise<void>
}

/** What a person saw that the box had not: further masks, and regions that hide nothing of anybody. */
export type Corrections = {
  readonly masks: readonly AddedMask[]
  readonly wronglyMasked: readonly WronglyMasked[]
}

const noCorrections: Corrections = { masks: [], wronglyMasked: [] }

export const reviewClient = (socketPath: string): ReviewClient => ({
  list: async () => JSON.parse(await text(await call(socketPath, 'GET', '/held'))),
  pages: async function* (documentId, reviewer) {
    const query = reviewer === null ? '' : `?pictures&reviewer=${encodeURIComponent(reviewer)}`
    const answer = await call(socketPath, 'GET', `/held/${documentId}${query}`)
    for await (const line of createInterface({ input: answer })) {
      const page = parseHeldPage(reviewer === null ? withNoPictures(line) : line)
      if (page !== null) yield page
    }
  },
  decide: async (documentId, decision, reviewer, { masks, wronglyMasked } = noCorrections) => {
    const told = wronglyMasked.length === 0 ? {} : { wronglyMasked }
    const body = JSON.stringify({ reviewer, decision, masks, ...told })
    await text(await call(socketPath, 'POST', `/held/${documentId}`, body))
  },
})

type Answer = import('node:http').IncomingMessage

const withNoPictures = (line: string): string =>
  JSON.stringify({ ...JSON.parse(line), original: '', proposed: '' })

const call = (socketPath: string, method: string, path: string, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ socketPath, method, path }, answer => {
      if (answer.statusCode === 200) resolve(answer)
      else text(answer).then(refused => reject(failureOf(refused)), reject)
    })
    sent.on('error', () => reject(notRunning()))
    sent.end(body)
  })

const text = async (answer: Answer): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const failureOf = (body: string): Failure => {
  const code = /"code":"([a-z-]{1,40})"/.exec(body)?.[1] ?? 'bug'
  if (code === 'unknown-reviewer')
    return new Failure(
      exitCodes.usage,
      'this reviewer is not known',
      'use an id from review.reviewers of the configuration',
    )
  return code === 'bad-decision'
    ? new Failure(
        exitCodes.usage,
        'the decision names a page or a region that the document does not have',
        'see their numbers with cordon review show ID --regions',
      )
    : new Failure(exitCodes.failure, `the review service refused: ${code}`, `see ${code} in docs/errors.md`)
}

const notRunning = (): Failure =>
  new Failure(
    exitCodes.deferred,
    'the review service does not answer',
    'start it (cordon run, or systemctl start cordon-review), then try again',
  )
