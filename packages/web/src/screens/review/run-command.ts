import type { Command } from './keys.ts'
import type { ReviewState } from './use-review.ts'

/** Does what a key means, as far as this review may still be changed. */
export function runCommand(command: Command, state: ReviewState, editable: boolean) {
  const { active, actions } = state
  if (command === 'help') return state.open({ kind: 'help' })
  if (command === 'next') return state.step(1)
  if (command === 'previous') return state.step(-1)
  if (command === 'words') return active === null ? undefined : actions.onWords(active)
  if (!editable) return
  if (command === 'add') return state.addSelected()
  if (command === 'undo') return state.undo()
  if (command === 'confirmSure') return state.confirmSure()
  if (active === null) return
  const onItem = {
    confirm: actions.onConfirm,
    edit: actions.onEdit,
    reject: actions.onReject,
    split: actions.onSplit,
    merge: actions.onMerge,
  }
  onItem[command](active)
}
