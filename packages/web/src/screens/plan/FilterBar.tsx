import type { Plan } from '@guatu/contract'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Bar } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { lightName, lightsWorstFirst } from '../../words/light.ts'
import { countLights, type TaskFilter } from './filter.ts'

interface FilterProps {
  readonly plan: Plan
  readonly filter: TaskFilter
  readonly set: Readonly<Record<keyof TaskFilter, (value: string | undefined) => void>>
}

const all = 'all'
const asked = (value: string): string | undefined => (value === all ? undefined : value)

/** Area and light filter as they are chosen; words when 查询 or Enter is pressed. */
export function FilterBar({ plan, filter, set }: FilterProps) {
  const [typed, setTyped] = useState(filter.text ?? '')
  const counts = countLights(plan.tasks)
  const areas = [
    { value: all, label: m.plan_all_areas() },
    ...plan.areas.map((area) => ({ value: String(area.number), label: area.short || area.title })),
  ]
  const lights = [
    { value: all, label: m.plan_all_lights() },
    ...lightsWorstFirst
      .filter((light) => counts.has(light))
      .map((light) => ({ value: light as string, label: `${lightName(light)} ${counts.get(light)}` })),
  ]
  const reset = () => {
    setTyped('')
    for (const clear of Object.values(set)) clear(undefined)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        set.text(typed.trim() === '' ? undefined : typed.trim())
      }}
    >
      <Bar>
        <SelectField
          label={m.plan_area()}
          value={filter.area ?? all}
          onChange={(v) => set.area(asked(v))}
          choices={areas}
        />
        <SelectField
          label={m.plan_light()}
          value={filter.light ?? all}
          onChange={(v) => set.light(asked(v))}
          choices={lights}
        />
        <TextField label={m.plan_text()} value={typed} onChange={setTyped} type="search" />
        <Button look="primary" type="submit">
          {m.filter_query()}
        </Button>
        <Button onClick={reset}>{m.filter_reset()}</Button>
      </Bar>
    </form>
  )
}
