import { skewSeconds, subjectCharsMax, tokenAgeSecondsMax } from './rules.ts'

/** What an ID token says, as far as we read it. */
export interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: string | readonly string[]
  readonly exp: number
  readonly iat: number
  readonly azp?: unknown
  readonly amr?: unknown
  readonly acr?: unknown
}

export interface Expected {
  readonly issuer: string
  readonly clientId: string
  /** Seconds since 1970. */
  readonly now: number
}

const isPrintable = (text: string): boolean => /^[\x20-\x7e]+$/.test(text)

/**
 * What is wrong with the claims of a token whose signature, issuer, times and nonce were checked already, null where they
 * stand. Stricter than the standard: for us alone, made just now, with a subject that can be kept as it is.
 */
export function wrongIn({ iss, sub, aud, azp, iat }: Claims, { issuer, clientId, now }: Expected): string | null {
  if (iss !== issuer) return 'iss'
  if (typeof sub !== 'string' || sub.length > subjectCharsMax || !isPrintable(sub)) return 'sub'
  if ([aud].flat().some((one) => one !== clientId)) return 'aud'
  if (azp !== undefined && azp !== clientId) return 'azp'
  if (iat > now + skewSeconds || iat < now - tokenAgeSecondsMax) return 'iat'
  return null
}

/** Whether the provider says that a second factor was used, by one of the values that the office takes as saying so. */
export function usedSecondFactor({ amr, acr }: Pick<Claims, 'amr' | 'acr'>, trusted: readonly string[]): boolean {
  const said = [...(Array.isArray(amr) ? amr : []), acr]
  return said.some((value) => typeof value === 'string' && trusted.includes(value))
}
