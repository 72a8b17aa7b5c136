import { lacksReason, stateReasons } from '../fact/index.ts'
import type { Day, Words } from '../shared/index.ts'
import { inWindow, isBelieved, type SeenFact, type Trust, type Window } from './seen.ts'
import type { LeafTree } from './tree/tree.ts'

/** A fact that was looked at, and why it counted or did not. */
export interface LookedFact {
  readonly fact: SeenFact
  readonly counted: boolean
  readonly because: Words
}

const reasons = {
  early: (from: Day): Words => ({
    zh: `发生在统计期（${from} 起）以前，不计入`,
    en: `before the period that began on ${from}`,
  }),
  late: (to: Day): Words => ({ zh: `发生在 ${to} 以后，尚不计入`, en: `after ${to}, not yet counted` }),
  lacks: lacksReason,
  nameless: { zh: '没有写明对象，不计入', en: 'does not say whom it is about, not counted' },
  repeated: { zh: '同一对象只计一次，此前已计', en: 'its subject is counted already, once' },
  overtaken: {
    zh: '同一对象已有更新的一期，以最新为准，不相加',
    en: 'a later figure of the same subject stands; they are not added',
  },
  followed: { zh: '有更正待核实，自报以更正为准', en: 'a correction waits; what is reported is that' },
  ofCommunity: {
    zh: '社区的读数；街道的目标取街道本级的读数',
    en: 'of a community; the target is of the whole sub-district',
  },
  older: { zh: '已有更新的读数，以最新为准', en: 'a later reading stands' },
  sameDay: { zh: '同一天有更晚报来的读数，以其为准', en: 'a reading of the same day that came later stands' },
  takesAway: { zh: '已核实，按减少计入', en: 'verified, taken away' },
} as const

function whyOut(fact: SeenFact, window: Window, trust: Trust): Words | null {
  if (fact.trueOn > window.to) return reasons.late(window.to)
  if (window.from !== null && fact.trueOn < window.from) return reasons.early(window.from)
  if (fact.state !== 'verified' && !(trust === 'reported' && fact.state === 'submitted'))
    return stateReasons[fact.state]
  if (trust === 'reported' && !fact.newest) return reasons.followed
  return fact.lacks.length > 0 ? reasons.lacks(fact.lacks) : null
}

/** Later in what it says; of one day, later in coming to us. */
const isLater = (a: SeenFact, b: SeenFact): boolean =>
  a.trueOn !== b.trueOn ? a.trueOn > b.trueOn : a.knownAt !== b.knownAt ? a.knownAt > b.knownAt : a.id > b.id

/** The facts that stand when only the last of each group may. */
function lastOfEach(facts: readonly SeenFact[], groupOf: (fact: SeenFact) => string): ReadonlySet<string> {
  const last = new Map<string, SeenFact>()
  for (const fact of facts) {
    const before = last.get(groupOf(fact))
    if (!before || isLater(fact, before)) last.set(groupOf(fact), fact)
  }
  return new Set([...last.values()].map(({ id }) => id))
}

function firstOfEach(facts: readonly SeenFact[]): ReadonlySet<string> {
  const first = new Map<string, SeenFact>()
  for (const fact of facts) {
    const before = first.get(fact.subject)
    if (!before || isLater(before, fact)) first.set(fact.subject, fact)
  }
  return new Set([...first.values()].map(({ id }) => id))
}

/** Which of the believed facts make the figure, and the reason of those that do not. */
function choosing({ kind }: LeafTree, facts: readonly SeenFact[]): (fact: SeenFact) => Words | null {
  switch (kind) {
    case 'cumulative':
    case 'rank': {
      const last = lastOfEach(facts, ({ subject }) => subject)
      return ({ id }) => (last.has(id) ? null : reasons.overtaken)
    }
    case 'latest': {
      const last = lastOfEach(
        facts.filter(({ ofCommunity }) => !ofCommunity),
        () => '',
      )
      return ({ id, ofCommunity }) => (ofCommunity ? reasons.ofCommunity : last.has(id) ? null : reasons.older)
    }
    case 'mean':
    case 'passingFacts': {
      const last = lastOfEach(facts, ({ subject, trueOn }) => `${trueOn} ${subject}`)
      return ({ id }) => (last.has(id) ? null : reasons.sameDay)
    }
    case 'distinct':
    case 'coverage': {
      const first = firstOfEach(facts)
      return ({ id, subject }) => (subject === '' ? reasons.nameless : first.has(id) ? null : reasons.repeated)
    }
    default:
      return () => null
  }
}

/** Every fact of a leaf with its reason. Those counted make the figure, and nothing else does. */
export function lookAt(
  leaf: LeafTree,
  facts: readonly SeenFact[],
  window: Window,
  trust: Trust,
): readonly LookedFact[] {
  const believed = facts.filter((fact) => inWindow(fact, window) && isBelieved(fact, trust))
  const leftOut = choosing(leaf, believed)
  return facts.map((fact) => {
    const out = whyOut(fact, window, trust) ?? leftOut(fact)
    if (out) return { fact, counted: false, because: out }
    const because = fact.quantity.startsWith('-') ? reasons.takesAway : stateReasons[fact.state]
    return { fact, counted: true, because }
  })
}
