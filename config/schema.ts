/**
 * The one schema of the configuration: every field with its default, its unit in the name, and why it exists.
 * Pure. Unknown keys are faults at every level. No field can hold a key, a password or a token: keys are files in
 * `keysDir` with fixed names, and a field for one simply does not exist.
 */
import { z } from 'zod'
import { checkTogether } from './checks.ts'
import {
  absolutePath,
  bytesPerMiB,
  field,
  group,
  host,
  minutesMs,
  required,
  share,
  slug,
  wholeNumber,
} from './fields.ts'
import { treatments } from './treatments.ts'

const source = z.strictObject({
  id: required(
    slug,
    'The name of this source in logs, audit records and job headers. Never derived from input.',
  ),
  path: required(absolutePath, 'The drop folder: where the fax server or the scanner puts finished files.'),
  polling: field(
    z.boolean(),
    false,
    'Look at the folder at intervals instead of waiting for the kernel to tell. Needed on network shares (SMB, NFS, SFTP): changes made by another machine raise no event here.',
  ),
  pollIntervalMs: field(
    wholeNumber(100, minutesMs(10)),
    2_000,
    'How often a polled folder is looked at. Shorter finds pages sooner and costs the share more.',
    { unit: 'milliseconds' },
  ),
  ignore: field(
    z
      .array(
        z
          .string()
          .min(1)
          .max(100)
          .regex(/^[^/\p{Cc}]+$/u, 'expected a file name pattern without "/"'),
      )
      .max(32),
    ['.*', '*.tmp', '*.part', 'Thumbs.db'],
    'File name patterns (* and ?) that are never taken: half-written files and what desktops leave behind.',
  ),
})

const capture = group(
  {
    sources: field(
      z.array(source).max(32),
      [],
      'The folders that are watched. Without one the box is idle; that is the state before it is set up.',
      { examples: [[{ id: 'fax', path: '/srv/cordon/fax' }]] },
    ),
    maxFileBytes: field(
      wholeNumber(1, 2048 * bytesPerMiB),
      256 * bytesPerMiB,
      'A larger file is rejected with the code too-many-bytes. A fax of 500 pages has about 25 MiB.',
      { unit: 'bytes' },
    ),
    incompleteAfterMs: field(
      wholeNumber(1_000, minutesMs(24 * 60)),
      minutesMs(10),
      'A file that is not complete and has stopped growing for so long is reported, and waited for.',
      { unit: 'milliseconds' },
    ),
    rejectedIncompleteAfterMs: field(
      wholeNumber(1_000, minutesMs(7 * 24 * 60)),
      minutesMs(60),
      'A file that is not complete and has stopped growing for so long is rejected with the code truncated, and kept sealed.',
      { unit: 'milliseconds' },
    ),
  },
  'Takes finished files from the drop folders and seals them.',
)

/** The fields of a policy: also what `cordon redact --policy FILE` may hold. */
export const policyShape = {
  profile: field(
    z.enum(['strict', 'balanced']),
    'strict',
    'strict: a word is released only where it is known to be safe. balanced: also where nothing speaks against it.',
  ),
  minWordConfidence: field(
    share,
    0.6,
    'A word that was read with less confidence stays masked. Higher masks more and leaks less.',
    { unit: 'share, 0 to 1' },
  ),
  minInkUnderstood: field(
    share,
    0.5,
    'A page of which a smaller share of the ink was understood waits for a person.',
    { unit: 'share, 0 to 1' },
  ),
  treatments,
}

export const recipients = field(
  z.array(slug).min(1).max(16),
  ['main'],
  'The key ids (kid) of the gateways that may open the output. Their public keys are files in keysDir: gateway-<kid>.enc.pub.jwk and gateway-<kid>.sig.pub.jwk.',
)

const limits = group(
  {
    pages: field(
      wholeNumber(1, 10_000),
      500,
      'A document with more pages is rejected with the code too-many-pages.',
      { unit: 'pages' },
    ),
    pixelsPerPage: field(
      wholeNumber(1_000_000, 1_000_000_000),
      120_000_000,
      'A larger page is rejected with the code too-many-pixels, before it is decoded. Tabloid at 600 dpi has 67 million.',
      { unit: 'pixels' },
    ),
    bytes: field(
      wholeNumber(1, 2048 * bytesPerMiB),
      256 * bytesPerMiB,
      'A larger document is rejected with the code too-many-bytes. At least capture.maxFileBytes.',
      { unit: 'bytes' },
    ),
    decodeSeconds: field(
      wholeNumber(1, 3_600),
      120,
      'A document that takes longer to decode is rejected with the code too-slow, and the decoder is killed.',
      { unit: 'seconds' },
    ),
    decodeMemoryMiB: field(
      wholeNumber(128, 65_536),
      1_024,
      'A decoder that needs more is killed, and the document is rejected with the code too-much-memory.',
      { unit: 'MiB' },
    ),
  },
  'Bounds on hostile input. A document beyond one is rejected and kept sealed; the next one goes on.',
)

const deidentify = group(
  {
    ...policyShape,
    recipients,
    ocr: group(
      {
        engine: field(
          z.enum(['auto', 'tesseract.js', 'native']),
          'auto',
          'auto takes the Tesseract of the system where it is installed, which is faster, and tesseract.js elsewhere.',
        ),
        workers: field(wholeNumber(0, 64), 0, 'Pages read at the same time. 0 takes the number of cores.', {
          unit: 'workers',
        }),
      },
      'How pages are read.',
    ),
    limits,
  },
  'Removes what identifies a patient, attacks its own output, and seals it to the gateways. Has no network.',
)

const forward = group(
  {
    broker: group(
      {
        host: field(
          host,
          'localhost',
          'The MQTT broker. Always over TLS with both certificates checked; there is no switch against it.',
        ),
        port: field(wholeNumber(1, 65_535), 8883, 'The port of MQTT over TLS as registered.', {
          unit: 'port',
        }),
        serverName: field(
          host.nullable(),
          null,
          'The name that the certificate of the broker must carry. null: the same as host.',
        ),
      },
      'Where sealed output goes.',
    ),
    protocol: field(
      z.literal(['3.1.1', 5]),
      '3.1.1',
      'The MQTT version. Every broker speaks 3.1.1; 5 adds reason codes.',
    ),
    minTlsVersion: field(
      z.enum(['TLSv1.3', 'TLSv1.2']),
      'TLSv1.3',
      'The oldest TLS that is accepted. TLSv1.2 only for a broker that has no 1.3.',
    ),
    keepAliveSeconds: field(wholeNumber(5, 3_600), 60, 'How soon a dead connection is noticed.', {
      unit: 'seconds',
    }),
    connectTimeoutMs: field(
      wholeNumber(1_000, minutesMs(5)),
      30_000,
      'How long a connection may take to stand.',
      { unit: 'milliseconds' },
    ),
    retryMinMs: field(
      wholeNumber(100, minutesMs(60)),
      1_000,
      'The first wait after a failure; each further wait doubles.',
      { unit: 'milliseconds' },
    ),
    retryMaxMs: field(
      wholeNumber(100, minutesMs(24 * 60)),
      minutesMs(5),
      'The longest wait between two tries.',
      { unit: 'milliseconds' },
    ),
    maxMessageBytes: field(
      wholeNumber(65_536, 268_435_455),
      128 * bytesPerMiB,
      'The largest message that the broker takes; MQTT itself ends at 268,435,455. A larger part waits and raises the alarm.',
      { unit: 'bytes' },
    ),
    receiptTimeoutMs: field(
      wholeNumber(1_000, minutesMs(7 * 24 * 60)),
      minutesMs(15),
      'When a missing receipt of the gateway is reported. It is an alarm only: nothing is ever dropped.',
      { unit: 'milliseconds' },
    ),
  },
  'Sends sealed output over MQTT with mutual TLS and keeps it until the signed receipt of the gateway.',
)

const review = group(
  {
    socketPath: field(
      absolutePath.nullable(),
      null,
      'Where the review commands reach the service. null: review/review.sock under stateDir.',
    ),
    reviewers: field(
      z.array(slug).max(200),
      [],
      'The ids of the people who may see held documents and decide. Without one, held documents wait.',
      { examples: [['reviewer-1']] },
    ),
  },
  'Shows held documents to people and takes their decisions. Makes no connection.',
)

const cordon = z.strictObject({
  site: field(slug, 'clinic', 'The site in the topics cordon/v1/{site}/{device}/.'),
  device: field(
    slug,
    'cordon-1',
    'The box in the topics. Equals the common name (CN) of its client certificate.',
  ),
  stateDir: field(
    absolutePath,
    '/var/lib/cordon',
    'Everything the box keeps: the spool, the audit chains, the state of the services. All documents in it are sealed.',
  ),
  keysDir: field(
    absolutePath,
    '/etc/cordon/keys',
    'The keys, one file each, mode 0600. Not inside stateDir: a copy of the state must not carry its keys.',
  ),
  capture,
  deidentify,
  forward,
  review,
})

type Resolved = Omit<z.output<typeof cordon>, 'review'> & {
  review: Omit<z.output<typeof review>, 'socketPath'> & { socketPath: string }
}

const resolve = (parsed: z.output<typeof cordon>): Resolved => ({
  ...parsed,
  review: {
    ...parsed.review,
    socketPath: parsed.review.socketPath ?? `${parsed.stateDir}/review/review.sock`,
  },
})

export const schema = cordon.superRefine(checkTogether).transform(resolve)

export type Parsed = z.output<typeof cordon>
/** The configuration as parsed: every field is present, checked and in its final form. */
export type Config = z.output<typeof schema>
