import type { SheetImports } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { importsQuery } from '../../api/imports.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './import.module.css'

type Line = SheetImports['imports'][number]

const states: Readonly<Record<Line['state'], () => string>> = {
  reading: m.import_state_reading,
  checking: m.import_state_checking,
  ready: m.import_state_ready,
  accepted: m.import_state_accepted,
  withdrawn: m.import_state_withdrawn,
  failed: m.import_state_failed,
}

/** The sheets that were brought in for this register before. */
export function EarlierPart({ register, open }: { readonly register: string; readonly open: (id: string) => void }) {
  const imports = useQuery(importsQuery(register))
  return (
    <Section title={m.import_earlier()}>
      <Loaded query={imports} isEmpty={(found) => found.imports.length === 0} empty={<p>{m.import_earlier_none()}</p>}>
        {({ imports: found }) => (
          <ul className={styles.list}>
            {found.map((line) => (
              <li key={line.id} className={styles.row}>
                <div>
                  <div className={styles.name}>
                    {line.name}
                    <Badge>{states[line.state]()}</Badge>
                  </div>
                  <div className={styles.facts}>
                    {m.import_by({ name: line.addedBy, at: instantWords(line.addedAt) })} {countsWords(line)}
                  </div>
                </div>
                <Button small aria-label={m.import_open({ name: line.name })} onClick={() => open(line.id)}>
                  {m.import_open_short()}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

function countsWords({ counts }: Line): string {
  if (!counts) return ''
  const { new: fresh, changed, same, refused, passed } = counts
  return m.import_counts({ fresh, changed, same, refused, passed })
}
