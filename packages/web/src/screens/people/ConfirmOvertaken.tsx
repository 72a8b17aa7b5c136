import type { Holding, Problem } from '@guatu/contract'
import { confirmHolding } from '../../api/people.ts'
import { m } from '../../words/index.ts'
import { comparedHolding } from './compared.ts'
import { FormDrawer } from './FormDrawer.tsx'
import { useForm } from './use-form.ts'

interface OvertakenProps {
  readonly holding: Holding
  readonly title: string
  /** How the confirming was refused. */
  readonly refused: Problem
  readonly onClose: () => void
}

/** Somebody else was at a holding that was to be confirmed: both are shown, and what stands now may be confirmed. */
export function ConfirmOvertaken({ holding, title, refused, onClose }: OvertakenProps) {
  const form = `confirm ${holding.id}`
  const { busy, problem, standing = holding, send } = useForm(form, refused)
  return (
    <FormDrawer
      form={form}
      title={m.people_confirm()}
      says={`${holding.name}　${title}`}
      act={m.people_confirm()}
      busy={busy}
      problem={problem}
      ready
      onSend={() => void send(() => confirmHolding(standing), onClose)}
      onClose={onClose}
      compared={comparedHolding(holding, m.people_in_office(), standing)}
      maySendAgain={standing.confirmedBy === null}
    />
  )
}
