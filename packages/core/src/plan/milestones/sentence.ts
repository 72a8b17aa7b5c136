import type { FoundDate } from '../dates.ts'
import { isPromised } from './accept.ts'
import { type Named, namedIn } from './candidates.ts'
import { actionOf, completionsIn } from './completed.ts'
import { type FoundMilestone, spanOver, type Telling } from './found.ts'
import { type Before, type Behind, beforeIn, behindIn } from './happenings.ts'
import { workedOnIn } from './pushed.ts'
import { itemsOf, type Run } from './split.ts'
import { countIn, isDocument, isFacility, isNamed } from './things.ts'
import { bareBounds } from './words.ts'

const lengthOf = ({ from, to }: Run): number => to - from
const shortAction = 6

/** 改造, 普查 and the like belong to the name of what is completed; 建设 and 编制 only say how it comes about. */
const isPartOfName = (word: string): boolean =>
  /^(?:提质|升级|快速化|扩容)?改造|重建|扩建|迁建|大修|修缮|普查|征收|征迁|搬迁|整备|试点|前期|换届|(?:提升|整治|治理|修复|保护|配套)工程/.test(
    word,
  )

/** 完成立项: a short word behind the verb that is an action, not the rest of a name (…打通工程). */
const isActionWord = (words: string, run: Run): boolean =>
  !/^(?:工程|项目)$/.test(words.slice(run.from, run.to)) && actionOf(words, run) !== null

const isPlot = /(?:地块|宗地|用地)$/

/** 工作、居住、休憩一体的街区: what is listed only describes the one thing behind 的. */
const describesOne = (things: readonly string[]): boolean =>
  things.length > 1 && /的[^、]{2,}$/.test(things.at(-1) as string) && !isFacility(things[0] as string)

/** Reads a sentence phrase by phrase; a phrase without a thing of its own speaks of the last one. */
export class Sentence {
  private found: FoundMilestone[] = []
  private last: readonly Named[]
  private readonly named: readonly Named[]
  private readonly words: string
  private readonly dues: readonly FoundDate[]

  /** `name` is what the whole passage speaks of, null where nothing says so. */
  constructor(words: string, dues: readonly FoundDate[], name: string | null) {
    this.words = words
    this.dues = dues
    this.named = name === null ? [] : [{ at: { from: -1, to: -1 }, subject: name, listed: true, sized: false }]
    this.last = this.named
  }

  milestones(): readonly FoundMilestone[] {
    return this.found
  }

  /** Goes through the items of a phrase: names wait until an event behind them, or belong to the verb before them. */
  phrase(phrase: Run): void {
    let waiting: Run[] = []
    let verb: Before | null = null
    let others: Run[] = []
    let told = false
    for (const item of itemsOf(this.words, phrase)) {
      const end = behindIn(this.words, item)
      const start = this.verbIn(item, end)
      const ahead = end && start ? this.thingAhead(item, start) : null
      if (start && verb) this.govern(verb, waiting, others)
      if (end && ahead) {
        this.tell({ ...end, thing: ahead }, [ahead], item)
        verb = null
        waiting = []
        told = true
      } else if (end && verb && !start && lengthOf(end.thing) < 2) {
        // 8月完成设备安装、12月试运行: what has no thing of its own is told of what was spoken of before.
        this.govern(verb, waiting, others)
        verb = null
        waiting = []
        this.tell(end, [end.thing], item)
      } else if (start) {
        others = verb ? [] : waiting
        verb = start
        waiting = [start.thing]
        told = true
      } else if (end && !verb) {
        this.tell(end, [...waiting, end.thing], item)
        waiting = []
        told = true
      } else waiting.push(item)
    }
    if (verb) this.govern(verb, waiting, others)
    else if (!told) this.underWay(phrase)
  }

  /** A完成规划调整并挂牌出让: the thing stands before the first of two verbs, and the second tells its end. */
  private thingAhead(item: Run, verb: Before): Run | null {
    const ahead = bareBounds(this.words, item.from, verb.verb.from)
    const thing = this.words.slice(ahead.from, ahead.to)
    const two = /[并且]/.test(this.words.slice(verb.verb.to, item.to))
    return two && thing.length >= 4 && isFacility(thing) && isNamed(thing) ? ahead : null
  }

  /** A verb that governs what follows it, unless it is itself the event at the end of the item. */
  private verbIn(item: Run, end: Behind | null): Before | null {
    const verb = beforeIn(this.words, item)
    if (!verb || lengthOf(verb.thing) < 2) return null
    if (end && end.thing.to <= verb.verb.from + 1) return null
    const ahead = bareBounds(this.words, item.from, verb.verb.from)
    if (
      verb.event !== 'award' &&
      lengthOf(ahead) >= 2 &&
      lengthOf(verb.thing) <= 3 &&
      !isActionWord(this.words, verb.thing)
    )
      return null
    return end && lengthOf(ahead) >= 3 && lengthOf(verb.thing) <= shortAction ? null : verb
  }

  /** …A、B三季度开工. Without a thing of its own, the event is told of the things before it. */
  private tell(end: Behind, things: readonly Run[], item: Run): void {
    const carried = lengthOf(end.thing) < 2 && things.length === 1
    const own = carried || lengthOf(end.thing) < 2 ? [] : namedIn(this.words, things)
    const named = carried ? this.last : own.map((each) => this.withWhole(each))
    const from = carried ? (named[0]?.at.from ?? item.from) : (things[0] as Run).from
    const verb = this.words.slice(end.thing.to, item.to).replace(/^(?:土地|正式|顺利|全面|尽快)/, '')
    const place = { from: from < 0 ? item.from : from, to: item.to }
    const base = { order: 'behind', verb, ...place, ...(carried ? { datedFrom: item.from } : {}) } as const
    // What a plot of land is put up for is its sale.
    const last = end.event === 'establish' && named.every(({ subject }) => isPlot.test(subject)) ? 'sell' : end.event
    for (const event of end.also ? [end.also, last] : [last]) {
      this.emit(named, { ...base, event, rule: 'event behind the thing' }, carried)
    }
  }

  /** 一期, B区: a part of the thing spoken of before. */
  private withWhole(each: Named): Named {
    const [whole] = this.last
    const isPart = /^(?:[一二三四五六\d]期|首期|[A-Z东西南北]区)$/.test(each.subject)
    return isPart && whole && this.last.length === 1 ? { ...each, subject: `${whole.subject}${each.subject}` } : each
  }

  /**
   * 建成A、B…: the verb stands first. What completing a thing means depends on the action its name ends with. `others`
   * stand before the verb with the thing that completes it (A、B完成施工).
   */
  private govern(verb: Before, things: readonly Run[], others: readonly Run[]): void {
    const word = this.words.slice(verb.verb.from, verb.verb.to)
    const ahead = bareBounds(this.words, this.phraseStart(verb.verb.from), verb.verb.from)
    const place = this.words.slice(ahead.from, ahead.to)
    if (/^(?:在|对|为|于|每|各)/.test(place) && countIn(place)) return
    if (/完成$/.test(word)) this.complete(verb, things, ahead, others)
    else if (verb.event === 'award' && lengthOf(ahead) >= 2) this.titleWon(verb, things, ahead, word)
    else this.done(verb, things, word)
  }

  private done(verb: Before, things: readonly Run[], word: string): void {
    const last = things.at(-1) as Run
    if (verb.event === 'approve' && word.includes('编制') && !isDocument(this.words.slice(last.from, last.to))) return
    if (describesOne(things.map(({ from, to }) => this.words.slice(from, to)))) return
    const cut = [
      ...things.slice(0, -1),
      verb.event === 'start' || verb.event === 'complete' ? this.unsuffixed(last) : last,
    ]
    const span = { from: verb.verb.from, to: last.to }
    this.emit(
      namedIn(this.words, cut, { besideCount: true }),
      { event: verb.event, order: 'before', verb: word, ...span, rule: 'verb before the thing' },
      false,
    )
  }

  private complete(verb: Before, things: readonly Run[], ahead: Run, others: readonly Run[]): void {
    const last = things.at(-1) as Run
    const action = actionOf(this.words, last)
    if (action && things.length === 1 && lengthOf(ahead) >= 3 && lengthOf(last) <= shortAction) {
      const from = others[0]?.from ?? ahead.from
      const telling = { event: action.event, order: 'behind', verb: '完成', from, to: last.to } as const
      this.emit(namedIn(this.words, [...others, ahead]), { ...telling, rule: 'action completed on the thing' }, false)
      return
    }
    const completions = completionsIn(this.words, things)
    for (const { event, word, things: bare, whole } of completions) {
      const drawnUp = completions.length > 1 && event === 'approve'
      const named = namedIn(this.words, bare).filter(({ sized }) => !sized)
      const from = whole === completions[0]?.whole ? verb.verb.from : (bare[0] as Run).from
      const telling = { event, order: 'behind', verb: word, from, to: (whole.at(-1) as Run).to } as const
      const listed = named.map((each) => ({
        ...each,
        subject: isPartOfName(word) ? `${each.subject}${word.replace(/(?:建设)?(?:工作|任务)+$/, '')}` : each.subject,
        listed: each.listed || (drawnUp && this.named.length === 0),
      }))
      this.emit(listed, { ...telling, rule: 'action completed' }, false)
    }
  }

  /** A争创B, A升格为B: what stands before the verb is to win the title behind it. */
  private titleWon(verb: Before, things: readonly Run[], ahead: Run, word: string): void {
    const to = (things.at(-1) as Run).to
    const title = this.words.slice(verb.thing.from, to)
    const [thing] = namedIn(this.words, [ahead])
    const candidate = { subject: title, listed: false, sized: false, order: 'before', verb: word } as const
    if (!thing) this.done(verb, things, word)
    else if (!countIn(title) && (word.includes('升格') || isPromised('award', candidate))) {
      this.add(
        thing,
        { event: 'award', order: 'before', verb: word, from: ahead.from, to, rule: 'title to be won' },
        ahead.from,
        to,
      )
    }
  }

  private underWay(phrase: Run): void {
    this.speakOfObject(phrase)
    const worked = workedOnIn(this.words, phrase)
    if (worked.length > 0) this.last = worked
    worked.forEach((each, i) => {
      const span = spanOver(phrase, worked, i)
      this.found.push({
        ...span,
        subject: each.subject,
        event: 'progress',
        due: null,
        noSuchDay: false,
        rule: 'work under way',
      })
    })
  }

  /** 对A进行改造 tells no event, but what follows speaks of A. */
  private speakOfObject(phrase: Run): void {
    const said = this.words.slice(phrase.from, phrase.to)
    const object = /^(?:对|将|把)([^,]{2,24})(?:进行|实施|开展|整体)/.exec(said)?.[1]
    if (!object) return
    const from = phrase.from + 1
    this.last = namedIn(this.words, [{ from, to: from + object.length }])
  }

  private emit(named: readonly Named[], telling: Telling, carried: boolean): void {
    const dated = this.dateOf(telling) !== undefined
    const fit = (each: Named): boolean =>
      isPromised(telling.event, { ...each, order: telling.order, verb: telling.verb, dated })
    const own = named.filter((each) => fit(each) && (this.named.length === 0 || each.listed || isNamed(each.subject)))
    // 主体, 可研 and the like name no thing: they are parts of what the passage is about.
    const isPart = own.length === 0 && named.length > 0 && named.every(({ subject }) => !isNamed(subject))
    const promised = isPart ? (this.named.length > 0 ? this.named : this.last).filter(fit) : own
    if (promised.length === 0) return
    if (carried && telling.event === 'operate') this.dropCompleted(promised)
    promised.forEach((each, i) => {
      const { start, end } = spanOver(telling, promised, i)
      this.add(each, telling, start, end)
    })
    this.last = promised
  }

  private add(thing: Named, telling: Telling, start: number, end: number): void {
    const { event, rule } = telling
    const date = this.dateOf(telling)
    const dated = { due: date?.due ?? null, noSuchDay: date?.noSuchDay ?? false }
    this.found.push({ start, end, subject: thing.subject, event, ...dated, rule })
  }

  /** The last date that the phrase of the telling names. */
  private dateOf({ from, to, datedFrom = from }: Telling): FoundDate | undefined {
    const first = Math.min(datedFrom, this.phraseStart(datedFrom))
    return this.dues.findLast((each) => each.start >= first && each.end <= to)
  }

  /** 完成A建设，9月1日前投入使用 promises one end, the use; the building has no date of its own. */
  private dropCompleted(things: readonly Named[]): void {
    const subjects = new Set(things.map(({ subject }) => subject))
    this.found = this.found.filter(
      ({ event, due, subject }) => event !== 'complete' || due !== null || !subjects.has(subject),
    )
  }

  private unsuffixed(run: Run): Run {
    const tail = this.words.slice(Math.max(run.from, run.to - 8), run.to)
    const to = run.to - (/(?:等?(?:工程)?建设|施工)?(?:工作|任务)?$/.exec(tail)?.[0].length ?? 0)
    return to - run.from >= 2 ? { from: run.from, to } : run
  }

  private phraseStart(at: number): number {
    let from = at
    while (from > 0 && !/[,，;；。、:：]/.test(this.words[from - 1] as string)) from--
    return from
  }
}
