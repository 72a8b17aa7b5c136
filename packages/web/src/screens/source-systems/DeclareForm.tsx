import type { Problem, SourceSystem, SourceSystems } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { declareSeries, declareSystem } from '../../api/source-systems.ts'
import { uuid } from '../../api/uuid.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { fieldOf, wrongWith } from '../../words/problem.ts'
import { emptySeries, isWhole, SeriesFields, seriesFrom, type Wrong } from './SeriesFields.tsx'
import styles from './source-systems.module.css'

interface FormProps {
  readonly sources: SourceSystems
  readonly today: string
  readonly onDone: () => void
}

/** Sends a form once, however often its button is pressed, and shows why it was refused. */
function useSending(onDone: () => void) {
  const queries = useQueryClient()
  const [key] = useState(() => uuid())
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asked, setAsked] = useState(false)
  const send = async (whole: boolean, doing: (key: string) => Promise<unknown>) => {
    setAsked(true)
    setProblem(null)
    if (!whole) return
    try {
      await doing(key)
    } catch (error: unknown) {
      return setProblem(problemOf(error))
    }
    toast(m.source_systems_done())
    await queries.invalidateQueries({ queryKey: ['source-systems'] })
    onDone()
  }
  /** What is wrong with a field, by its place in what is sent: left empty, or what the server says. */
  const wrong: Wrong = (field, value) => (asked && value.trim() === '' ? m.entry_missing() : wrongWith(problem, field))
  return { problem: problem && fieldOf(problem) === null ? problem : null, send, wrong }
}

function Frame({
  label,
  problem,
  onSend,
  children,
}: {
  readonly label: string
  readonly problem: Problem | null
  readonly onSend: () => void
  readonly children: ReactNode
}) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={styles.form} aria-label={label} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      {children}
      <div>
        <Button look="primary" type="submit">
          {m.source_systems_declare()}
        </Button>
      </div>
    </form>
  )
}

/** Declares a system with the first number that it reports. */
export function DeclareForm({ sources, today, onDone }: FormProps) {
  const [name, setName] = useState('')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [basis, setBasis] = useState('')
  const [series, setSeries] = useState(() => emptySeries(today, sources))
  const { problem, send, wrong } = useSending(onDone)
  const whole = isWhole(series) && [name, unitId ?? '', basis].every((text) => text.trim() !== '')
  const declare = () =>
    void send(whole, (key) => declareSystem({ name, unitId: unitId ?? '', basis, series: [seriesFrom(series)] }, key))
  return (
    <Frame label={m.source_systems_new()} problem={problem} onSend={declare}>
      <TextField
        label={m.source_systems_name()}
        hint={m.source_systems_name_hint()}
        required
        maxLength={60}
        value={name}
        onChange={setName}
        error={wrong('name', name)}
      />
      <SelectField
        label={m.source_systems_unit()}
        hint={m.source_systems_unit_hint()}
        required
        value={unitId}
        onChange={setUnitId}
        error={wrong('unitId', unitId ?? '')}
        choices={sources.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <TextField
        label={m.source_systems_basis()}
        hint={m.source_systems_basis_hint()}
        required
        maxLength={200}
        value={basis}
        onChange={setBasis}
        error={wrong('basis', basis)}
      />
      <SeriesFields
        sources={sources}
        value={series}
        onChange={setSeries}
        wrong={(field, value) => wrong(`series.0.${field}`, value)}
      />
    </Frame>
  )
}

/** Lets a system report one more number. */
export function SeriesForm({ system, sources, today, onDone }: FormProps & { readonly system: SourceSystem }) {
  const [series, setSeries] = useState(() => emptySeries(today, sources))
  const { problem, send, wrong } = useSending(onDone)
  const declare = () => void send(isWhole(series), (key) => declareSeries(system.id, seriesFrom(series), key))
  return (
    <Frame label={m.source_systems_series_new_named({ system: system.name })} problem={problem} onSend={declare}>
      <SeriesFields sources={sources} value={series} onChange={setSeries} wrong={wrong} />
    </Frame>
  )
}
