import type { Bindings, BoundTargets, Entry, EvidenceBrought } from '@guatu/contract'
import { filesForm, type StoryOffice } from './office.ts'

/** The id and code of the target whose figure is said with these words. */
export async function targetSaying(office: StoryOffice, words: string): Promise<{ id: string; code: string }> {
  const { targets } = await (await office.as('督查专员')).get<Bindings>('/api/plans/2023/bindings')
  const found = targets.find(({ says }) => says.includes(words))
  if (!found) throw new Error(`no target says ${words}`)
  return found
}

/** Has indicators give the numbers of targets, as the supervision clerk confirms it. */
export async function bind(
  office: StoryOffice,
  ...wishes: readonly (readonly [target: string, indicator: string | null])[]
): Promise<BoundTargets> {
  const clerk = await office.as('督查专员')
  const { version } = await clerk.get<Bindings>('/api/plans/2023/bindings')
  const bindings = wishes.map(([target, indicator]) => ({ target, indicator }))
  return clerk.post('/api/plans/2023/bindings', { bindings, because: '按指标取数' }, { version })
}

/** Brings a file and says it as a cell of a column of evidence. */
export async function proofOf(office: StoryOffice, name: string, evidenceClass = 'E4'): Promise<string> {
  const form = filesForm(new File([`${name}：现场核对无误`], `${name}.txt`))
  const asked = { method: 'POST', path: '/api/evidence', form } as const
  const { body } = await (await office.as('经办人')).ask<EvidenceBrought>(asked)
  return `${evidenceClass}:${body.files[0]?.evidence?.id ?? ''}`
}

/** An event that was held and recorded, as the register of events has it. */
export async function heldEvent(
  office: StoryOffice,
  title: string,
  on: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Entry> {
  const values = {
    community: '东岸社区',
    leadUnit: '公共事务中心',
    title,
    eventType: 'civPractice',
    startAt: `${on} 09:30`,
    endAt: `${on} 10:30`,
    minutes: '60',
    venueText: '东岸小学',
    venueType: 'campus',
    attendance: '30',
    attendanceBasis: 'headcount',
    ...more,
  }
  const status = more.evidence ? 'recorded' : 'held'
  return (await office.as('经办人')).post('/api/registers/event/entries', { values, status })
}

export async function verifyIn(office: StoryOffice, register: string, ...entries: readonly Entry[]): Promise<void> {
  const ids = entries.map(({ id }) => id)
  const head = await office.as('科室负责人')
  const { verified } = await head.post<{ verified: number }>(`/api/registers/${register}/verify`, { ids })
  if (verified !== ids.length) throw new Error(`${verified} of ${ids.length} rows were verified`)
}
