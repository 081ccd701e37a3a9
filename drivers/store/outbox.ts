/**
 * What `forward` remembers of each document, in SQLite: which parts the broker has acknowledged, when to try again,
 * and the gateway's receipt. It outlives a kill and a power cut. It holds ids, numbers, times, codes and signed
 * receipts, and must never hold a part.
 */
import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'

export type OutboxRow = {
  readonly parts: number
  /** SHA-256, hex, of the manifest's message; null until it was first sent. */
  readonly manifestSha256: string | null
  /** How often the document was sent in full, or failed to be. */
  readonly attempts: number
  /** True where only the manifest is due, to ask for a receipt that may have been lost. */
  readonly askOnly: boolean
  /** The gateway's receipt, a compact JWS; null until there is one. */
  readonly receipt: string | null
}

export type Outbox = {
  /** Due at once. A document that is known already stays as it is. */
  readonly add: (documentId: string, parts: number, at: number) => void
  readonly find: (documentId: string) => OutboxRow | null
  /** Documents to send at `now` (ms since the epoch), the longest due first. */
  readonly due: (now: number, limit: number) => readonly string[]
  /** When the first document falls due after `after`; null where none does. */
  readonly nextDueAt: (after: number) => number | null
  readonly acknowledged: (documentId: string) => ReadonlySet<number>
  readonly acknowledge: (documentId: string, part: number) => void
  readonly setManifest: (documentId: string, sha256: string) => void
  /** All parts are acknowledged. Without a receipt by `againAt` all of them are due again. */
  readonly sent: (documentId: string, at: number, againAt: number) => void
  /** Sending failed; the parts that were acknowledged stay so. */
  readonly failed: (documentId: string, code: string, againAt: number) => void
  /** Makes the manifests due of documents sent in full since `since` and without a receipt yet. */
  readonly ask: (now: number, since: number) => void
  /** The manifest alone was sent: the document is due in full when it was before `ask`. */
  readonly asked: (documentId: string) => void
  /** Safely on disk when it returns. */
  readonly receipted: (documentId: string, receipt: string, at: number) => void
  readonly remove: (documentId: string) => void
  readonly summary: () => OutboxSummary
  readonly close: () => void
}

export type OutboxSummary = {
  readonly unreceipted: number
  readonly oldestAt: number | null
  /** Documents whose receipt did not come in time at least once. */
  readonly unanswered: number
  /** Why documents could not be sent at the last attempt. */
  readonly codes: readonly string[]
}

const schema = `
  CREATE TABLE IF NOT EXISTS document (
    id TEXT PRIMARY KEY,
    parts INTEGER NOT NULL,
    manifestSha256 TEXT,
    takenAt INTEGER NOT NULL,
    sentAt INTEGER,
    dueAt INTEGER NOT NULL,
    fullAt INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    code TEXT,
    receipt TEXT,
    receiptedAt INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS due ON document (dueAt, takenAt) WHERE receiptedAt IS NULL;
  CREATE TABLE IF NOT EXISTS acknowledged (
    id TEXT NOT NULL,
    part INTEGER NOT NULL,
    PRIMARY KEY (id, part)
  ) STRICT, WITHOUT ROWID;
`

/** Opens or makes the store, mode 0600. Throws what SQLite throws where the file cannot be used. */
export const openOutbox = (path: string): Outbox => {
  closeSync(openSync(path, 'a', 0o600))
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(schema)
  return { ...documents(db), ...schedule(db), ...acknowledgements(db), close: () => db.close() }
}

const documents = (db: Database.Database) => {
  const add = db.prepare(
    'INSERT OR IGNORE INTO document (id, parts, takenAt, dueAt, fullAt) VALUES (@id, @parts, @at, @at, @at)',
  )
  const find = db.prepare<[string], Omit<OutboxRow, 'askOnly'> & { dueAt: number; fullAt: number }>(
    'SELECT parts, manifestSha256, attempts, receipt, dueAt, fullAt FROM document WHERE id = ?',
  )
  const receipted = db.prepare('UPDATE document SET receipt = ?, receiptedAt = ?, code = NULL WHERE id = ?')
  const remove = db.prepare('DELETE FROM document WHERE id = ?')
  const clear = db.prepare('DELETE FROM acknowledged WHERE id = ?')
  const store = db.transaction((documentId: string, receipt: string, at: number) => {
    receipted.run(receipt, at, documentId)
    clear.run(documentId)
  })
  return {
    add: (id: string, parts: number, at: number) => void add.run({ id, parts, at }),
    find: (documentId: string) => {
      const row = find.get(documentId)
      if (row === undefined) return null
      const { dueAt, fullAt, ...rest } = row
      return { ...rest, askOnly: dueAt < fullAt }
    },
    receipted: (documentId: string, receipt: string, at: number) => {
      db.pragma('synchronous = FULL')
      store(documentId, receipt, at)
      db.pragma('synchronous = NORMAL')
    },
    remove: db.transaction((documentId: string) => {
      remove.run(documentId)
      clear.run(documentId)
    }),
  }
}

/** A document is due at `dueAt`; where that is before `fullAt`, only its manifest is. */
const schedule = (db: Database.Database) => {
  const due = db
    .prepare<[number, number], string>(
      'SELECT id FROM document WHERE receiptedAt IS NULL AND dueAt <= ? ORDER BY dueAt, takenAt LIMIT ?',
    )
    .pluck()
  const next = db
    .prepare<[number], number | null>(
      'SELECT min(dueAt) FROM document WHERE receiptedAt IS NULL AND dueAt > ?',
    )
    .pluck()
  const sent = db.prepare(
    `UPDATE document SET sentAt = @at, dueAt = @againAt, fullAt = @againAt, attempts = attempts + 1, code = NULL
     WHERE id = @id`,
  )
  const clear = db.prepare('DELETE FROM acknowledged WHERE id = ?')
  const failed = db.prepare(
    'UPDATE document SET code = ?, dueAt = ?, fullAt = ?, attempts = attempts + 1 WHERE id = ?',
  )
  const ask = db.prepare(
    `UPDATE document SET dueAt = @now
     WHERE receiptedAt IS NULL AND sentAt >= @since AND dueAt > @now AND code IS NULL`,
  )
  const asked = db.prepare('UPDATE document SET dueAt = fullAt WHERE id = ?')
  return {
    due: (now: number, limit: number) => due.all(now, limit),
    nextDueAt: (after: number) => next.get(after) ?? null,
    sent: db.transaction((id: string, at: number, againAt: number) => {
      sent.run({ id, at, againAt })
      clear.run(id)
    }),
    failed: (documentId: string, code: string, againAt: number) =>
      void failed.run(code, againAt, againAt, documentId),
    ask: (now: number, since: number) => void ask.run({ now, since }),
    asked: (documentId: string) => void asked.run(documentId),
  }
}

const acknowledgements = (db: Database.Database) => {
  const parts = db.prepare<[string], number>('SELECT part FROM acknowledged WHERE id = ?').pluck()
  const acknowledge = db.prepare('INSERT OR IGNORE INTO acknowledged (id, part) VALUES (?, ?)')
  const manifest = db.prepare('UPDATE document SET manifestSha256 = ? WHERE id = ?')
  const counts = db.prepare<[], Omit<OutboxSummary, 'codes'>>(
    `SELECT count(*) AS unreceipted, min(takenAt) AS oldestAt,
       count(*) FILTER (WHERE sentAt IS NOT NULL AND attempts > 1) AS unanswered
     FROM document WHERE receiptedAt IS NULL`,
  )
  const codes = db
    .prepare<[], string>('SELECT DISTINCT code FROM document WHERE receiptedAt IS NULL AND code IS NOT NULL')
    .pluck()
  return {
    acknowledged: (documentId: string) => new Set(parts.all(documentId)),
    acknowledge: (documentId: string, part: number) => void acknowledge.run(documentId, part),
    setManifest: (documentId: string, sha256: string) => void manifest.run(sha256, documentId),
    summary: () => ({ ...counts.get()!, codes: codes.all() }),
  }
}
