import { type Day, isDay } from '../../shared/index.ts'

// A roster is about people at work today: another century is a slip of the hand.
const earliest = '1950-01-01'
const latest = '2099-12-31'

const written = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?: 0{1,2}:00(?::00)?)?$/

/** The day that a cell says, `2023-06-30`, `2023/6/30`, `2023年6月30日` or `20230630`; null where it says none. */
export function dayIn(words: string): Day | null {
  const plain = words.normalize('NFKC').trim()
  const [, year = '', month = '', of = ''] = written.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  const text = `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`
  return isDay(text) && earliest <= text && text <= latest ? text : null
}
