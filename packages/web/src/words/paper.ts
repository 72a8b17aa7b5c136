import type { PaperNote, PaperState } from '@guatu/contract'
import { dayWords } from './dates.ts'
import { m } from './index.ts'

/** A signed paper as it stands where a click would: 纸质批示 张三 2023年7月3日 …号（录入 李四，确认 王五）. */
export function paperSays({ signer, signedOn, number, enteredBy, confirmedBy }: PaperNote): string {
  const said = { signer, day: dayWords(signedOn), entered: enteredBy, confirmed: confirmedBy }
  return number === '' ? m.paper_note(said) : m.paper_note_numbered({ ...said, number })
}

export const paperStates: readonly PaperState[] = ['waiting', 'confirmed', 'returned', 'withdrawn', 'replaced']

const names: Record<PaperState, () => string> = {
  waiting: m.paper_waiting,
  confirmed: m.paper_confirmed,
  returned: m.paper_returned,
  withdrawn: m.paper_withdrawn,
  replaced: m.paper_replaced,
}
export const paperStateName = (state: PaperState): string => names[state]()

export const paperTones: Record<PaperState, 'green' | 'yellow' | 'red' | 'plain'> = {
  waiting: 'yellow',
  confirmed: 'green',
  returned: 'red',
  withdrawn: 'plain',
  replaced: 'plain',
}
