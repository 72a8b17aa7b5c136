import {
  eagerly,
  eagerlyBeforeVerb,
  endsOpen,
  happening,
  leansForward,
  measuring,
  startsOpen,
  tails,
  verbs,
} from './title-words.ts'
import { wordsIn } from './word-bounds.ts'

/** The longest title a slip of the wall holds. */
export const titleMax = 12
const least = 4
const roundsMax = 4

const figures =
  /(?:不少于|不低于|不超过|超过?|约|达到?)?(?<![A-Za-z\d.第])\d[\d.,]*(?:[-—~至到]\d[\d.,]*)?(?:余|多)?[万亿千百]*(?:平方公里|平方米|公里|米|亩|公顷|美元|元|吨|个百分点|个工作日|工作日|天|%|％|个|家|处|条|座|场|项|套|件|户|人次|人|名|台|所|批|栋|幢|间)(?:以上|以下|以内|左右)?/g
const dates =
  /(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号])?[初中底末]?|年[底末内]|[上下]半年(?![度])|第?[一二三四]季度[末底]?|秋季(?:学期)?(?:开学)?)(?:之?前|以前)?/g

// 总投资5亿元的泵站: without its figure, the size says nothing.
const sizeOfThing = /^[^、的]{0,6}(?:投资|占地|面积|用地|年产|全长|长)的/

/**
 * Shortens a clause to a title of at most twelve characters that keeps whole words: the phrase with its verb where that
 * fits, else its object, else the words at its end, since a Chinese phrase names its thing last.
 */
export function shortTitle(clause: string): string {
  const phrase = withoutHappening(withoutEagerness(withoutFigures(firstPhrase(clause))))
  return [...shorter(phrase), ...quoted(clause)].find(fits) ?? lastWords(withoutVerb(phrase))
}

const fits = (title: string): boolean => title.length >= 2 && title.length <= titleMax && !endsOpen.test(title)

/** A phrase ever shorter, as long as it stays one that a reader takes for whole. */
function shorter(phrase: string): string[] {
  const bare = phrase.replace(tails, '')
  const object = withoutVerb(bare)
  const behind = object.slice(object.lastIndexOf('的') + 1)
  const [first = ''] = bare.split('、')
  const list = first.length > least && !/^[在对为以把]/.test(first) ? [first] : []
  return [phrase, bare, object, ...[behind, ...list, ...joined(bare), ...joined(object)].filter(isEnough)]
}

const isEnough = (title: string): boolean => title.length >= least

/** 播种面积稳定在、总产量: each part of a list without the words that led up to its figure. */
const withoutMeasuring = (words: string): string =>
  words
    .split('、')
    .map((part) => part.replace(measuring, ''))
    .join('、')

/** What stands before 和, 及 or 与, where that is a word of its own. */
function joined(phrase: string): string[] {
  const words = wordsIn(phrase)
  const at = words.findIndex((word) => /^(?:以及|和|及|与|并)$/.test(word))
  return at > 0 ? [words.slice(0, at).join('')] : []
}

/** From the last opening quotation mark on: what is quoted is never cut. */
const quoted = (clause: string): string[] => {
  const at = Math.max(clause.lastIndexOf('“'), clause.lastIndexOf('「'))
  return at < 0 ? [] : [withoutFigures(clause.slice(at))].filter(isEnough)
}

/** Dates, figures and brackets say little in a title. */
function withoutFigures(words: string): string {
  const said = words
    .replace(/[（(][^（()）]{0,40}[)）]/g, '')
    .replace(/[“”"'‘’《》「」]/g, '')
    .replace(dates, '')
  const rest = said.replace(figures, '')
  const plain = rest === said ? said : withoutMeasuring(rest).replace(sizeOfThing, '')
  return plain.replace(/^的/, '').length >= 2 ? plain : words
}

function firstPhrase(words: string): string {
  const parts = words.split(/[,，](?!\d{3})|[;；:：]/).filter((part) => part.length >= 2)
  return parts.find(isEnough) ?? parts[0] ?? words
}

function withoutEagerness(words: string): string {
  let rest = words
  for (let n = 0; n < roundsMax; n++) {
    const less = rest.replace(eagerly, '')
    const beforeVerb = less.replace(eagerlyBeforeVerb, '')
    const next = beforeVerb !== less && verbs.test(beforeVerb) ? beforeVerb : less
    if (next === rest || next.length < least) break
    rest = next
  }
  return rest
}

/** A thing that is to be finished or opened is called by its name. */
function withoutHappening(words: string): string {
  const thing = words.replace(happening, '')
  return isEnough(thing) && !verbs.test(thing) ? thing : words
}

/** The object of a phrase; 把 and 以 go with what follows them and are kept. */
function withoutVerb(words: string): string {
  const rest = words.replace(verbs, '')
  return rest.length >= least && !startsOpen.test(rest) ? rest : words
}

/** As many whole words from the end as a title holds. */
function lastWords(phrase: string): string {
  const words = wordsIn(phrase)
  let title = ''
  let best = ''
  for (const [i, word] of words.toReversed().entries()) {
    if (title.length + word.length > titleMax) break
    title = word + title
    const ahead = words.at(-i - 2) ?? ''
    const begins = /^[、和及与的]$/.test(ahead) || (word.length > 1 && !leansForward.test(ahead))
    if (begins && !startsOpen.test(title)) best = title
  }
  return best.length >= 2 ? best : phrase.slice(0, titleMax)
}
