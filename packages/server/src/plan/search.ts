import type { SearchGroup, SearchHit, SearchKind } from '@guatu/contract'
import { excerptOf, type Instant, saysAll, type Words } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { type AdoptedPlan, planAsOf, versionsOf } from './plan-store.ts'
import { namedSources } from './source-store.ts'

/** One thing of a plan by all that it says. */
interface Said {
  readonly kind: SearchKind
  readonly id: string
  readonly year: number | null
  readonly task: string | null
  readonly title: string
  readonly note: Words
  /** What it says beside its title. */
  readonly more: string
}

const sayings = ({ year, plan }: AdoptedPlan): readonly Said[] => {
  const note = { zh: `${year}年计划`, en: `plan of ${year}` }
  return [
    ...plan.areas.map(
      ({ number, title, short }): Said => ({
        kind: 'area',
        id: String(number),
        year,
        task: null,
        title,
        note,
        more: short,
      }),
    ),
    ...plan.tasks.flatMap((task): Said[] => [
      {
        kind: 'task',
        id: task.key,
        year,
        task: null,
        title: `${task.number} ${task.title}`,
        note,
        more: [task.sentence, [...task.lead, ...task.support, ...task.leaders].join('、')].join('\n'),
      },
      ...task.targets.map(
        ({ code, subject }): Said => ({
          kind: 'target',
          id: code,
          year,
          task: task.key,
          title: `${code} ${subject}`,
          note: { zh: `${note.zh} ${task.title}`, en: `${note.en}, ${task.title}` },
          more: '',
        }),
      ),
    ]),
  ]
}

/** How many versions of plans are held in words; a version once frozen says the same for ever. */
const versionsHeld = 200

export interface PlanSearch {
  /** What has all of the words in the newest plan of each year, and among the papers, so many of a kind. */
  find(tx: Tx, asked: PlanAsked): Promise<readonly SearchGroup[]>
}

export interface PlanAsked {
  readonly officeId: string
  readonly now: Instant
  readonly words: readonly string[]
  readonly limit: number
}

const hitOf = (words: readonly string[], { id, year, task, title, note, more }: Said): SearchHit => ({
  id,
  year,
  task,
  title,
  note,
  says: saysAll(words, [title]) ? null : { label: null, text: excerptOf(more, words) },
})

const groupOf = (kind: SearchKind, found: readonly Said[], { words, limit }: PlanAsked): SearchGroup => ({
  kind,
  hits: found.slice(0, limit).map((said) => hitOf(words, said)),
  more: found.length > limit,
})

async function saidBySources(tx: Tx, officeId: string): Promise<readonly Said[]> {
  const sources = [...(await namedSources(tx, officeId)).values()].toSorted((a, b) => (a.datedOn < b.datedOn ? 1 : -1))
  return sources.map(({ id, title, datedOn }) => ({
    kind: 'source',
    id,
    year: null,
    task: null,
    title,
    note: { zh: datedOn, en: datedOn },
    more: '',
  }))
}

/** Looks words up in the plans and papers themselves: there are few of them, so that no index is needed. */
export function planSearch(): PlanSearch {
  const held = new Map<string, readonly Said[]>()

  async function saidIn(tx: Tx, officeId: string, year: number, version: number, now: Instant) {
    const name = `${officeId} ${year} ${version}`
    const before = held.get(name)
    if (before) return before
    const adopted = await planAsOf(tx, officeId, year, now)
    if (!adopted) return []
    const said = sayings(adopted)
    const [oldest] = held.keys()
    if (held.size >= versionsHeld && oldest !== undefined) held.delete(oldest)
    held.set(`${officeId} ${year} ${adopted.version}`, said)
    return said
  }

  return {
    async find(tx, asked) {
      const { officeId, now, words } = asked
      const said: Said[] = []
      for (const { year, version } of await versionsOf(tx, officeId))
        said.push(...(await saidIn(tx, officeId, year, version, now)))
      said.push(...(await saidBySources(tx, officeId)))
      const found = said.filter(({ title, more }) => saysAll(words, [title, more]))
      const kinds = ['area', 'task', 'target', 'source'] as const
      return kinds.map((kind) =>
        groupOf(
          kind,
          found.filter((one) => one.kind === kind),
          asked,
        ),
      )
    },
  }
}
