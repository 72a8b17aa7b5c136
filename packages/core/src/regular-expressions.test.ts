import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSafe } from 'redos-detector'
import { describe, expect, test } from 'vitest'

const root = import.meta.dirname

interface Literal {
  readonly file: string
  readonly expression: RegExp
}

// A stroke after one of these begins an expression; after a name, a number or a closing bracket it divides.
const beforeExpression = /(?:^|[=(,:;[!&|?{}+>]|\breturn|\btypeof)\s*$/
const literal = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/y

/** Where a comment, a string or a template that begins at `from` ends; `from` where none begins there. */
function skipped(code: string, from: number): number {
  if (code.startsWith('//', from)) return ends(code, '\n', from + 2)
  if (code.startsWith('/*', from)) return ends(code, '*/', from + 2)
  const quote = code[from] ?? ''
  if (!`'"\``.includes(quote) || quote === '') return from
  let at = from + 1
  while (at < code.length && code[at] !== quote) at += code[at] === '\\' ? 2 : 1
  return at + 1
}

function ends(code: string, mark: string, from: number): number {
  const found = code.indexOf(mark, from)
  return found < 0 ? code.length : found + mark.length
}

function expressionsIn(code: string): readonly RegExp[] {
  const found: RegExp[] = []
  for (let at = 0; at < code.length; ) {
    const behind = skipped(code, at)
    if (behind > at) {
      at = behind
      continue
    }
    literal.lastIndex = at
    const match =
      code[at] === '/' && beforeExpression.test(code.slice(Math.max(0, at - 40), at)) ? literal.exec(code) : null
    if (match) found.push(new RegExp(match[1] ?? '', match[2]))
    at = match ? literal.lastIndex : at + 1
  }
  return found
}

/**
 * Whether the work at one place of the text is not bounded by the expression itself: something repeats without end, or
 * a group repeats so often that two ways to match one round would multiply. Other expressions cost a constant a place.
 */
function repeatsFreely(expression: RegExp): boolean {
  const plain = expression.source.replaceAll(/\\./g, 'e').replaceAll(/\[[^\]]*\]/g, 'c')
  const group = Array.from(plain.matchAll(/\)\{\d+,?(\d*)\}/g), (found) => Number(found[1] || found[0].slice(2, -1)))
  return /[^(][*+]|\{\d+,\}/.test(plain) || group.some((rounds) => rounds > groupRoundsMax)
}

const groupRoundsMax = 8
// Ways to match one piece of text over again, when something repeats freely. Without end, the check says infinite.
const scoreMax = 200
const stepsMax = 5_000

/**
 * Checks the work that begins at any one place of a text: it may look ahead, but never try the same words twice over.
 * From place to place the work adds up; that reading stays linear in the report is measured on long reports.
 */
function workAtOnePlace({ source }: RegExp): ReturnType<typeof isSafe> {
  return isSafe(new RegExp(`^(?:${source})`), { maxScore: scoreMax, maxSteps: stepsMax })
}

/** Texts that an expression may stumble over: its own words, one or two by turns, then something it does not expect. */
function hardTexts({ source }: RegExp, characters: number): readonly string[] {
  const words = new Set(source.match(/[\u4e00-\u9fff]{1,4}|[A-Za-z0-9]|[，、；。（(《【“"'\s]/g) ?? [])
  const pieces = [...words, '1', ' ', ',', '(', ')'].slice(0, 24)
  const pairs = pieces.flatMap((piece, i) => [piece, piece + (pieces[i + 1] ?? pieces[0] ?? '')])
  return pairs.map((piece) => `${piece.repeat(Math.ceil(characters / piece.length))}\u0001`)
}

/** Milliseconds of processor time for the hardest of its texts, growing until it is plain that they run away. */
function triedOnHardTexts(expression: RegExp): number {
  let worst = 0
  for (let characters = 8; characters < 600; characters = Math.ceil(characters * 1.1)) {
    for (const text of hardTexts(expression, characters)) {
      const before = process.cpuUsage()
      text.search(expression)
      worst = Math.max(worst, process.cpuUsage(before).user / 1_000)
      if (worst > hardTextMsMax) return worst
    }
  }
  return worst
}

const hardTextMsMax = 250

const literals: readonly Literal[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => expressionsIn(readFileSync(join(root, file), 'utf8')).map((expression) => ({ file, expression })))

describe('no text can make a regular expression run away', () => {
  test('the finder sees expressions and leaves strings, comments and divisions alone', () => {
    const code = "const a = /x+/g // not /y/ \nconst b = c / d / e\nconst s = '/z/'\nreturn /[/]\\d/u.test(s)"
    expect(expressionsIn(code).map(String)).toEqual(['/x+/g', '/[/]\\d/u'])
    expect(literals.length).toBeGreaterThan(50)
  })

  test('what repeats within bounds needs no check, what repeats freely does', () => {
    expect([/[^,]{0,16}$/, /(?:a|b)?$/, /(?:ab){1,8}/, /[+*]/, /\+/].map(repeatsFreely)).not.toContain(true)
    expect([/a+/, /[^,]*$/, /\d{2,}/, /(?:a|aa){0,300}b/].map(repeatsFreely)).not.toContain(false)
  })

  test.each([/(?:a+)+$/, /x*x*y/, /(?:a|ab|b)*c/])('the check refuses %s', (expression) => {
    expect(workAtOnePlace(expression).safe).toBe(false)
  })

  test.each([/(?:a+)+$/, /^(?:由.{1,14})+x/])('the trial refuses %s', (expression) => {
    expect(triedOnHardTexts(expression)).toBeGreaterThan(hardTextMsMax)
  })

  // The check counts ways and gives up early: what it cannot clear is tried.
  test.each(literals.filter(({ expression }) => repeatsFreely(expression)))(
    '$file: $expression',
    ({ expression }) => {
      if (!workAtOnePlace(expression).safe) expect(triedOnHardTexts(expression)).toBeLessThan(hardTextMsMax)
    },
    30_000,
  )
})
