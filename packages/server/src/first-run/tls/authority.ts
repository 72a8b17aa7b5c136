// The library asks for it before anything of its own is loaded.
import 'reflect-metadata'
import { createPrivateKey } from 'node:crypto'
import type { Instant } from '@guatu/core/shared'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { constraintsFor, permittedBy } from './constraints.ts'
import type { OwnNames } from './names.ts'
import type { Pair } from './store.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000

const newKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

async function pemOf(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}

function signingKey(pem: string): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, false, ['sign'])
}

/** From yesterday on, because the clocks of an office do not agree. */
const daysFrom = (now: Instant, days: number) => {
  const notBefore = new Date(Date.parse(now) - day)
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * day) }
}

/** Makes the authority of this machine, whose certificate the office's machines are told to trust. */
export async function makeAuthority(names: OwnNames, now: Instant, days: number): Promise<Pair> {
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: ['挂图 Guatu'] }, { OU: [`${names.hosts[0] ?? 'localhost'} ${now.slice(0, 10)}`] }],
    ...daysFrom(now, days),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      constraintsFor(names),
    ],
  })
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) }
}

/** Issues a certificate for all the names and addresses of the machine that its authority may vouch for. */
export async function issueCertificate(authority: Pair, names: OwnNames, now: Instant, days: number): Promise<Pair> {
  const issuer = new X509Certificate(authority.certificate)
  const { addresses, hosts } = permittedBy(issuer, names)
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.create({
    subject: [{ CN: ['挂图 Guatu'] }],
    issuer: issuer.subjectName,
    ...daysFrom(now, days),
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority.key),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...hosts.map((value) => ({ type: 'dns', value }) as const),
        ...['127.0.0.1', ...addresses].map((value) => ({ type: 'ip', value }) as const),
      ]),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) }
}
