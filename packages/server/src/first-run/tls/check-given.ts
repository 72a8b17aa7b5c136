import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { accept, type Instant, type Problem, type Result, reject } from '@guatu/core/shared'
import { firstRunProblems } from '../problems.ts'
import type { OwnNames } from './names.ts'
import { blocksOf, type Pair } from './store.ts'

function certificateIn(pem: string): X509Certificate | null {
  const [first] = blocksOf(pem, 'CERTIFICATE')
  try {
    return first === undefined ? null : new X509Certificate(first)
  } catch {
    return null
  }
}

function keyIn(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}

const dayOfText = (text: string): string => new Date(text).toISOString().slice(0, 10)

function timeProblem({ validFrom, validTo }: X509Certificate, now: Instant): Problem | null {
  if (Date.parse(validTo) <= Date.parse(now)) return firstRunProblems('tls.expired', { day: dayOfText(validTo) })
  if (Date.parse(validFrom) > Date.parse(now)) return firstRunProblems('tls.not_yet', { day: dayOfText(validFrom) })
  return null
}

const namesOf = ({ subjectAltName }: X509Certificate): string[] =>
  (subjectAltName ?? '').split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, ''))

const leadsHere = async (name: string, { addresses }: OwnNames): Promise<boolean> => {
  const found = await lookup(name, { all: true }).catch(() => [])
  return found.some(({ address }) => addresses.includes(address))
}

/** Whether another machine can reach this one by a name that the certificate bears. */
async function coversThis(certificate: X509Certificate, names: OwnNames): Promise<boolean> {
  if (names.addresses.some((address) => certificate.checkIP(address))) return true
  if (names.hosts.some((host) => host !== 'localhost' && certificate.checkHost(host))) return true
  for (const name of namesOf(certificate)) if (await leadsHere(name, names)) return true
  return false
}

/** A certificate and a key as an office brings them, fit to be shown to its machines; or what is wrong with them. */
export async function checkGiven(given: Pair, names: OwnNames, now: Instant): Promise<Result<Pair>> {
  const certificate = certificateIn(given.certificate)
  if (!certificate) return reject(firstRunProblems('tls.no_certificate', {}))
  if (/ENCRYPTED/.test(given.key)) return reject(firstRunProblems('tls.key_encrypted', {}))
  const key = keyIn(given.key)
  if (!key) return reject(firstRunProblems('tls.no_key', {}))
  if (!certificate.checkPrivateKey(key)) return reject(firstRunProblems('tls.other_key', {}))
  const time = timeProblem(certificate, now)
  if (time) return reject(time)
  if (!(await coversThis(certificate, names))) {
    const facts = {
      named: namesOf(certificate).join('、') || '—',
      here: [...names.addresses, ...names.hosts].join('、'),
    }
    return reject(firstRunProblems('tls.covers_nothing', facts))
  }
  const chain = blocksOf(given.certificate, 'CERTIFICATE').join('\n')
  return accept({ certificate: chain, key: key.export({ type: 'pkcs8', format: 'pem' }).toString() })
}
