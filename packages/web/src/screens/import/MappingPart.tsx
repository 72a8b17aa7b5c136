import type { SheetColumn, SheetConstant, SheetImport } from '@guatu/contract'
import { Badge } from '../../ui/Badge.tsx'
import { ConversionField } from '../../ui/columns/ConversionField.tsx'
import { EvidenceField } from '../../ui/columns/EvidenceField.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { SelectBar, SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m, say } from '../../words/index.ts'
import styles from './import.module.css'
import type { MappingState } from './use-mapping.ts'

type Understood = NonNullable<SheetImport['understood']>

const sureness: Readonly<Record<NonNullable<SheetColumn['sure']>, () => string>> = {
  same: m.import_same,
  known: m.import_known,
  alike: m.import_alike,
  settled: m.import_settled,
}

const notRead = '-'

export interface PartProps {
  readonly understood: Understood
  readonly state: MappingState
  /** Whether it may still be changed. */
  readonly open: boolean
}

/** The columns of the sheet, each with where it goes to beside what stands in its first rows. */
export function ColumnsTable({ understood, state, open }: PartProps) {
  const choices = [
    { value: notRead, label: m.import_not_read() },
    ...understood.targets.map(({ id, label, needed }) => ({
      value: id,
      label: needed ? `${say(label)} *` : say(label),
    })),
  ]
  const field = ({ at, head, personal }: SheetColumn) =>
    personal ? (
      m.import_dropped()
    ) : (
      <SelectBar
        label={m.import_field_of({ head })}
        value={state.fieldOf(at) ?? notRead}
        onChange={(chosen) => state.setField(at, chosen === notRead ? null : chosen)}
        choices={choices}
        disabled={!open}
      />
    )
  const columns: readonly Column<SheetColumn>[] = [
    { id: 'letter', header: m.import_column(), cell: ({ letter }) => letter, width: 60 },
    { id: 'head', header: m.import_head(), cell: ({ head }) => head, width: 200 },
    { id: 'field', header: m.import_field(), cell: field, width: 240 },
    {
      id: 'sure',
      header: m.import_sure(),
      cell: ({ at, field: proposed, sure }) =>
        sure && state.fieldOf(at) === proposed ? (
          <Badge tone={sure === 'alike' ? 'yellow' : 'plain'}>{sureness[sure]()}</Badge>
        ) : null,
      width: 130,
    },
    {
      id: 'samples',
      header: m.import_samples(),
      cell: ({ samples }) => <span className={styles.samples}>{samples.join('｜')}</span>,
    },
  ]
  return (
    <DataTable
      label={m.import_columns()}
      rows={understood.columns}
      columns={columns}
      rowKey={({ at }) => String(at)}
      cards
    />
  )
}

/** The columns of coordinates: in which system the sheet has them is chosen, never guessed. */
export function PlacesPart({ understood, state, open }: PartProps) {
  if (understood.places.length === 0) return null
  return (
    <div className={styles.grid}>
      {understood.places.map(({ column, label }) => (
        <ConversionField
          key={column}
          label={say(label)}
          value={state.conversionOf(column)}
          onChange={(by) => state.setConversion(column, by)}
          disabled={!open}
        />
      ))}
    </div>
  )
}

/** What the register asks for and the sheet does not say: one value for every row. What only some rows need is folded away. */
export function ConstantsPart({ understood: { constants }, state, open }: PartProps) {
  if (constants.length === 0) return null
  const first = constants.filter(({ needed, evidence }) => needed || evidence)
  const others = constants.filter((one) => !first.includes(one))
  const field = (constant: SheetConstant) => (
    <ConstantField
      key={constant.column}
      constant={constant}
      value={state.constantOf(constant.column)}
      set={(next) => state.setConstant(constant.column, next)}
      open={open}
    />
  )
  return (
    <>
      <h3>{m.import_constants()}</h3>
      <p>{m.import_constants_says()}</p>
      {first.length > 0 && <div className={styles.grid}>{first.map(field)}</div>}
      {others.length > 0 && (
        <details open={others.some(({ column }) => state.constantOf(column) !== '') || undefined}>
          <summary className={styles.summary}>
            {m.import_constants_some({
              count: others.length,
              names: others
                .slice(0, 3)
                .map(({ label }) => say(label))
                .join('、'),
            })}
          </summary>
          <div className={styles.grid}>{others.map(field)}</div>
        </details>
      )}
    </>
  )
}

interface ConstantProps {
  readonly constant: SheetConstant
  readonly value: string
  readonly set: (value: string) => void
  readonly open: boolean
}

function ConstantField({ constant: { label, needed, options, evidence }, value, set, open }: ConstantProps) {
  const field = { label: say(label), required: needed, disabled: !open }
  if (evidence) {
    const asked = options.map((option) => option.value)
    return open ? <EvidenceField label={say(label)} asked={asked} value={value} onChange={set} /> : null
  }
  if (options.length === 0) return <TextField {...field} value={value} onChange={set} />
  return (
    <SelectField
      {...field}
      value={value === '' ? null : value}
      onChange={set}
      choices={options.map((option) => ({ value: option.value, label: say(option.label) }))}
      placeholder={m.import_choose_one()}
    />
  )
}

/** Words that the register does not know, each beside what it may mean there. */
export function WordsPart({
  one,
  state,
  open,
}: {
  readonly one: SheetImport
  readonly state: MappingState
  readonly open: boolean
}) {
  if (one.words.length === 0) return null
  return (
    <>
      <h3>{m.import_words()}</h3>
      <Note>{m.import_words_says()}</Note>
      <div className={styles.grid}>
        {one.words.map(({ column, label, word, rows, options }) => {
          const facts = { column: say(label), word }
          const words = rows > 0 ? m.import_word_is({ ...facts, rows }) : m.import_word_kept(facts)
          const value = state.meaningOf(column, word)
          const set = (next: string) => state.setMeaning(column, word, next)
          return options.length > 0 ? (
            <SelectField
              key={`${column} ${word}`}
              label={words}
              value={value === '' ? null : value}
              onChange={set}
              choices={options.map((option) => ({ value: option.value, label: say(option.label) }))}
              placeholder={m.import_choose_one()}
              disabled={!open}
            />
          ) : (
            <TextField key={`${column} ${word}`} label={words} value={value} onChange={set} disabled={!open} />
          )
        })}
      </div>
    </>
  )
}
