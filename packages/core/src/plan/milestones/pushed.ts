import { isWorkedOn, mayBeWorkedOn } from './accept.ts'
import { type Named, namedIn } from './candidates.ts'
import { actionIn } from './happenings.ts'
import { anyOf, pushes } from './lexicon.ts'
import { itemsOf, type Run } from './split.ts'
import { isDocument, isFacility } from './things.ts'

const pushFront = new RegExp(`^(?:${anyOf(pushes)})`)
const adverbsFront =
  /^(?:(?:全力|着力|大力|全面|持续|扎实|稳步|有序|积极|深入|统筹|合并|重点|继续|高质量|高标准|坚决|切实|抓紧|进一步|在[^,]{2,8}(?=新建)))*/
/** 等领域, 等活动: what is listed there is of a kind, and nobody builds it. */
const saysAKind = /等(?:领域|行业|企业|活动|人才|产业|方面|与)|深度融合/
const mannerAtEnd = /(?:加快|优先|完善|尽快)[^,、]{2,10}$/
const verbsMax = 3

/** 推进A、B建设 promises no end: the named things that a phrase says are being worked on. */
export function workedOnIn(words: string, phrase: Run): readonly Named[] {
  const from = behindVerbs(words, phrase)
  const said = words.slice(from, phrase.to)
  if (from === phrase.from || saysAKind.test(said)) return []
  const manner = mannerAtEnd.exec(said)
  const runs = itemsOf(words, { from, to: phrase.to - (manner?.[0].length ?? 0) })
  const last = runs.at(-1)
  if (!last) return []
  const action = actionIn(words, last)
  const ending = words.slice(last.from, last.to)
  if (!action && !manner && runs.length < 2 && !isDocument(ending) && !isFacility(ending)) return []
  const cut = action && !/(?:工程|项目)$/.test(ending) ? withoutActions(words, last) : last
  const programme = /实施$/.test(words.slice(phrase.from, from))
  const named = namedIn(words, [...runs.slice(0, -1), cut]).filter(
    // 建设果园800亩 promises an amount and names nothing.
    ({ sized, subject }) => !sized && !(programme && /计划[”"]?$/.test(subject)),
  )
  const works = (each: Named): boolean => isWorkedOn({ ...each, order: 'before', verb: '' })
  // A、B房屋征收: what stands in one list with a thing that is worked on is worked on too, where it has a name.
  const together =
    runs.length > 1 && runs.length === named.length && named.every(({ subject }) => mayBeWorkedOn(subject))
  return together && named.some(works) ? named : named.filter(works)
}

/** What is left of a thing without the actions at its end (地块出让前期工作), as long as it does not end as a thing does. */
function withoutActions(words: string, run: Run): Run {
  let thing = run
  for (let n = 0; n < 2; n++) {
    const action = actionIn(words, thing)
    if (!action || action.thing.to - action.thing.from < 2) return thing
    if (n > 0 && isFacility(words.slice(thing.from, thing.to))) return thing
    thing = action.thing
  }
  return thing
}

function behindVerbs(words: string, phrase: Run): number {
  let from = phrase.from
  for (let n = 0; n < verbsMax; n++) {
    const text = words.slice(from, Math.min(phrase.to, from + 40))
    const adverbs = adverbsFront.exec(text)?.[0].length ?? 0
    const verb = pushFront.exec(text.slice(adverbs))
    if (!verb) break
    from += adverbs + verb[0].length
  }
  return from
}
