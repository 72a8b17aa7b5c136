import { type Day, dayOf, daysBetween, type Instant, type Problem } from '../shared/index.ts'
import { commonParts } from './common-passwords.ts'
import { loginNameOf } from './login-name.ts'
import { identityProblems } from './problems.ts'
import type { IdentityProfile } from './profile.ts'

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u]

const longestFirst = [...commonParts].sort((a, b) => b.length - a.length)
const years = /(?:19|20)\d\d/g

const signs = /[^\p{L}\p{N}]/gu

const leftOf = (text: string): number =>
  [
    ...longestFirst
      .reduce((left, part) => left.replaceAll(part, ''), text)
      .replace(years, '')
      .replace(signs, '')
      // One sign over and over is one sign.
      .replace(/(.)\1+/gu, '$1'),
  ].length

/** How much is left of a password once everything common is taken out, whatever signs were put between. */
function uncommonChars(password: string): number {
  const small = password.toLowerCase()
  return Math.min(leftOf(small), leftOf(small.replace(signs, '')))
}

/** Why a password may not be set for a login name, or null. Whether it was had before, only its hashes tell. */
export function passwordProblem(password: string, loginName: string, profile: IdentityProfile): Problem | null {
  const { charsMin, charsMax, classesMin, uncommonCharsMin } = profile.password
  const length = [...password].length
  if (length < charsMin.value) return identityProblems('identity.password_short', { chars: charsMin.value })
  if (length > charsMax.value) return identityProblems('identity.password_long', { chars: charsMax.value })
  const found = classes.filter((one) => one.test(password)).length
  if (found < classesMin.value) return identityProblems('identity.password_plain', { classes: classesMin.value })
  const name = loginNameOf(loginName)
  if (name !== '' && password.normalize('NFKC').toLowerCase().includes(name))
    return identityProblems('identity.password_name', {})
  if (uncommonChars(password) < uncommonCharsMin.value) return identityProblems('identity.password_common', {})
  return null
}

const daysSince = (at: Instant, today: Day): number => daysBetween(dayOf(at), today)

/** Whether a password that was set then has to be changed today. */
export function isDue(setAt: Instant, today: Day, ofAdministrator: boolean, { password }: IdentityProfile): boolean {
  const days = ofAdministrator ? password.changeDaysOfAdministrators : password.changeDays
  return daysSince(setAt, today) >= days.value
}

/** Whether an account that was last used then has lain unused too long to be let in today. */
export const isUnused = (usedAt: Instant, today: Day, { password }: IdentityProfile): boolean =>
  daysSince(usedAt, today) >= password.unusedDaysMax.value
