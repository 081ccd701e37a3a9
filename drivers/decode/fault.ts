/** The coded error of this driver. It has no message of its own, so that nothing can quote a document. */
import type { ChildFault } from './protocol.ts'

export type FaultCode =
  | ChildFault
  /** The child kept us waiting longer than the limit. */
  | 'too-slow'
  /** The child ended before it had said all. */
  | 'decoder-died'
  /** The child could not be started at all: a fault of the host, not of the document. */
  | 'engine-unavailable'

export class DecodeFault extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode) {
    super(code)
    this.name = 'DecodeFault'
    this.code = code
  }
}
