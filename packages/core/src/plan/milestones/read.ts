import type { Due } from '../../shared/index.ts'
import { duesIn, type FoundDue } from '../deadlines.ts'
import type { MilestoneEvent } from '../plan.ts'
import { type Candidate, isPromised, isWorkedOn } from './accept.ts'
import { type Named, namedIn } from './candidates.ts'
import { actionIn, type Before, type Behind, beforeIn, behindIn } from './happenings.ts'
import { anyOf, before, behind, pushes } from './lexicon.ts'
import { itemsOf, phrasesOf, type Run, sentencesOf } from './split.ts'
import { countIn, isDocument, isFacility } from './things.ts'
import { bareBounds } from './words.ts'

/** An event promised for a thing, by offsets into the flat words of its passage. */
export interface FoundMilestone {
  readonly start: number
  readonly end: number
  readonly subject: string
  readonly event: MilestoneEvent
  readonly due: Due | null
  readonly rule: string
}

type End = Exclude<MilestoneEvent, 'progress'>

const worthReading = new RegExp(anyOf([...Object.values(behind).flat(), ...Object.values(before).flat(), ...pushes]))
const pushFront = new RegExp(`^(${anyOf(pushes)})`)

/**
 * Reads the milestones of a passage: named things, and what is to become of them. `name` is what the passage speaks of
 * where a phrase names nothing itself (the task's cell beside the goal's); null where there is none.
 */
export function milestonesIn(words: string, year: number | null, name: string | null = null): FoundMilestone[] {
  if (!worthReading.test(words)) return []
  const dues = duesIn(words, year)
  return sentencesOf(words)
    .flatMap((sentence) => new Sentence(words, dues, name).read(sentence))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

/** What is told of some things: by which word, and from where to where the telling runs. */
interface Telling {
  readonly event: End
  readonly order: Candidate['order']
  readonly verb: string
  readonly from: number
  readonly to: number
  readonly rule: string
}

/** Reads one sentence phrase by phrase; a phrase without a thing of its own speaks of the last one. */
class Sentence {
  private found: FoundMilestone[] = []
  private last: readonly Named[] = []
  private readonly words: string
  private readonly dues: readonly FoundDue[]

  constructor(words: string, dues: readonly FoundDue[], name: string | null) {
    this.words = words
    this.dues = dues
    if (name !== null) this.last = [{ at: { from: -1, to: -1 }, subject: name, listed: true, sized: false }]
  }

  read(sentence: Run): FoundMilestone[] {
    for (const phrase of phrasesOf(this.words, sentence)) {
      if (worthReading.test(this.words.slice(phrase.from, phrase.to))) this.phrase(phrase)
    }
    return this.found
  }

  /** Goes through the items of a phrase: names wait until an event behind them, or belong to the verb before them. */
  private phrase(phrase: Run): void {
    let waiting: Run[] = []
    let verb: Before | null = null
    let told = false
    for (const item of itemsOf(this.words, phrase)) {
      const end = behindIn(this.words, item)
      const start = this.verbIn(item, end)
      if (start && verb) this.govern(verb, waiting)
      if (start) {
        verb = start
        waiting = [start.thing]
        told = true
      } else if (end && !verb) {
        this.tell(end, [...waiting, end.thing], item)
        waiting = []
        told = true
      } else waiting.push(item)
    }
    if (verb) this.govern(verb, waiting)
    else if (!told) this.push(phrase)
  }

  /** A verb that governs what follows it, unless it is itself the event at the end of the item. */
  private verbIn(item: Run, end: Behind | null): Before | null {
    const verb = beforeIn(this.words, item)
    if (!verb || verb.thing.to - verb.thing.from < 2) return null
    if (end && end.thing.to <= verb.verb.from + 1) return null
    const ahead = bareBounds(this.words, item.from, verb.verb.from)
    if (end && ahead.to - ahead.from >= 3 && verb.thing.to - verb.thing.from <= 6) return null
    return verb
  }

  /** …A、B三季度开工. Without a thing of its own, the event is told of the things before it. */
  private tell(end: Behind, things: readonly Run[], item: Run): void {
    const events = end.also ? [end.also, end.event] : [end.event]
    const own = end.thing.to - end.thing.from >= 2 ? namedIn(this.words, things) : []
    const carried = end.thing.to - end.thing.from < 2 && things.length === 1
    const named = carried ? this.last : own
    const from = carried ? Math.max(0, named[0]?.at.from ?? 0) : (things[0] as Run).from
    for (const event of events) {
      const verb = this.words.slice(end.thing.to, item.to)
      this.emit(
        named,
        {
          event,
          order: 'behind',
          verb: landVerb(verb),
          from: named[0]?.at.from === -1 ? item.from : from,
          to: item.to,
          rule: 'event behind the thing',
        },
        carried,
      )
    }
  }

  /** 建成A、B…: verb first. What completing a thing means depends on the action its name ends with. */
  private govern(verb: Before, things: readonly Run[]): void {
    const word = this.words.slice(verb.verb.from, verb.verb.to)
    const ahead = bareBounds(this.words, this.phraseStart(verb.verb.from), verb.verb.from)
    if (
      /^(?:在|对|为|于|每|各)/.test(this.words.slice(ahead.from, ahead.to)) &&
      countIn(this.words.slice(ahead.from, ahead.to))
    )
      return
    if (/完成$/.test(word)) this.complete(verb, things, ahead)
    else if (this.infix(verb, things, ahead, word)) return
    else {
      const { from: lastFrom, to } = things.at(-1) as Run
      if (verb.event === 'approve' && word.includes('编制') && !isDocument(this.words.slice(lastFrom, to))) return
      const cut = things.map((run, i) => (i === things.length - 1 ? this.withoutSuffix(run, verb.event) : run))
      this.emit(
        namedIn(this.words, cut),
        { event: verb.event, order: 'before', verb: word, from: verb.verb.from, to, rule: 'verb before the thing' },
        false,
      )
    }
  }

  private complete(verb: Before, things: readonly Run[], ahead: Run): void {
    const last = things.at(-1) as Run
    const action = this.actionOf(last)
    if (things.length === 1 && ahead.to - ahead.from >= 3 && last.to - last.from <= 6 && action) {
      const telling = {
        order: 'behind' as const,
        verb: '完成',
        from: ahead.from,
        to: last.to,
        rule: 'action completed on the thing',
      }
      this.emit(namedIn(this.words, [ahead]), { ...telling, event: action.event }, false)
      return
    }
    const base = { order: 'behind' as const, from: verb.verb.from, to: last.to, rule: 'action completed' }
    const parts = this.closedEarly(things) ?? this.perAction(things)
    for (const part of parts) {
      const listed = parts.length > 1 && part.event === 'approve'
      const named = namedIn(this.words, part.things)
        .filter((each) => !each.sized)
        .map((each) => ({ ...each, listed: each.listed || listed }))
      const from = part === parts[0] ? base.from : (part.things[0] as Run).from
      const to = (part.whole.at(-1) as Run).to
      this.emit(named, { ...base, event: part.event, verb: part.word, from, to }, false)
    }
  }

  /** 完成A等12条道路新建、整治工程: the list ends at 等; what follows says what is done to all of it. */
  private closedEarly(things: readonly Run[]) {
    const closing = things.findIndex((run) => /等\d/.test(this.words.slice(run.from, run.to)))
    const action = this.actionOf(things.at(-1) as Run)
    if (closing < 0 || closing === things.length - 1 || !action) return null
    return [{ event: action.event, word: '', things: things.slice(0, closing + 1), whole: [...things] }]
  }

  /** 完成A重建、B大修: each with an action of its own; 完成A、B建设: one action for all. */
  private perAction(things: readonly Run[]) {
    const parts: { event: End; word: string; things: Run[]; whole: Run[] }[] = []
    let waiting: Run[] = []
    for (const run of things.flatMap((each) => this.splitByAction(each))) {
      const action = this.actionOf(run)
      waiting.push(run)
      if (!action) continue
      const word = this.words.slice(action.thing.to, run.to)
      const bare = action.thing.to - action.thing.from >= 2 ? action.thing : run
      parts.push({ event: action.event, word, things: [...waiting.slice(0, -1), bare], whole: waiting })
      waiting = []
    }
    return parts
  }

  /** Two actions joined by 及 are two things (方案研究及实施方案编制). */
  private splitByAction(run: Run): Run[] {
    const text = this.words.slice(run.from, run.to)
    const and = /(?<=研究|编制|设计|立项|审批|建设|改造|施工|处理)(?:和|及|以及|与)(?=[^,]{2,})/.exec(text)
    if (!and) return [run]
    const at = run.from + and.index
    return [{ from: run.from, to: at }, ...this.splitByAction({ from: at + and[0].length, to: run.to })]
  }

  private actionOf(run: Run): { event: End; thing: Run } | null {
    const end = behindIn(this.words, run)
    const action = actionIn(this.words, run)
    if (action) return action
    return end && end.event !== 'hold' ? { event: end.event, thing: end.thing } : null
  }

  /** A争创B, A升格为B: what stands before the verb is the thing. */
  private infix(verb: Before, things: readonly Run[], ahead: Run, word: string): boolean {
    if (verb.event !== 'award' || ahead.to - ahead.from < 2 || things.length !== 1) return false
    const to = (things[0] as Run).to
    const [thing] = namedIn(this.words, [ahead])
    if (!thing || countIn(this.words.slice(verb.thing.from, to))) return false
    const promised =
      /升格/.test(word) ||
      isPromised('award', { ...thing, subject: this.words.slice(verb.thing.from, to), order: 'before', verb: word })
    if (promised)
      this.add(
        thing,
        { event: 'award', order: 'before', verb: word, from: ahead.from, to, rule: 'title to be won by the thing' },
        ahead.from,
        to,
      )
    return promised
  }

  /** 推进A、B建设 promises no end: it names work under way. */
  private push(phrase: Run): void {
    let from = phrase.from
    for (let n = 0; n < 3; n++) {
      const text = this.words.slice(from, phrase.to)
      const adverbs =
        /^(?:全力|着力|大力|全面|持续|扎实|稳步|有序|积极|深入|统筹|合并|重点|继续|高质量|高标准|坚决|切实|抓紧|进一步|在[^,]{2,8}(?=新建))+/.exec(
          text,
        )?.[0].length ?? 0
      const verb = pushFront.exec(text.slice(adverbs))
      if (!verb) break
      from += adverbs + verb[0].length
    }
    const said = this.words.slice(from, phrase.to)
    if (from === phrase.from || saysAKind.test(said)) return
    const manner = mannerAtEnd.exec(said)
    const runs = itemsOf(this.words, { from, to: phrase.to - (manner?.[0].length ?? 0) })
    const last = runs.at(-1)
    if (!last) return
    const action = actionIn(this.words, last)
    if (
      !action &&
      !manner &&
      runs.length < 2 &&
      !isDocument(this.words.slice(last.from, last.to)) &&
      !isFacility(this.words.slice(last.from, last.to))
    )
      return
    const cut = action && action.thing.to - action.thing.from >= 2 ? action.thing : last
    const named = namedIn(this.words, [...runs.slice(0, -1), cut])
    const telling: Telling = {
      event: 'start',
      order: 'behind',
      verb: '',
      from: phrase.from,
      to: phrase.to,
      rule: 'work under way',
    }
    const worked = named.filter((each) => isWorkedOn({ ...each, order: 'before', verb: '' }))
    worked.forEach((each, i) => {
      const span = spanOf(telling, worked, i)
      this.found.push({ ...span, subject: each.subject, event: 'progress', due: null, rule: telling.rule })
    })
  }

  private emit(named: readonly Named[], telling: Telling, carried: boolean): void {
    const promised = named.filter((each) =>
      isPromised(telling.event, { ...each, order: telling.order, verb: telling.verb }),
    )
    if (promised.length === 0) return
    if (carried && telling.event === 'operate') this.dropCompleted(promised)
    promised.forEach((each, i) => {
      const { start, end } = spanOf(telling, promised, i)
      this.add(each, telling, start, end)
    })
    this.last = promised
  }

  private add(thing: Named, telling: Telling, start: number, end: number): void {
    const within = this.dues.filter((due) => due.start >= telling.from && due.end <= telling.to)
    const due = within.at(-1)?.due ?? null
    this.found.push({ start, end, subject: thing.subject, event: telling.event, due, rule: telling.rule })
  }

  /** 完成A建设，9月1日前投入使用 promises one end, the use; the building has no date of its own. */
  private dropCompleted(things: readonly Named[]): void {
    const subjects = new Set(things.map(({ subject }) => subject))
    this.found = this.found.filter(
      (each) => !(each.event === 'complete' && each.due === null && subjects.has(each.subject)),
    )
  }

  private withoutSuffix(run: Run, event: End): Run {
    if (event !== 'start' && event !== 'complete') return run
    const found = /(?:等?(?:工程)?建设|施工|改造)?(?:工作|任务)?$/.exec(
      this.words.slice(Math.max(run.from, run.to - 8), run.to),
    )
    const to = run.to - (found?.[0].length ?? 0)
    return to - run.from >= 2 ? { from: run.from, to } : run
  }

  private phraseStart(at: number): number {
    let from = at
    while (from > 0 && !/[,，;；。、:：]/.test(this.words[from - 1] as string)) from--
    return from
  }
}

/** 等领域, 等活动: what is listed there is of a kind, and nobody builds it. */
const saysAKind = /等(?:领域|行业|企业|活动|人才|产业|方面|与)|深度融合/
const mannerAtEnd = /(?:加快|优先|完善|尽快)[^,、]{2,10}$/

const landVerb = (words: string): string => words.replace(/^(?:土地|正式|顺利|全面|尽快)/, '')

/** The first of a list takes in the verb before it, the last the event behind it; those between are their names. */
function spanOf(telling: Telling, things: readonly Named[], i: number): { start: number; end: number } {
  const { at } = things[i] as Named
  const start = i === 0 || at.from < 0 ? telling.from : at.from
  const end = i === things.length - 1 || at.from < 0 ? telling.to : at.to
  return end > start ? { start, end } : { start: telling.from, end: telling.to }
}
