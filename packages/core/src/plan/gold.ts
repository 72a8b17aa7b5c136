import type { Decimal } from '../shared/index.ts'
import type { PlanReading } from './plan.ts'

/** A row of the format in which labelled reports are kept: one object a line. */
export type GoldRow = Readonly<Record<string, unknown>>

/** A reading as rows of the label format: the structure first, the others in text order. */
export function goldRows(doc: string, text: string, reading: PlanReading): GoldRow[] {
  const numberOf = new Map(reading.tasks.map(({ key, number }) => [key, number === null ? null : numeric(number)]))
  const row = (
    role: string,
    { at, task }: { at: { start: number; end: number }; task: string | null },
    fields: GoldRow,
  ): GoldRow => ({
    doc,
    task: (task === null ? null : numberOf.get(task)) ?? null,
    role,
    quote: text.slice(at.start, at.end),
    start: at.start,
    ...fields,
  })
  const rows = [
    ...reading.targets.map((each) =>
      row('target', each, {
        comparator: each.comparator,
        value: figure(each.value),
        ...(each.valueTo === null ? {} : { value2: figure(each.valueTo) }),
        unit: each.unit,
        basis: each.basis,
        subject: each.subject,
        ...(each.stretch ? { stretch: true } : {}),
        ...(each.down ? { direction: 'down' } : {}),
        ...(each.due === null ? {} : { due: each.due }),
      }),
    ),
    ...reading.context.map((each) => row('context', each, { kind: each.kind })),
    ...reading.milestones.map((each) =>
      row('milestone', each, {
        subject: each.subject,
        event: each.event,
        ...(each.due === null ? {} : { due: each.due }),
      }),
    ),
    ...reading.owners.map((each) =>
      row('owner', each, { lead: each.lead, support: each.support, leaders: each.leaders }),
    ),
    ...reading.deadlines.map((each) => row('deadline', each, { due: each.due })),
  ].sort((a, b) => (a.start as number) - (b.start as number))
  return [structureOf(doc, reading), ...rows]
}

/** `17` as a number, `2-3` as it stands; the label format writes 2.3 so too. */
const numeric = (number: string): number | string =>
  /^\d+$/.test(number) ? Number(number) : number.replaceAll('.', '-')

/** The label format holds JSON numbers; nothing is compared with them here. */
const figure = (value: Decimal): number => Number(value)

function structureOf(doc: string, reading: PlanReading): GoldRow {
  const areas = reading.areas.map(({ title }) => title)
  const inArea = (area: number | null): number => reading.tasks.filter((task) => task.area === area).length
  const parents = reading.areas.map(({ parent }) => parent)
  return {
    doc,
    role: 'structure',
    areas,
    tasks: areas.length > 0 ? areas.map((_, i) => inArea(i)) : [reading.tasks.length],
    numbered: reading.numbered,
    ...(parents.some((parent) => parent !== null) ? { parents } : {}),
  }
}
