import { type FormEvent, useState } from 'react'
import { areaQuery, drawArea } from '../../api/area.ts'
import { useDoing } from '../../api/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { NumberField, TextArea, TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import styles from './area.module.css'

// As the books have it: the polygon of the street and 500 m around.
const usualMarginM = '500'

/** Draws the boundary: pasted as GeoJSON, or a box of four figures. */
export function DrawForm({ version }: { readonly version: number }) {
  const [boundary, setBoundary] = useState('')
  const [margin, setMargin] = useState(usualMarginM)
  const [source, setSource] = useState('')
  const { busy, problem, run } = useDoing([areaQuery.queryKey])
  const isWhole = boundary.trim() !== '' && source.trim().length > 1 && /^\d{1,4}$/.test(margin)
  const send = (event: FormEvent) => {
    event.preventDefault()
    void run(
      () => drawArea({ version }, { boundary, marginM: Number(margin), source }),
      () => toast(m.area_saved()),
    )
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <TextArea
        label={m.area_boundary()}
        hint={m.area_boundary_hint()}
        required
        rows={6}
        spellCheck={false}
        value={boundary}
        onChange={setBoundary}
      />
      <NumberField label={m.area_margin()} required value={margin} onChange={setMargin} unit="m" />
      <TextField
        label={m.area_source()}
        hint={m.area_source_hint()}
        required
        maxLength={200}
        value={source}
        onChange={setSource}
      />
      <div>
        <Button look="primary" type="submit" busy={busy} disabled={!isWhole}>
          {m.area_save()}
        </Button>
      </div>
    </form>
  )
}
