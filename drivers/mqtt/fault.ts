/** What can go wrong with a broker, as closed codes. A message of TLS or of the broker is never passed on. */

export type MqttFaultCode =
  | 'broker-unreachable'
  | 'broker-refused'
  | 'tls-refused'
  | 'too-many-bytes'
  | 'stopping'

export class MqttFault extends Error {
  readonly code: MqttFaultCode
  constructor(code: MqttFaultCode) {
    super(code)
    this.name = 'MqttFault'
    this.code = code
  }
}

/** OpenSSL's verification results as Node spells them (`X509_V_ERR_…`), and Node's own TLS codes. */
const tlsCode =
  /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH|ERROR_IN_)/

/** The code for an error of the socket: by its own code, or by where it happened. */
export const faultOf = (thrown: unknown, otherwise: MqttFaultCode): MqttFault => {
  if (thrown instanceof MqttFault) return thrown
  const code = (thrown as { code?: unknown } | null)?.code
  return new MqttFault(typeof code === 'string' && tlsCode.test(code) ? 'tls-refused' : otherwise)
}
