import type { People, SlipSheets } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../../api/people.ts'
import { makeSlips } from '../../api/roster.ts'
import { useDoing } from '../../api/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import type { Printing } from './printing.ts'
import styles from './roster.module.css'

const all = 'all'

/** Makes slips with one-time codes for the people of a unit, or of all. */
export function SlipsPart({ print }: { readonly print: (printing: Printing) => void }) {
  const people = useQuery(peopleQuery)
  return (
    <Section title={m.roster_slips()}>
      <p className={styles.says}>{m.roster_slips_says()}</p>
      <Loaded query={people}>{({ units }) => <SlipsForm units={units} print={print} />}</Loaded>
    </Section>
  )
}

const whyNothing = (made: SlipSheets): string | null => {
  if (made.sheets.length === 0) return m.roster_slips_none()
  const codes = made.sheets.flatMap(({ slips }) => slips.map(({ code }) => code))
  return codes.includes(null) ? m.roster_slips_shown() : null
}

function SlipsForm({
  units,
  print,
}: {
  readonly units: People['units']
  readonly print: (printing: Printing) => void
}) {
  const [unit, setUnit] = useState(all)
  const [address, setAddress] = useState(location.origin)
  const { busy, problem, run } = useDoing()
  const [says, setSays] = useState<readonly string[]>([])
  const withPosts = units.filter(({ posts, closedOn }) => posts.length > 0 && closedOn === null)
  const show = (made: SlipSheets) => {
    const nothing = whyNothing(made)
    const names = made.withoutAccount.join('、')
    setSays([nothing ?? '', names === '' ? '' : m.roster_slips_without({ names })].filter((words) => words !== ''))
    if (nothing === null) print({ made, address })
  }
  const make = () => run(() => makeSlips(unit === all ? withPosts.map(({ id }) => id) : [unit]), show)
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {says.map((words) => (
        <Note key={words}>{words}</Note>
      ))}
      <div className={styles.fields}>
        <SelectField
          label={m.roster_slips_unit()}
          value={unit}
          onChange={setUnit}
          choices={[
            { value: all, label: m.roster_slips_all() },
            ...withPosts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          label={m.roster_slips_address()}
          hint={m.roster_slips_address_hint()}
          value={address}
          onChange={setAddress}
          maxLength={80}
        />
      </div>
      <div className={styles.actions}>
        <Button look="primary" busy={busy} onClick={() => void make()}>
          {m.roster_slips_make()}
        </Button>
      </div>
    </>
  )
}
