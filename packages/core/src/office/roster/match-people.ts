import type { Problem } from '../../shared/index.ts'
import type { PersonNow, RosterNow } from './now.ts'
import { rosterProblems } from './problems.ts'
import { plainName } from './rows.ts'
import type { PersonLine } from './shape.ts'
import type { PersonRef } from './step.ts'

/** Whom a row means: somebody there, perhaps still without the account it gives, or somebody new. */
export interface PersonMeant {
  readonly ref: PersonRef
  readonly key: string
  readonly name: string
  /** Null where the person is new. */
  readonly side: string | null
  /** What has still to be written down of the person. */
  readonly lacks: 'account' | 'everything' | null
}

export type Matched = { readonly person: PersonMeant } | { readonly problem: Problem }

const meant = (person: PersonNow, lacks: PersonMeant['lacks']): Matched => ({
  person: { ref: { id: person.id }, key: person.id, name: person.name, side: person.side, lacks },
})

/** Finds whom each row means: by account first; by name only among those who have no account yet. */
export function matchPeople(
  lines: readonly PersonLine[],
  now: RosterNow,
  holdersOf: (line: PersonLine) => readonly string[],
) {
  const accounts = new Map(now.people.flatMap((person) => (person.account === null ? [] : [[person.account, person]])))
  const nameOfAccount = new Map<string, string>()
  const accountsOfName = new Map<string, Set<string>>()
  for (const { name, account } of lines) {
    if (account === null) continue
    if (!nameOfAccount.has(account)) nameOfAccount.set(account, name)
    accountsOfName.set(name, (accountsOfName.get(name) ?? new Set()).add(account))
  }
  const nameless = (name: string) =>
    now.people.filter((person) => person.account === null && plainName(person.name) === name)
  const ambiguous = (name: string): Matched => ({ problem: rosterProblems('roster.name_ambiguous', { name }) })

  function byName(line: PersonLine): Matched {
    const found = nameless(line.name)
    const holding = found.length > 1 ? found.filter((person) => holdersOf(line).includes(person.id)) : found
    const [only] = holding
    if (holding.length > 1 || (!only && found.length > 1)) return ambiguous(line.name)
    return only ? meant(only, null) : { problem: rosterProblems('roster.account_missing', { name: line.name }) }
  }

  return (line: PersonLine): Matched => {
    const { name, account } = line
    if (account === null) return byName(line)
    const owner = accounts.get(account)
    const other = owner ? plainName(owner.name) : (nameOfAccount.get(account) ?? name)
    if (other !== name) return { problem: rosterProblems('roster.account_of_another', { account, name: other }) }
    if (owner) return meant(owner, null)
    const [without, second] = nameless(name)
    const fresh = [...(accountsOfName.get(name) ?? [])].filter((one) => !accounts.has(one))
    if (without && (second || fresh.length > 1)) return ambiguous(name)
    if (without) return meant(without, 'account')
    return { person: { ref: { account }, key: `account ${account}`, name, side: null, lacks: 'everything' } }
  }
}
