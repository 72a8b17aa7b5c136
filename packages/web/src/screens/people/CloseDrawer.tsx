import type { People } from '@guatu/contract'
import { DateField } from '../../ui/DateField.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { useForm } from './use-form.ts'

interface CloseDrawerProps {
  readonly people: People
  /** The post or the unit. */
  readonly id: string
  readonly what: string
  readonly close: (on: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Closes a post or a unit from a day on. What is still held or open is said in the refusal. */
export function CloseDrawer({ people, id, what, close, onClose }: CloseDrawerProps) {
  const form = `close ${id}`
  const { busy, problem, send } = useForm(form)
  const [on, setOn] = useKept(form, 'on', () => people.today)
  const done = () => {
    toast(m.people_closed_done({ what }))
    onClose()
  }
  return (
    <FormDrawer
      form={form}
      title={m.people_close_named({ what })}
      says={m.people_close_says()}
      act={m.people_close()}
      busy={busy}
      problem={problem}
      ready={on !== ''}
      onSend={() => void send(() => close(on), done)}
      onClose={onClose}
    >
      <DateField label={m.people_close_on()} required value={on} onChange={setOn} />
    </FormDrawer>
  )
}
