import type { People } from '@guatu/contract'
import { makePost, type NewPost } from '../../api/people.ts'
import { Checkbox } from '../../ui/Choices.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import { FormDrawer } from './FormDrawer.tsx'
import styles from './people.module.css'
import { useForm } from './use-form.ts'

type Unit = People['units'][number]

interface PostDrawerProps {
  readonly people: People
  readonly unit: Unit
  readonly onClose: () => void
}

const toggled = <T,>(list: readonly T[], one: T, on: boolean): readonly T[] =>
  on ? [...list, one] : list.filter((each) => each !== one)

/** Makes a post in a unit: its title, its duties, and the units it answers for. */
export function PostDrawer({ people, unit, onClose }: PostDrawerProps) {
  const form = `post ${unit.id}`
  const { busy, problem, send } = useForm(form)
  const [typed, setTyped] = useKept<NewPost>(form, 'post', () => ({
    unitId: unit.id,
    title: '',
    duties: [],
    line: [],
    wholeLine: false,
  }))
  const post = { ...typed, title: typed.title.trim() }
  const done = () => {
    toast(m.people_post_made({ post: post.title }))
    onClose()
  }
  return (
    <FormDrawer
      form={form}
      title={m.people_make_post()}
      says={unit.name}
      act={m.people_make_post()}
      busy={busy}
      problem={problem}
      ready={post.title !== '' && post.duties.length > 0}
      onSend={() => void send(() => makePost(post), done)}
      onClose={onClose}
    >
      <TextField
        label={m.people_title()}
        required
        value={typed.title}
        onChange={(title) => setTyped({ ...typed, title })}
        maxLength={40}
      />
      <fieldset className={styles.choices}>
        <legend>{m.people_duties()}</legend>
        {people.duties.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={say(label)}
            checked={typed.duties.includes(id)}
            onChange={(on) => setTyped({ ...typed, duties: toggled(typed.duties, id, on) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend>{m.people_answers_for()}</legend>
        <Checkbox
          label={m.people_whole_line()}
          checked={typed.wholeLine}
          onChange={(wholeLine) => setTyped({ ...typed, wholeLine })}
        />
        {!typed.wholeLine &&
          people.units
            .filter(({ id, closedOn }) => id !== unit.id && closedOn === null)
            .map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={typed.line.includes(id)}
                onChange={(on) => setTyped({ ...typed, line: toggled(typed.line, id, on) })}
              />
            ))}
      </fieldset>
    </FormDrawer>
  )
}
