import { Note } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { m, say } from '../../words/index.ts'
import styles from './import.module.css'
import type { PartProps } from './MappingPart.tsx'
import { statusConstant } from './use-mapping.ts'

/** 这些行是什么状态: asked once, where no column of the sheet says it. */
export function StandsPart({ understood: { stands }, state, open }: PartProps) {
  if (!stands) return null
  const { states, implied, value } = stands
  return (
    <>
      <h3>{m.import_stands()}</h3>
      {implied && (
        <Note>
          {m.import_stands_implied({
            columns: implied.columns.map((label) => `「${say(label)}」`).join(''),
            status: say(implied.label),
          })}
        </Note>
      )}
      <div className={styles.grid}>
        <SelectField
          label={m.import_stands_label()}
          hint={m.import_stands_says()}
          value={state.constantOf(statusConstant) || value}
          onChange={(next) => state.setConstant(statusConstant, next)}
          choices={states.map(({ id, label }) => ({ value: id, label: say(label) }))}
          disabled={!open}
        />
      </div>
    </>
  )
}
