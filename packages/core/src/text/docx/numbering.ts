import { child, childrenNamed, elements, numberAt, switchAt, valueAt, type XmlNode } from '../xml.ts'
import { formatNumber } from './number-format.ts'
import type { Styles } from './styles.ts'
import { plainMark } from './symbols.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly pattern: string | undefined
  readonly text: string
  /** Starts anew after a level of this rank (1 is the top) or above it; 0 never; undefined after any above. */
  readonly restart: number | undefined
  readonly allDecimal: boolean
  readonly font: string
  readonly styleId: string | undefined
}

type Levels = ReadonlyMap<number, Level>

export interface List {
  /** Lists that share this share their counters. */
  readonly abstractId: string
  readonly levels: Levels
  readonly starts: ReadonlyMap<number, number>
}

function readLevel(node: XmlNode): Level {
  // A format that only newer programs know stands beside one that all know, in an alternative.
  const alternative = child(node, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt')
  const format = alternative ?? child(node, 'w:numFmt')
  return {
    start: numberAt(node, 'w:start') ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    pattern: format?.attributes['w:format'],
    text: valueAt(node, 'w:lvlText') ?? '',
    restart: numberAt(node, 'w:lvlRestart'),
    allDecimal: switchAt(node, 'w:isLgl') ?? false,
    font: child(node, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'] ?? '',
    styleId: valueAt(node, 'w:pStyle'),
  }
}

const levelNumber = (node: XmlNode): number => Number(node.attributes['w:ilvl'] ?? '0')

const readLevels = (node: XmlNode | undefined): Levels =>
  new Map(childrenNamed(node, 'w:lvl').map((level) => [levelNumber(level), readLevel(level)]))

export type Lists = ReadonlyMap<string, List>

/** Reads numbering.xml into its lists, by number id. */
export function readLists(root: XmlNode | undefined, styles: Styles): Lists {
  const abstracts = new Map(
    childrenNamed(root, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'] ?? '', node]),
  )
  const nums = new Map(childrenNamed(root, 'w:num').map((node) => [node.attributes['w:numId'] ?? '', node]))

  /** A definition may only name a numbering style; the levels then stand where that style's own list is defined. */
  function abstractOf(num: XmlNode, hops = 0): string {
    const id = valueAt(num, 'w:abstractNumId') ?? ''
    const linked = valueAt(abstracts.get(id), 'w:numStyleLink')
    const next = linked === undefined ? undefined : nums.get(styles.numIdOf(linked) ?? '')
    return next && hops < 10 ? abstractOf(next, hops + 1) : id
  }

  function listOf(num: XmlNode): List {
    const abstractId = abstractOf(num)
    const levels = new Map(readLevels(abstracts.get(abstractId)))
    const starts = new Map<number, number>()
    for (const override of elements(num).filter((node) => node.name === 'w:lvlOverride')) {
      const level = child(override, 'w:lvl')
      const start = numberAt(override, 'w:startOverride')
      if (level) levels.set(levelNumber(override), readLevel(level))
      if (start !== undefined) starts.set(levelNumber(override), start)
    }
    return { abstractId, levels, starts }
  }

  return new Map([...nums].map(([id, num]) => [id, listOf(num)]))
}

export interface Numbered {
  readonly numId: string
  readonly level: number
}

/** Counts the automatic numbers of one story, paragraph by paragraph, in the order they are printed. */
export function makeNumbering(lists: Lists) {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const startOf = (list: List, level: number): number => list.starts.get(level) ?? list.levels.get(level)?.start ?? 0

  function advance(list: List, { numId, level }: Numbered): (number | undefined)[] {
    const counts = counters.get(list.abstractId) ?? []
    counters.set(list.abstractId, counts)
    const key = `${numId}/${level}`
    // A list with a start of its own begins there the first time it is met, whatever its kin have counted.
    const begins = list.starts.has(level) && !begun.has(key)
    begun.add(key)
    const count = counts[level]
    counts[level] = begins || count === undefined ? startOf(list, level) : count + 1
    for (const [deeper, definition] of list.levels) {
      if (deeper > level && level + 1 <= (definition.restart ?? deeper)) counts[deeper] = undefined
    }
    return counts
  }

  function print(list: List, at: number, counts: readonly (number | undefined)[]): string {
    const own = list.levels.get(at)
    if (!own) return ''
    if (own.format === 'bullet') return plainMark(own.text, own.font)
    return own.text.replace(/%([1-9])/g, (_, rank: string) => {
      const level = Number(rank) - 1
      const definition = list.levels.get(level) ?? own
      const format = own.allDecimal ? 'decimal' : definition.format
      return formatNumber(counts[level] ?? startOf(list, level), format, definition.pattern)
    })
  }

  return {
    /** The level of a list that is tied to a paragraph style. */
    levelOfStyle: (numId: string, styleId: string): number | undefined =>
      [...(lists.get(numId)?.levels ?? [])].find(([, level]) => level.styleId === styleId)?.[0],
    /** The number printed before the next paragraph of a list, without a space behind it; null for no such list. */
    next(numbered: Numbered): string | null {
      const list = lists.get(numbered.numId)
      return list ? print(list, numbered.level, advance(list, numbered)).trimEnd() : null
    },
  }
}

export type Numbering = ReturnType<typeof makeNumbering>
