/**
 * What capture has already done, over restarts: one row per id, in SQLite, committed to disk before `mark` returns.
 * Ids and one of few words only; never a name, a size or a byte of a document.
 */
import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'

const states = ['recorded', 'sealed', 'rejected', 'left'] as const
export type SeenState = (typeof states)[number]

export type SeenStore = {
  readonly state: (id: string) => SeenState | null
  /** Durable when it returns. @throws an error whose code is SQLite's (`SQLITE_FULL` where the disk is). */
  readonly mark: (id: string, state: SeenState) => void
  readonly close: () => void
}

const isState = (untrustedState: unknown): untrustedState is SeenState =>
  (states as readonly unknown[]).includes(untrustedState)

/** @param path the database's file; its folder exists. */
export const openSeen = (path: string): SeenStore => {
  const database = new Database(path)
  chmodSync(path, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    `create table if not exists seen (id text primary key, state text not null) strict, without rowid`,
  )
  const select = database.prepare<[string], { state: string }>('select state from seen where id = ?')
  const upsert = database.prepare<[string, string]>(
    'insert into seen (id, state) values (?, ?) on conflict (id) do update set state = excluded.state',
  )
  return {
    state: id => {
      const untrustedState = select.get(id)?.state
      return isState(untrustedState) ? untrustedState : null
    },
    mark: (id, state) => void upsert.run(id, state),
    close: () => void database.close(),
  }
}
