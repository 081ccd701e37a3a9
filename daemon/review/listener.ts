/**
 * Answers the review commands over HTTP on a Unix socket (mode 0600): it can only answer connections, never make one.
 *   GET  /held                  what waits, as a list of summaries
 *   GET  /held/{id}             its pages as JSON lines, without pictures
 *   GET  /held/{id}?pictures    its pages with pictures; recorded as shown
 *   POST /held/{id}             { decision, reviewer, masks, wronglyMasked }
 * Errors answer `{ code }` and nothing else.
 */
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Code, Deferred, Rejected } from '../errors.ts'
import { bugOf, type Log } from '../log.ts'
import { type DocumentId, parseDocumentId } from '../model/document.ts'
import { type HeldPage, parseDecision } from '../model/held.ts'
import { type DecideDeps, decide } from './decide.ts'
import { heldPages, heldSummaries } from './held.ts'

export type ListenerDeps = DecideDeps & {
  readonly reviewers: readonly string[]
  readonly log: Log
}

const maxRequestBytes = 4 * 1024 * 1024

/** Resolves when the socket listens. A socket left by a dead process is replaced. */
export const listen = async (socketPath: string, deps: ListenerDeps): Promise<Server> => {
  rmSync(socketPath, { force: true })
  const server = createServer((request, response) => {
    answer(request, response, deps).catch(thrown => refuse(response, thrown, deps.log))
  })
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve))
  } finally {
    process.umask(before)
  }
  chmodSync(socketPath, 0o600)
  return server
}

const answer = async (request: IncomingMessage, response: ServerResponse, deps: ListenerDeps) => {
  const url = new URL(request.url ?? '/', 'http://review')
  const [, root, untrustedId, ...more] = url.pathname.split('/')
  if (root !== 'held' || more.length > 0) return send(response, 404, { code: 'not-found' })
  if (untrustedId === undefined) return send(response, 200, await heldSummaries(deps.review))
  const documentId = parseDocumentId(untrustedId)
  if (documentId === null) return send(response, 404, { code: 'unknown-document' })
  if (request.method === 'POST') return takeDecision(request, response, documentId, deps)
  return showPages(response, documentId, url.searchParams, deps)
}

const showPages = async (
  response: ServerResponse,
  documentId: DocumentId,
  query: URLSearchParams,
  { review, audit, reviewers }: ListenerDeps,
) => {
  const pictures = query.has('pictures')
  const reviewer = query.get('reviewer') ?? ''
  if (pictures && !reviewers.includes(reviewer)) return send(response, 403, { code: 'unknown-reviewer' })
  if (pictures) await audit({ action: 'shown', documentId, person: reviewer })
  for await (const page of heldPages(review, documentId)) {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    const fits = response.write(`${JSON.stringify(pictures ? page : withoutPictures(page))}\n`)
    if (!fits) await drained(response)
    if (response.destroyed) return
  }
  response.end()
}

/** Pages are held one at a time, however slowly they are read. Resolves too when nobody reads any more. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise(resolve => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
    if (response.destroyed) done()
  })

const withoutPictures = ({ original: _original, proposed: _proposed, ...page }: HeldPage) => page

const takeDecision = async (
  request: IncomingMessage,
  response: ServerResponse,
  documentId: DocumentId,
  deps: ListenerDeps,
) => {
  const untrusted = parseRequest(await bodyOf(request))
  if (untrusted === null) return send(response, 400, { code: 'bad-decision' })
  const { reviewer, decision } = untrusted
  if (!deps.reviewers.includes(reviewer)) return send(response, 403, { code: 'unknown-reviewer' })
  const { masks, wronglyMasked = [] } = decision
  await decide({ documentId, reviewer, decision: decision.decision, masks, wronglyMasked }, deps)
  deps.log('info', 'decided', { documentId })
  return send(response, 200, { documentId, decision: decision.decision })
}

const parseRequest = (untrustedText: string) => {
  try {
    const { reviewer, ...rest } = JSON.parse(untrustedText)
    const decision = parseDecision(JSON.stringify({ seen: [], ...rest }))
    return typeof reviewer === 'string' && decision !== null ? { reviewer, decision } : null
  } catch {
    return null
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > maxRequestBytes) throw new Rejected('too-many-bytes')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const statusOf: Partial<Record<Code, number>> = { 'unknown-document': 404, 'bad-decision': 400 }

const refuse = (response: ServerResponse, thrown: unknown, log: Log): void => {
  const coded = thrown instanceof Rejected || thrown instanceof Deferred
  if (!coded) log('error', 'bug', { bug: bugOf(thrown) })
  if (response.headersSent) response.destroy()
  else send(response, coded ? (statusOf[thrown.code] ?? 503) : 503, { code: coded ? thrown.code : 'bug' })
}
