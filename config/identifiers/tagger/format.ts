/**
 * The file of the tagger's model: a magic word, the SHA-256 of all that follows, the length of the header, the header as
 * JSON, the weights. Turns bytes into a model and back, nothing else. What is not whole is refused as a whole.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type TaggerModel, taggerClasses } from '../../../daemon/model/gazetteer.ts'

const magic = Buffer.from('CORDONT1', 'latin1')
const digestBytes = 32
const lengthBytes = 4
const maxHeaderBytes = 4096

const share = z.number().min(0).max(1)
const perClass = <T extends z.ZodType>(one: T) => z.array(one).length(taggerClasses.length)
const headerSchema = z.strictObject({
  spec: z.string().regex(/^[\w.-]{1,40}$/),
  classes: z.array(z.string()).refine(names => names.join() === taggerClasses.join()),
  buckets: z
    .number()
    .int()
    .min(2)
    .max(1 << 22)
    .refine(count => (count & (count - 1)) === 0),
  scale: z.number().positive().max(1),
  biases: perClass(z.number().min(-100).max(100)),
  thresholds: perClass(share),
})

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export const writeTagger = ({ weights, ...rest }: TaggerModel): Uint8Array => {
  const buckets = weights.length / taggerClasses.length
  const header = Buffer.from(JSON.stringify({ ...rest, classes: taggerClasses, buckets }))
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32LE(header.length)
  const body = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)
  const content = Buffer.concat([length, header, body])
  return Buffer.concat([magic, digestOf(content), content])
}

const refuse = (): never => {
  throw new Error('the model of the tagger is damaged')
}

/** @throws Error where the bytes are not a whole and consistent model. */
export const readTagger = (untrustedBytes: Uint8Array): TaggerModel => {
  const bytes = Buffer.from(untrustedBytes.buffer, untrustedBytes.byteOffset, untrustedBytes.byteLength)
  const start = magic.length + digestBytes
  if (bytes.length < start + lengthBytes || !bytes.subarray(0, magic.length).equals(magic)) return refuse()
  const content = bytes.subarray(start)
  if (!digestOf(content).equals(bytes.subarray(magic.length, start))) return refuse()
  const headerEnd = lengthBytes + content.readUInt32LE()
  if (headerEnd > lengthBytes + maxHeaderBytes || headerEnd > content.length) return refuse()
  const { classes: _, buckets, ...rest } = headerOf(content.subarray(lengthBytes, headerEnd))
  const body = content.subarray(headerEnd)
  if (body.length !== buckets * taggerClasses.length) return refuse()
  return { ...rest, weights: new Int8Array(body) }
}

const headerOf = (untrustedHeader: Buffer): z.infer<typeof headerSchema> => {
  try {
    return headerSchema.parse(JSON.parse(untrustedHeader.toString()))
  } catch {
    return refuse()
  }
}
