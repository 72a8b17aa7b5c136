import type { OidcLinks, People } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { endLink, linksQuery, makeLink, ofOidc } from '../../api/oidc.ts'
import { peopleQuery } from '../../api/people.ts'
import { useDoing } from '../../api/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './oidc.module.css'

type Link = OidcLinks['links'][number]

/** Which account of the unit's login is which person. Nobody who is not linked gets in. */
export function LinksPart() {
  const links = useQuery(linksQuery)
  const people = useQuery(peopleQuery)
  return (
    <Section title={m.oidc_links()}>
      <p className={styles.none}>{m.oidc_links_say()}</p>
      <Loaded query={people}>
        {({ officers }) => <LinkForm officers={officers} linked={(links.data?.links ?? []).map(officerOf)} />}
      </Loaded>
      <Loaded
        query={links}
        isEmpty={(found) => found.links.length === 0}
        empty={<p className={styles.none}>{m.oidc_no_links()}</p>}
      >
        {(found) => (
          <ul className={styles.list}>
            {found.links.map((link) => (
              <LinkLine key={link.id} link={link} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

const officerOf = ({ officerId }: Link): string => officerId

interface LinkFormProps {
  readonly officers: People['officers']
  readonly linked: readonly string[]
}

function LinkForm({ officers, linked }: LinkFormProps) {
  const { busy, problem, run } = useDoing(ofOidc)
  const [officerId, setOfficerId] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const free = officers.filter(({ id }) => !linked.includes(id))
  const isFree = free.some(({ id }) => id === officerId)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy || officerId === null) return
    void run(
      () => makeLink({ officerId, subject: subject.trim() }),
      () => {
        setOfficerId(null)
        setSubject('')
      },
    )
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <SelectField
        label={m.people_person()}
        placeholder={m.oidc_choose()}
        required
        value={isFree ? officerId : null}
        onChange={setOfficerId}
        choices={free.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={m.oidc_subject()}
        hint={m.oidc_subject_hint()}
        required
        autoComplete="off"
        maxLength={255}
        value={subject}
        onChange={setSubject}
      />
      <div>
        <Button type="submit" busy={busy} disabled={!isFree || subject.trim() === ''}>
          {m.oidc_link()}
        </Button>
      </div>
    </form>
  )
}

function LinkLine({ link }: { readonly link: Link }) {
  const { busy, problem, run } = useDoing(ofOidc)
  const { id, name, subject } = link
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.name}>{name}</div>
        <div className={styles.facts}>
          <span>{subject}</span>
          <span>{link.issuer}</span>
          <span>{m.oidc_linked_by({ name: link.madeBy, at: instantWords(link.madeAt) })}</span>
        </div>
        {problem && <ProblemNote problem={problem} />}
      </div>
      <Button
        small
        look="danger"
        busy={busy}
        aria-label={m.oidc_unlink_named({ name })}
        onClick={() => void run(() => endLink(id))}
      >
        {m.oidc_unlink()}
      </Button>
    </li>
  )
}
