import type { Me, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutboxItem } from '../../api/outbox/store.ts'
import { registersQuery } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryFields } from '../../ui/columns/EntryFields.tsx'
import { missingColumns } from '../../ui/columns/missing-columns.ts'
import { personalOffers } from '../../ui/columns/personal-columns.ts'
import { groundOf } from '../../ui/columns/plain-ground.ts'
import { useTargetChoices } from '../../ui/columns/use-target-choices.ts'
import { Drawer } from '../../ui/Dialog.tsx'
import { rowTitle } from '../../ui/outbox/row-title.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'

interface CorrectProps {
  readonly me: Me
  readonly item: OutboxItem
  readonly onSave: (values: Readonly<Record<string, string>>, title: string) => void
  readonly onClose: () => void
}

/** The words of a row that was not taken, to be mended where they stand. */
export function CorrectDrawer(props: CorrectProps) {
  const registers = useQuery(registersQuery)
  const shape = registers.data?.registers.find(({ id }) => id === props.item.content.register)
  return shape ? <CorrectForm shape={shape} {...props} /> : null
}

function CorrectForm({ me, item, onSave, onClose, shape }: CorrectProps & { readonly shape: RegisterShape }) {
  const targets = useTargetChoices(shape)
  const [values, setValues] = useState(item.content.values)
  const [asked, setAsked] = useState(false)
  const lacks = missingColumns(
    shape.columns.filter(({ required, id }) => required && id !== shape.evidence).map(({ id }) => id),
    values,
  )
  const save = () => {
    setAsked(true)
    if (lacks.length === 0 && Object.keys(personalOffers(shape.columns, values)).length === 0)
      onSave(values, rowTitle(shape, values))
  }
  return (
    <Drawer
      open
      restored
      onClose={onClose}
      title={item.content.title}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="primary" onClick={save}>
            {m.enter_save()}
          </Button>
        </>
      }
    >
      {item.problem && <ProblemNote problem={item.problem} />}
      <EntryFields
        shape={shape}
        values={values}
        onChange={setValues}
        missing={asked ? lacks : []}
        settled={shape.evidence === null ? [] : [shape.evidence]}
        ground={groundOf(me, targets)}
      />
    </Drawer>
  )
}
