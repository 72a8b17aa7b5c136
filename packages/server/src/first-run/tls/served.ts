import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { Instant } from '@guatu/core/shared'
import type { LanRules } from '../lan-rules.ts'
import { issueCertificate, makeAuthority } from './authority.ts'
import type { OwnNames } from './names.ts'
import { type Pair, readPair, writePair } from './store.ts'

/** What the https server shows its visitors. */
export interface Served {
  readonly from: 'own' | 'office'
  readonly pair: Pair
  readonly certificate: X509Certificate
  /** What has to be trusted, where it was made here. */
  readonly authority: X509Certificate | null
  /** An office certificate is there and has expired, so that ours stands in for it. */
  readonly officeExpired: boolean
}

const day = 86_400_000

const endOf = ({ validTo }: X509Certificate): number => Date.parse(validTo)

const parsed = ({ certificate, key }: Pair): X509Certificate | null => {
  try {
    const read = new X509Certificate(certificate)
    return read.checkPrivateKey(createPrivateKey(key)) ? read : null
  } catch {
    return null
  }
}

const lastsBeyond = (certificate: X509Certificate, now: Instant, days: number): boolean =>
  endOf(certificate) - Date.parse(now) > days * day

const namedIn = (certificate: X509Certificate): string =>
  (certificate.subjectAltName ?? '')
    .split(', ')
    .map((name) => name.replace(/^(?:DNS|IP Address):/, ''))
    .toSorted()
    .join(' ')

/** The pair that stands under a name, or the one made in its place where that is no good. */
async function kept(
  folder: string,
  name: 'authority' | 'server',
  isGood: (certificate: X509Certificate) => boolean,
  make: () => Promise<Pair>,
): Promise<{ pair: Pair; certificate: X509Certificate }> {
  const standing = readPair(folder, name)
  const read = standing && parsed(standing)
  if (standing && read && isGood(read)) return { pair: standing, certificate: read }
  const pair = await make()
  writePair(folder, name, pair)
  return { pair, certificate: new X509Certificate(pair.certificate) }
}

async function own(
  folder: string,
  names: OwnNames,
  now: Instant,
  { authorityDays, certificateDays, renewBeforeDays }: LanRules,
): Promise<Omit<Served, 'officeExpired'>> {
  const authority = await kept(
    folder,
    'authority',
    (certificate) => lastsBeyond(certificate, now, renewBeforeDays),
    () => makeAuthority(names, now, authorityDays),
  )
  const issue = () => issueCertificate(authority.pair, names, now, certificateDays)
  // What it would name now is told by making one: the authority decides which names it may bear.
  const fresh = await issue()
  const wanted = namedIn(new X509Certificate(fresh.certificate))
  const server = await kept(
    folder,
    'server',
    (certificate) =>
      lastsBeyond(certificate, now, renewBeforeDays) &&
      certificate.verify(authority.certificate.publicKey) &&
      namedIn(certificate) === wanted,
    async () => fresh,
  )
  return { from: 'own', ...server, authority: authority.certificate }
}

/**
 * The certificate that the machine shows on this day: the office's where it brought one that has not expired, else its
 * own, made anew where the addresses have changed or its end is near.
 */
export async function servedFrom(folder: string, names: OwnNames, now: Instant, rules: LanRules): Promise<Served> {
  const pair = readPair(folder, 'office')
  const certificate = pair && parsed(pair)
  if (pair && certificate && lastsBeyond(certificate, now, 0))
    return { from: 'office', pair, certificate, authority: null, officeExpired: false }
  return { ...(await own(folder, names, now, rules)), officeExpired: pair !== null }
}
