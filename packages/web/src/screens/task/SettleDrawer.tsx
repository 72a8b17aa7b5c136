import type { Problem } from '@guatu/contract'
import { useState } from 'react'
import { DateField } from '../../ui/DateField.tsx'
import { type MilestoneDraft, type TargetDraft, targetDraftOf, type Wrong } from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import styles from '../../ui/forms/forms.module.css'
import { MilestoneFields, TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept, useOpened } from '../../ui/forms/use-kept.ts'
import { Note } from '../../ui/ProblemNote.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { comparedFigures, comparedMilestones } from './compared.ts'
import { changedFigures, changedMilestone, figureOf, isSameGoal, milestoneIn, type PlanTarget } from './settle.ts'
import type { Settle } from './use-settle.ts'

interface DrawerProps {
  readonly target: PlanTarget
  /** The words it was read from; they stay. */
  readonly quote: string
  readonly today: string
  /** The version of the plan that the target is shown from. */
  readonly version: number
  readonly settle: (change: Settle, against?: number) => Promise<Problem | null>
  readonly onClose: () => void
  readonly saveLabel?: string
}

const reasonMin = 2

/** Changes a target of the adopted plan, with the reason for it: the next version. Refused, everything typed stays. */
export function SettleDrawer({
  target,
  quote,
  today,
  version,
  settle,
  onClose,
  saveLabel = m.settle_save(),
}: DrawerProps) {
  // The drawer keeps what it was opened with: only what this person changes is sent, whatever came in between.
  const form = `settle ${target.code}`
  const { target: opened, version: openedVersion } = useOpened(form, () => ({ target, version }))
  // Changed under the open form: it goes against what its reader saw, and is refused with both versions.
  const seen = isSameGoal(opened, target) ? undefined : openedVersion
  const figure = figureOf(opened)
  const [figures, setFigures] = useKept<TargetDraft | null>(form, 'figures', () =>
    figure ? targetDraftOf(figure) : null,
  )
  const [milestone, setMilestone] = useKept<MilestoneDraft>(form, 'milestone', () => milestoneIn(opened))
  const [because, setBecause] = useKept(form, 'because', () => '')
  const [adoptedOn, setAdoptedOn] = useKept(form, 'adoptedOn', () => today)
  const [paperNumber, setPaperNumber] = useKept(form, 'paperNumber', () => '')
  const [wrong, setWrong] = useState<Wrong>({})
  const [lacks, setLacks] = useState<'nothing' | 'reason' | 'day' | null>(null)
  const save = async (against = seen) => {
    const settled = figure && figures ? changedFigures(figures, figure) : changedMilestone(milestone, opened)
    setWrong(settled.ok ? {} : settled.wrong)
    if (!settled.ok) return 'invalid'
    const reason = because.trim()
    const missing =
      Object.keys(settled.value).length === 0
        ? 'nothing'
        : reason.length < reasonMin
          ? 'reason'
          : adoptedOn === ''
            ? 'day'
            : null
    setLacks(missing)
    if (missing !== null) return 'invalid'
    const change = { to: settled.value, because: reason, adoptedOn, paperNumber: paperNumber.trim() }
    return settle(change, against)
  }
  return (
    <FormDrawer
      form={form}
      title={m.settle_title({ code: opened.code })}
      quote={quote}
      save={save}
      saveLabel={saveLabel}
      onClose={onClose}
      compared={figures ? comparedFigures(opened, figures, target) : comparedMilestones(opened, milestone, target)}
    >
      <div className={styles.stack}>
        <Note tone="ink">{m.settle_now({ says: target.says })}</Note>
        {lacks === 'nothing' && <Note>{m.settle_nothing()}</Note>}
        {figures ? (
          <TargetFields draft={figures} onChange={setFigures} wrong={wrong} />
        ) : (
          <MilestoneFields draft={milestone} onChange={setMilestone} wrong={wrong} kept />
        )}
        <TextArea
          label={m.settle_because()}
          hint={m.settle_because_hint()}
          required
          rows={3}
          value={because}
          onChange={setBecause}
          maxLength={300}
          error={lacks === 'reason' ? m.settle_because_missing() : undefined}
        />
        <DateField
          label={m.settle_on()}
          required
          value={adoptedOn}
          onChange={setAdoptedOn}
          max={today}
          error={lacks === 'day' ? m.sources_missing() : undefined}
        />
        <TextField label={m.review_adopt_paper()} value={paperNumber} onChange={setPaperNumber} maxLength={60} />
      </div>
    </FormDrawer>
  )
}
