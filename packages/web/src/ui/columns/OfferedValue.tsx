import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import { Note } from '../ProblemNote.tsx'
import type { Offer } from './use-check.ts'

const longestShown = 60

interface Props {
  readonly offer: Offer | undefined
  readonly onTake: (value: string) => void
}

/** Offers what was probably meant in place of what was typed; nothing is changed before the person says so. */
export function OfferedValue({ offer, onTake }: Props) {
  if (!offer) return null
  const { text, says } = offer
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
  return (
    <Note>
      {says}
      <Button small onClick={() => onTake(text)}>
        {m.entry_take_offered({ value: shown })}
      </Button>
    </Note>
  )
}
