import type { AsOf, Instant, Problem } from '@guatu/core/shared'
import { instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { writtenOut } from './read-reading.ts'

/** 未收的读数: what a system has sent and was not taken, with the reason it was given. */
export interface RefusedReading {
  readonly systemId: string
  readonly series: string
  readonly period: string
  /** As sent; empty where it was no figure. */
  readonly value: string
  readonly code: string
  readonly saysZh: string
  readonly saysEn: string
  readonly nextZh: string
  readonly nextEn: string
  readonly knownAt: Instant
}

const sentMax = 40

type Sent = Readonly<Record<string, unknown>>

/** What may be kept of what was sent: short words, and nothing but a figure where a figure belongs. */
function seenOf(body: unknown): Pick<RefusedReading, 'series' | 'period' | 'value'> {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Sent
  const named = (field: string, form: RegExp) => {
    const said = sent[field]
    return typeof said === 'string' && said.length <= sentMax && form.test(said) ? said : ''
  }
  const { value } = sent
  const figure = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return {
    series: named('series', /^[A-Za-z0-9._-]+$/),
    period: named('period', /^[\d-]+$/),
    value: figure.length <= sentMax && writtenOut.test(figure) ? figure : '',
  }
}

/** The reason without what was sent, unless that is a figure: what is no figure may be anything. */
function withoutText(body: unknown, words: string): string {
  const { value, numerator, denominator } = (typeof body === 'object' && body !== null ? body : {}) as Sent
  const texts = [value, numerator, denominator].filter((sent) => typeof sent === 'string' && sent.trim() !== '')
  return texts.reduce<string>(
    (said, text) => (writtenOut.test(String(text).trim()) ? said : said.replaceAll(String(text).trim(), '…')),
    words,
  )
}

/** Keeps readings that were refused. The same one with the same reason is kept once. */
export async function keepRefusals(
  tx: Tx,
  officeId: string,
  systemId: string,
  refused: readonly { readonly body: unknown; readonly problem: Problem }[],
  knownAt: Instant,
): Promise<void> {
  if (refused.length === 0) return
  await tx
    .insertInto('refusedReading')
    .values(
      refused.map(({ body, problem: { code, says, next } }) => ({
        officeId,
        id: newId(),
        systemId,
        ...seenOf(body),
        code,
        saysZh: withoutText(body, says.zh),
        saysEn: withoutText(body, says.en),
        nextZh: next.zh,
        nextEn: next.en,
        knownAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const shownMax = 50

/** The last readings of each system that were refused by a moment, the newest first. */
export async function refusalsOf(
  tx: Tx,
  officeId: string,
  { knownAt }: Pick<AsOf, 'knownAt'>,
): Promise<RefusedReading[]> {
  const { rows } = await sql<RefusedReading>`
    select r.system_id, r.series, r.period, r.value, r.code, r.says_zh, r.says_en, r.next_zh, r.next_en, r.known_at
    from source_system s cross join lateral (
      select * from refused_reading one where one.office_id = s.office_id and one.system_id = s.id
        and one.known_at <= ${knownAt}
      order by one.known_at desc, one.id desc limit ${shownMax}) r
    where s.office_id = ${officeId}`.execute(tx)
  return rows.map((row) => ({ ...row, knownAt: instant(new Date(row.knownAt).toISOString()) }))
}
