import type { Instant, Words } from '@guatu/core/shared'
import { accept, type Result } from '@guatu/core/shared'
import type { Approved } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import type { Office } from '../platform/office.ts'
import type { ReadApproval } from './as-signer.ts'
import type { Changed } from './problems.ts'
import type { Shown } from './store.ts'

const none: Words = { zh: '（无）', en: '(none)' }

function differing(was: Shown, now: Approved): Changed[] {
  const labels = [...was.lines, ...now.lines].map(({ label }) => label)
  const unique = labels.filter(({ zh }, i) => labels.findIndex((label) => label.zh === zh) === i)
  return unique.flatMap((label) => {
    const valueIn = (lines: Approved['lines']) => lines.find((line) => line.label.zh === label.zh)?.value ?? none
    const [before, after] = [valueIn(was.lines), valueIn(now.lines)]
    return before.zh === after.zh ? [] : [{ label, was: before, now: after }]
  })
}

/** What of a thing is not as it was shown when the paper was entered. Rejected where it is there no more. */
export async function changedSince(
  tx: Tx,
  { office, now }: { readonly office: Office; readonly now: Instant },
  { approval, params, body }: ReadApproval,
  shown: Shown,
): Promise<Result<Changed[]>> {
  const standing = await approval.show({ office, now, params, body }, tx)
  if (!standing.ok) return standing
  const changed = differing(shown, standing.value)
  if (changed.length > 0 || standing.value.version === shown.version) return accept(changed)
  const [was, is] = [String(shown.version), String(standing.value.version)]
  return accept([{ label: { zh: '版本', en: 'version' }, was: { zh: was, en: was }, now: { zh: is, en: is } }])
}
