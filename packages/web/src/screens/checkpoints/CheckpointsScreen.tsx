import type { AuditCheckpoints, PrintedCheckpoint } from '@guatu/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { checkpointsQuery, makeCheckpoint, notePrinted, saveCheckpoints } from '../../api/audit.ts'
import { problemOf } from '../../api/problem.ts'
import { useUrl } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { toast } from '../../ui/Toast.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { CapacityNote } from './CapacityNote.tsx'
import { CheckpointSheet } from './CheckpointSheet.tsx'
import styles from './checkpoints.module.css'
import { WitnessNote } from './WitnessNote.tsx'

/** 检查点: what the log was at each moment, one made now, one to print and sign, and who outside has seen them. */
export default function CheckpointsScreen() {
  const found = useInfiniteQuery(checkpointsQuery)
  const [size, setSize] = useUrl('size')
  return (
    <Loaded query={found}>
      {({ pages }) => {
        const [first] = pages
        const checkpoints = pages.flatMap((page) => page.checkpoints)
        const chosen = checkpoints.find((one) => String(one.size) === size)
        if (!first) return null
        if (chosen)
          return <CheckpointSheet office={first.office} checkpoint={chosen} onClose={() => setSize(undefined)} />
        return (
          <Checkpoints
            state={first}
            checkpoints={checkpoints}
            print={(one) => setSize(String(one.size))}
            more={found.hasNextPage ? () => void found.fetchNextPage() : null}
          />
        )
      }}
    </Loaded>
  )
}

/** Runs a change of the checkpoints and shows them anew; what refuses it is said. */
function useActing() {
  const queries = useQueryClient()
  return (acting: Promise<unknown>) =>
    void acting.then(
      () => queries.invalidateQueries({ queryKey: checkpointsQuery.queryKey }),
      (error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)),
    )
}

interface CheckpointsProps {
  readonly state: AuditCheckpoints
  readonly checkpoints: readonly PrintedCheckpoint[]
  readonly print: (one: PrintedCheckpoint) => void
  readonly more: (() => void) | null
}

function Checkpoints({ state, checkpoints, print, more }: CheckpointsProps) {
  const act = useActing()
  const make = () =>
    act(
      makeCheckpoint().then(({ size }) =>
        toast(size === null ? m.checkpoints_nothing_new() : m.checkpoints_made({ size })),
      ),
    )
  return (
    <Page
      title={m.nav_checkpoints()}
      says={m.checkpoints_says({ records: state.records })}
      tools={
        <>
          <Button onClick={() => act(saveCheckpoints())}>{m.checkpoints_save()}</Button>
          <Button look="primary" onClick={make}>
            {m.checkpoints_make()}
          </Button>
        </>
      }
    >
      <WitnessNote witness={state.witness} />
      <CapacityNote capacity={state.capacity} />
      {checkpoints.length === 0 && <Empty title={m.checkpoints_none()} />}
      <ul className={styles.list}>
        {checkpoints.map((one) => (
          <li key={one.size} className={styles.one}>
            <span className={styles.size}>{m.checkpoints_size({ size: one.size })}</span>
            <span className={styles.facts}>{instantWords(one.at)}</span>
            <code className={styles.facts}>{one.root.slice(0, 4).join(' ')} …</code>
            <Seen checkpoint={one} />
            <Button small onClick={() => print(one)}>
              {m.checkpoints_print()}
            </Button>
            {!one.witnessed && (
              <Button small onClick={() => act(notePrinted(one.size))}>
                {m.checkpoints_note_printed()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more && (
        <div className={styles.more}>
          <Button onClick={more}>{m.audit_more()}</Button>
        </div>
      )}
    </Page>
  )
}

function Seen({ checkpoint: { witnessed } }: { readonly checkpoint: PrintedCheckpoint }) {
  if (!witnessed) return <Badge tone="yellow">{m.checkpoints_unseen()}</Badge>
  const day = instantWords(witnessed.at)
  return (
    <span className={styles.facts}>
      {witnessed.as === 'paper'
        ? m.checkpoints_on_paper({ at: day, by: witnessed.by ?? '' })
        : m.checkpoints_in_folder({ at: day })}
    </span>
  )
}
