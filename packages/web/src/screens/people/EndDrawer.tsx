import type { HandedOver, Holding, People } from '@guatu/contract'
import { useState } from 'react'
import { endHolding } from '../../api/people.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { m, say } from '../../words/index.ts'
import { comparedEnd } from './compared.ts'
import { FormDrawer } from './FormDrawer.tsx'
import styles from './people.module.css'
import { useForm } from './use-form.ts'

interface EndDrawerProps {
  readonly people: People
  readonly holding: Holding
  readonly title: string
  /** Signed on paper: what is asked here is what the paper says. */
  readonly onPaper: boolean
  readonly onClose: () => void
}

const nobody = 'nobody'

/** Ends a holding, with whoever takes over, and then shows what was begun and not ended. */
export function EndDrawer({ people, holding, title, onPaper, onClose }: EndDrawerProps) {
  const form = `end ${holding.id}`
  const { busy, problem, standing, send } = useForm(form)
  const [until, setUntil] = useKept(form, 'until', () => people.today)
  const [to, setTo] = useKept(form, 'to', () => nobody)
  const [handed, setHanded] = useState<HandedOver | null>(null)
  const [isSigned, setSigned] = useState(false)
  if (handed) return <OpenItems holding={holding} handed={handed} onClose={onClose} />
  const body = { until, to: to === nobody ? null : to }
  if (isSigned)
    return (
      <PaperDrawer
        what={m.people_end_named({ name: holding.name, post: title })}
        today={people.today}
        approval={{ route: 'POST /api/holdings/:id/end', params: { id: holding.id }, body, version: holding.version }}
        onClose={onClose}
      />
    )
  return (
    <FormDrawer
      form={form}
      title={m.people_end()}
      says={`${holding.name}　${title}`}
      act={onPaper ? m.paper_enter() : m.people_end_do()}
      busy={busy}
      problem={problem}
      ready={until !== ''}
      onSend={() => (onPaper ? setSigned(true) : void send(() => endHolding(standing ?? holding, body), setHanded))}
      onClose={onClose}
      compared={standing ? comparedEnd(holding, until, standing) : []}
      maySendAgain={standing?.until === null}
    >
      <DateField label={m.people_last_day()} required value={until} onChange={setUntil} />
      <SelectField
        label={m.people_successor()}
        value={to}
        onChange={setTo}
        choices={[
          { value: nobody, label: m.people_no_successor() },
          ...people.officers
            .filter(({ id }) => id !== holding.officerId)
            .map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
    </FormDrawer>
  )
}

function OpenItems({
  holding,
  handed: { open },
  onClose,
}: {
  readonly holding: Holding
  readonly handed: HandedOver
  readonly onClose: () => void
}) {
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.people_handed_over({ name: holding.name })}
      says={open.length > 0 ? m.people_open_items({ count: open.length }) : m.people_nothing_open()}
      actions={
        <>
          <Button onClick={() => window.print()}>{m.policy_print()}</Button>
          <Button look="primary" onClick={onClose}>
            {m.close()}
          </Button>
        </>
      }
    >
      <ul className={styles.open}>
        {open.map(({ id, says }) => (
          <li key={id}>{say(says)}</li>
        ))}
      </ul>
    </Drawer>
  )
}
