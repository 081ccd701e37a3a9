/** What lies where: the edges of a box, and what a gateway has stored. Reads names and sizes. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EdgeName, edgeNames } from '../../daemon/model/document.ts'

const folders = ['tmp', 'new', 'kept', 'rejected'] as const
type Folder = (typeof folders)[number]
export type Edges = Record<EdgeName, Record<Folder, string[]>>

const namesIn = (directory: string): Promise<string[]> =>
  readdir(directory).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return []
    throw thrown
  })

export const edgesOf = async (stateDir: string): Promise<Edges> => {
  const edges: Partial<Edges> = {}
  for (const edge of edgeNames) {
    const found: Partial<Record<Folder, string[]>> = {}
    for (const folder of folders)
      found[folder] = (await namesIn(join(stateDir, 'spool', edge, folder))).sort()
    edges[edge] = found as Record<Folder, string[]>
  }
  return edges as Edges
}

/** Names in these folders of any edge, as `edge/folder/name`. */
export const leftIn = (edges: Edges, wanted: readonly Folder[]): readonly string[] =>
  edgeNames.flatMap(edge =>
    wanted.flatMap(folder => edges[edge][folder].map(name => `${edge}/${folder}/${name}`)),
  )

export type Stored = {
  readonly documentId: string
  readonly folder: string
  readonly files: readonly string[]
}

/** The documents that a gateway has stored whole. */
export const storedIn = async (
  received: string,
  site: string,
  device: string,
): Promise<readonly Stored[]> => {
  const names = await namesIn(join(received, site, device))
  return Promise.all(
    names.sort().map(async documentId => {
      const folder = join(received, site, device, documentId)
      return { documentId, folder, files: (await readdir(folder)).sort() }
    }),
  )
}

/** Documents that are there in part only. */
export const gatheringIn = async (
  received: string,
  site: string,
  device: string,
): Promise<readonly string[]> => namesIn(join(received, '.incoming', site, device))

export const refusedIn = (received: string): Promise<readonly string[]> => namesIn(join(received, '.refused'))

export type AuditRecord = {
  readonly service: string
  readonly action: string
  readonly documentId?: string
  readonly code?: string
  readonly person?: string
  readonly policy?: string
}

/** All records of a service, or none where it has written none. */
export const auditOf = async (stateDir: string, service: string): Promise<readonly AuditRecord[]> => {
  const text = await readFile(join(stateDir, 'audit', `${service}.jsonl`), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as AuditRecord)
}
