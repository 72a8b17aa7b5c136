import { Dialog } from '../../ui/Dialog.tsx'
import styles from '../../ui/forms/forms.module.css'
import { m } from '../../words/index.ts'
import { type Command, keymap } from './keys.ts'

const says: Record<Command, () => string> = {
  next: m.review_key_next,
  previous: m.review_key_previous,
  confirm: m.review_confirm,
  edit: m.review_edit,
  reject: m.review_reject,
  split: m.review_split,
  merge: m.review_merge,
  words: m.review_key_words,
  add: m.review_key_add,
  undo: m.review_undo,
  confirmSure: m.review_confirm_sure,
  help: m.review_key_help,
}
const printed: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', A: 'Shift+A' }

/** The keys, out of the same table that they are read by. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={m.review_help_title()}>
      <table className={styles.keys}>
        <tbody>
          {keymap.map(({ command, keys }) => (
            <tr key={command}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key} className={styles.key}>
                    {printed[key] ?? key}
                  </kbd>
                ))}
              </th>
              <td>{says[command]()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
