import { generate } from 'selfsigned'

/** A key and a certificate in PEM, as `https.createServer` takes them. */
type ServerCertificate = { key: string; cert: string }

/** Certificates made for one test run: an authority, one good certificate of it for localhost, and bad ones. */
export type Certificates = {
  ca: string
  valid: ServerCertificate
  expired: ServerCertificate
  wrongName: ServerCertificate
  selfSigned: ServerCertificate
}

const dayMs = 24 * 60 * 60 * 1000

/** Takes a few milliseconds; nothing is written to disk. */
export async function createCertificates(): Promise<Certificates> {
  const authority = await generate([{ name: 'commonName', value: 'Test authority' }], {
    ...lifetime(-1, 1),
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const ca = { key: authority.private, cert: authority.cert }
  return {
    ca: authority.cert,
    valid: await createServerCertificate({ ca }),
    expired: await createServerCertificate({ ca, days: [-2, -1] }),
    wrongName: await createServerCertificate({ ca, isForLocalhost: false }),
    selfSigned: await createServerCertificate({}),
  }
}

async function createServerCertificate(options: {
  ca?: ServerCertificate
  days?: [from: number, to: number]
  isForLocalhost?: boolean
}): Promise<ServerCertificate> {
  const { ca, days = [-1, 1], isForLocalhost = true } = options
  const name = isForLocalhost ? 'localhost' : 'other.example.com'
  const made = await generate([{ name: 'commonName', value: name }], {
    ...lifetime(...days),
    ...(ca ? { ca } : {}),
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: isForLocalhost
          ? [
              { type: 2, value: name },
              { type: 7, ip: '127.0.0.1' },
              { type: 7, ip: '::1' },
            ]
          : [{ type: 2, value: name }],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}

function lifetime(fromDay: number, toDay: number) {
  const now = Date.now()
  return { notBeforeDate: new Date(now + fromDay * dayMs), notAfterDate: new Date(now + toDay * dayMs) }
}
