import { measuresOf } from '@guatu/core/indicator'
import type { Instant, Words } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { type Catalogue, indicatorOf } from './catalogue.ts'
import { boundTargets } from './targets-served.ts'

/** Where the rows are kept that an indicator counts, in the words of their registers. */
function keptIn(indicator: string, { measures, ...catalogue }: Catalogue): Words {
  const found = indicatorOf({ measures, ...catalogue }, indicator)
  const registers = (found ? measuresOf(found.of) : []).flatMap((id) => measures.get(id)?.register ?? [])
  const inLanguage = (language: 'zh' | 'en', between: string) =>
    [...new Set(registers.map((label) => label[language]))].join(between)
  return { zh: inLanguage('zh', '、'), en: inLanguage('en', ', ') }
}

/** Targets that an indicator gives the number of, and what to say of a row that names one itself: it will not count. */
export async function notCountedIn(
  tx: Tx,
  officeId: string,
  now: Instant,
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, Words>> {
  const bound = await boundTargets(tx, officeId, { knownAt: now })
  return new Map(
    bound.flatMap(({ target: { id, code }, indicator }): [string, Words][] => {
      const label = indicatorOf(catalogue, indicator)?.label
      if (!label) return []
      const { zh, en } = keptIn(indicator, catalogue)
      return [
        [
          id,
          {
            zh: `${code}按指标「${label.zh}」取数，这一行存下也不计入；要计入，请填${zh}。`,
            en: `The indicator “${label.en}” gives the number of ${code}: this row will not count. To be counted, enter it in: ${en}.`,
          },
        ],
      ]
    }),
  )
}
