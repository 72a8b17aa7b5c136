import type { NewSeries, SourceSystems } from '@guatu/contract'
import { DateField } from '../../ui/DateField.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { NumberField, TextField } from '../../ui/TextField.tsx'
import { m, say } from '../../words/index.ts'
import { type Period, periodWords, wholeStreet } from './series-words.ts'

/** A series as it is typed: the days of grace are text until it is sent. */
export type TypedSeries = Omit<NewSeries, 'lagDays' | 'lowest' | 'highest'> &
  Readonly<Record<'lagDays' | 'lowest' | 'highest', string>>

export const emptySeries = (today: string, { usualLagDays }: SourceSystems): TypedSeries => ({
  code: '',
  measure: '',
  community: wholeStreet,
  place: '',
  periodType: 'month',
  unit: '',
  lagDays: String(usualLagDays.month),
  rhythmSource: '',
  from: today,
  lowest: '',
  highest: '',
})

export const seriesFrom = ({ lagDays, lowest, highest, ...typed }: TypedSeries): NewSeries => ({
  ...typed,
  ...(lowest.trim() === '' ? {} : { lowest: lowest.trim() }),
  ...(highest.trim() === '' ? {} : { highest: highest.trim() }),
  lagDays: /^\d+$/.test(lagDays) ? Number(lagDays) : -1,
})

/** What is wrong with a field of this name that holds this. */
export type Wrong = (field: string, value: string) => string | undefined

/** Whether nothing that is needed was left empty. */
export const isWhole = ({ code, measure, unit, lagDays, rhythmSource, from }: TypedSeries): boolean =>
  [code, measure, unit, lagDays, rhythmSource, from].every((text) => text.trim() !== '')

interface FieldsProps {
  readonly sources: SourceSystems
  readonly value: TypedSeries
  readonly onChange: (value: TypedSeries) => void
  readonly wrong: Wrong
}

/** One number that a system is to report, and when it is expected. */
export function SeriesFields({ sources, value, onChange, wrong }: FieldsProps) {
  const { measures, communities, usualLagDays } = sources
  const set = (part: Partial<TypedSeries>) => onChange({ ...value, ...part })
  const measure = measures.find(({ id }) => id === value.measure)
  const every = measure?.every ?? (Object.keys(periodWords) as Period[])
  const choose = (id: string) => {
    const { unit = '', every: [first = value.periodType] = [] } = measures.find((one) => one.id === id) ?? {}
    const fits = measures.find((one) => one.id === id)?.every.includes(value.periodType)
    const periodType = fits ? value.periodType : first
    set({ measure: id, unit, periodType, lagDays: String(usualLagDays[periodType]), lowest: '', highest: '' })
  }
  const boundHint = (known: string | null | undefined) =>
    known === null || known === undefined
      ? m.source_systems_bound_needed()
      : m.source_systems_bound_known({ figure: known, unit: measure?.unit ?? '' })
  return (
    <>
      <SelectField
        label={m.source_systems_measure()}
        required
        value={value.measure === '' ? null : value.measure}
        onChange={choose}
        choices={measures.map(({ id, label }) => ({ value: id, label: say(label) }))}
        error={wrong('measure', value.measure)}
      />
      <TextField
        label={m.source_systems_unit_of()}
        required
        maxLength={20}
        value={value.unit}
        onChange={(unit) => set({ unit })}
        error={wrong('unit', value.unit)}
      />
      <TextField
        label={m.source_systems_code()}
        hint={m.source_systems_code_hint()}
        required
        maxLength={40}
        value={value.code}
        onChange={(code) => set({ code })}
        error={wrong('code', value.code)}
      />
      <SelectField
        label={m.source_systems_community()}
        required
        value={value.community}
        onChange={(community) => set({ community })}
        choices={[
          { value: wholeStreet, label: m.source_systems_street() },
          ...communities.map((name) => ({ value: name, label: name })),
        ]}
      />
      <SelectField
        label={m.source_systems_period()}
        required
        value={value.periodType}
        onChange={(periodType) => set({ periodType, lagDays: String(usualLagDays[periodType]) })}
        choices={every.map((period) => ({ value: period, label: periodWords[period]() }))}
      />
      <NumberField
        label={m.source_systems_lag()}
        hint={m.source_systems_lag_hint()}
        required
        value={value.lagDays}
        onChange={(lagDays) => set({ lagDays })}
        error={wrong('lagDays', value.lagDays)}
      />
      <TextField
        label={m.source_systems_rhythm_source()}
        required
        maxLength={200}
        value={value.rhythmSource}
        onChange={(rhythmSource) => set({ rhythmSource })}
        error={wrong('rhythmSource', value.rhythmSource)}
      />
      <DateField
        label={m.source_systems_from()}
        required
        value={value.from}
        onChange={(from) => set({ from })}
        error={wrong('from', value.from)}
      />
      <NumberField
        label={m.source_systems_lowest()}
        hint={boundHint(measure?.lowest)}
        required={measure?.lowest === null}
        value={value.lowest}
        onChange={(lowest) => set({ lowest })}
        error={wrong('lowest', value.lowest)}
      />
      <NumberField
        label={m.source_systems_highest()}
        hint={boundHint(measure?.highest)}
        required={measure?.highest === null}
        value={value.highest}
        onChange={(highest) => set({ highest })}
        error={wrong('highest', value.highest)}
      />
    </>
  )
}
