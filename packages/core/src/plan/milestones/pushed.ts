import { isWorkedOn } from './accept.ts'
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
  const cut = action && action.thing.to - action.thing.from >= 2 && !/(?:工程|项目)$/.test(ending) ? action.thing : last
  const programme = /实施$/.test(words.slice(phrase.from, from))
  return namedIn(words, [...runs.slice(0, -1), cut]).filter(
    // 建设果园800亩 promises an amount and names nothing.
    (each) =>
      !each.sized &&
      !(programme && /计划[”"]?$/.test(each.subject)) &&
      isWorkedOn({ ...each, order: 'before', verb: '' }),
  )
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
