import type { Holding, People, Post } from '@guatu/contract'
import { appoint } from '../../api/people.ts'
import { RadioField } from '../../ui/Choices.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { useForm } from './use-form.ts'

interface AppointDrawerProps {
  readonly people: People
  readonly post: Post
  readonly onClose: () => void
}

const somebodyNew = 'new'

/** Proposes somebody for a post, new or there already, as its holder or B角, from a day and perhaps until one. */
export function AppointDrawer({ people, post, onClose }: AppointDrawerProps) {
  const form = `appoint ${post.id}`
  const { busy, problem, send } = useForm(form)
  const [who, setWho] = useKept(form, 'who', () => somebodyNew)
  const [name, setName] = useKept(form, 'name', () => '')
  const [kind, setKind] = useKept<Holding['kind']>(form, 'kind', () => 'holder')
  const [from, setFrom] = useKept(form, 'from', () => people.today)
  const [until, setUntil] = useKept(form, 'until', () => '')
  const isNew = who === somebodyNew
  const officer = isNew ? { name: name.trim() } : { id: who }
  const holding = { postId: post.id, officer, kind, from, until: until === '' ? null : until }
  const done = () => {
    toast(m.people_applied(), m.people_applied_next())
    onClose()
  }
  return (
    <FormDrawer
      form={form}
      title={m.people_appoint()}
      says={post.title}
      act={m.people_propose()}
      busy={busy}
      problem={problem}
      ready={from !== '' && (!isNew || name.trim() !== '')}
      onSend={() => void send(() => appoint(holding), done)}
      onClose={onClose}
    >
      <SelectField
        label={m.people_person()}
        value={who}
        onChange={setWho}
        choices={[
          { value: somebodyNew, label: m.people_somebody_new() },
          ...people.officers.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      {isNew && <TextField label={m.people_name()} required value={name} onChange={setName} maxLength={40} />}
      <RadioField
        label={m.people_kind()}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'holder', label: m.people_holder() },
          { value: 'deputy', label: m.people_deputy() },
        ]}
      />
      <DateField label={m.people_from()} required value={from} onChange={setFrom} />
      <DateField label={m.people_until_day()} hint={m.people_until_hint()} value={until} onChange={setUntil} />
    </FormDrawer>
  )
}
