import type { Entry, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { evidenceAddress, evidenceQuery } from '../../api/evidence.ts'
import { evidenceClassName } from '../../ui/columns/evidence-classes.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { m } from '../../words/index.ts'
import { EvidenceList } from './EvidencePart.tsx'
import styles from './ledger.module.css'

/** The files behind a row: those its own column names with their class, and those put to it since. */
export function EntryEvidence({ entry, shape }: { readonly entry: Entry; readonly shape: RegisterShape }) {
  const list = useQuery(evidenceQuery(entry.id))
  const text = shape.evidence === null ? '' : (entry.values[shape.evidence] ?? '')
  const marks = text === '' ? [] : text.split('、').map((mark) => mark.split(':'))
  return (
    <Loaded query={list}>
      {({ evidence }) => {
        const nameOf = (id: string) => evidence.find((file) => file.id === id)?.name
        const others = evidence.filter(({ id }) => !marks.some(([, marked]) => marked === id))
        if (evidence.length === 0 && marks.length === 0)
          return <p className={styles.people}>{m.ledger_evidence_none()}</p>
        return (
          <>
            {marks.length > 0 && (
              <ul className={styles.files}>
                {marks.map(([kind = '', id = ''], i) => (
                  <li key={id} className={styles.file}>
                    <span className={styles.size}>{evidenceClassName(kind)}</span>
                    <a href={evidenceAddress({ id })} download className={linkClass}>
                      {nameOf(id) ?? m.column_file({ number: i + 1 })}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {others.length > 0 && <EvidenceList files={others} />}
          </>
        )
      }}
    </Loaded>
  )
}
