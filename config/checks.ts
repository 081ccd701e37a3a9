/**
 * What fields must be together, beyond what each must be alone. Pure; quotes no value but a configured id.
 */
import type { z } from 'zod'

type Source = { readonly id: string; readonly path: string }
type Checked = {
  readonly stateDir: string
  readonly keysDir: string
  readonly capture: {
    readonly sources: readonly Source[]
    readonly maxFileBytes: number
    readonly incompleteAfterMs: number
    readonly rejectedIncompleteAfterMs: number
  }
  readonly deidentify: {
    readonly recipients: readonly string[]
    readonly limits: { readonly bytes: number }
  }
  readonly forward: { readonly retryMinMs: number; readonly retryMaxMs: number }
  readonly review: { readonly socketPath: string | null; readonly reviewers: readonly string[] }
}

type Fault = { readonly path: readonly (string | number)[]; readonly message: string }

const contains = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(`${outer}/`)

const repeats = (values: readonly string[], path: readonly string[], what: string): Fault[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ path: [...path, index], message: `the same ${what} as entry ${values.indexOf(value)}` }]
      : [],
  )

const sourceIds = ({ capture: { sources } }: Checked): Fault[] =>
  repeats(
    sources.map(({ id }) => id),
    ['capture', 'sources'],
    'id',
  ).map(fault => ({ ...fault, path: [...fault.path, 'id'] }))

const sourcesApart = ({ capture: { sources } }: Checked): Fault[] =>
  sources.flatMap(({ path }, index) => {
    const other = sources.findIndex(
      (source, at) => at !== index && contains(source.path, path) && (source.path !== path || at < index),
    )
    const message = `lies in the folder of entry ${other}: each file would be seen twice`
    return other < 0 ? [] : [{ path: ['capture', 'sources', index, 'path'], message }]
  })

const sourcesOutside = ({ capture: { sources }, stateDir, keysDir }: Checked): Fault[] =>
  sources.flatMap(({ path }, index) =>
    [
      { name: 'stateDir', folder: stateDir },
      { name: 'keysDir', folder: keysDir },
    ]
      .filter(({ folder }) => contains(folder, path) || contains(path, folder))
      .map(({ name }) => ({
        path: ['capture', 'sources', index, 'path'],
        message: `must not lie inside ${name} nor hold it`,
      })),
  )

const keysApart = ({ stateDir, keysDir }: Checked): Fault[] =>
  contains(stateDir, keysDir) || contains(keysDir, stateDir)
    ? [
        {
          path: ['keysDir'],
          message: 'must lie apart from stateDir: a copy of the state must not carry its keys',
        },
      ]
    : []

const inOrder = ({ capture, forward, deidentify }: Checked): Fault[] => {
  const rules: readonly [number, number, readonly string[], string][] = [
    [forward.retryMinMs, forward.retryMaxMs, ['forward', 'retryMinMs'], 'forward.retryMaxMs'],
    [
      capture.incompleteAfterMs,
      capture.rejectedIncompleteAfterMs,
      ['capture', 'incompleteAfterMs'],
      'capture.rejectedIncompleteAfterMs',
    ],
    [capture.maxFileBytes, deidentify.limits.bytes, ['capture', 'maxFileBytes'], 'deidentify.limits.bytes'],
  ]
  return rules
    .filter(([low, high]) => low > high)
    .map(([low, high, path, other]) => ({ path, message: `${low} is more than ${other}, ${high}` }))
}

const sunPathBytes = 107 // unix(7): sun_path has 108 bytes, the last for NUL

const socketFits = ({ review, stateDir }: Checked): Fault[] =>
  Buffer.byteLength(review.socketPath ?? `${stateDir}/review/review.sock`) > sunPathBytes
    ? [
        {
          path: ['review', 'socketPath'],
          message: `longer than ${sunPathBytes} bytes, the end of a socket's path`,
        },
      ]
    : []

const checks: readonly ((checked: Checked) => readonly Fault[])[] = [
  sourceIds,
  sourcesApart,
  sourcesOutside,
  keysApart,
  inOrder,
  ({ deidentify }) => repeats(deidentify.recipients, ['deidentify', 'recipients'], 'key id'),
  ({ review }) => repeats(review.reviewers, ['review', 'reviewers'], 'id'),
  socketFits,
]

/** Reports every pair of fields that do not go together, as issues of zod. */
export const checkTogether = (checked: Checked, context: z.core.$RefinementCtx): void => {
  for (const check of checks)
    for (const { path, message } of check(checked))
      context.addIssue({ code: 'custom', path: [...path], message })
}
