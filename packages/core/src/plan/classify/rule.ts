import type { ContextKind } from '../plan.ts'
import type { Seen } from '../seen.ts'

/** One reason why a number promises nothing. The first rule of the list that holds decides. */
export interface ContextRule {
  readonly name: string
  readonly kind: ContextKind
  readonly holds: (seen: Seen) => boolean
}

export const rule = (name: string, kind: ContextKind, holds: (seen: Seen) => boolean): ContextRule => ({
  name,
  kind,
  holds,
})

/** The text directly before the digits, a comparator included. */
export const justBefore = ({ text, mention }: Seen, characters: number): string =>
  text.slice(Math.max(0, mention.numberStart - characters), mention.numberStart)

/** The text directly behind number and unit, a comparator included. */
export const justAfter = ({ text, mention }: Seen, characters: number): string =>
  text.slice(mention.coreEnd, mention.coreEnd + characters)

export const isChinese = ({ mention }: Seen): boolean => mention.script === 'chinese'
/** Per cent, tenths and fractions are proportions whatever numerals they are written in. */
export const isProportion = ({ mention }: Seen): boolean => mention.unitKind === 'rate' || mention.unitKind === 'points'
export const isCounted = ({ mention }: Seen): boolean => mention.unitKind === 'count' || mention.unitKind === 'people'
export const isMeasured = ({ mention }: Seen): boolean => mention.unitKind === 'money' || mention.unitKind === 'size'
/** A noun follows, so that the number is part of what the noun is called. */
export const nounFollows = (seen: Seen): boolean => /^[一-龥"“]/.test(seen.after) && !goesOn.test(seen.after)
const goesOn = /^(?:[和及与或并且以其至]|用于|支持|分别|左右|以上|以下|任务|目标)/
