import { type KeyboardEvent, useState } from 'react'

interface Box {
  readonly left: number
  readonly width: number
  readonly top: number
}

/** The slip to go to from `from` on an arrow key: the next or last one in reading order, or the nearest a deck away. */
export function slipBeside(boxes: readonly Box[], from: number, key: string): number | null {
  const here = boxes[from]
  if (!here) return null
  if (key === 'ArrowRight') return from + 1 < boxes.length ? from + 1 : null
  if (key === 'ArrowLeft') return from > 0 ? from - 1 : null
  if (key === 'Home') return 0
  if (key === 'End') return boxes.length - 1
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null
  const way = key === 'ArrowDown' ? 1 : -1
  const beyond = boxes.flatMap((box, i) => ((box.top - here.top) * way > 1 ? [{ box, i }] : []))
  const deck = Math.min(...beyond.map(({ box }) => Math.abs(box.top - here.top)))
  const middle = (box: Box) => box.left + box.width / 2
  const distance = (box: Box) => Math.abs(middle(box) - middle(here))
  return (
    beyond
      .filter(({ box }) => Math.abs(box.top - here.top) < deck + 1)
      .sort((a, b) => distance(a.box) - distance(b.box))[0]?.i ?? null
  )
}

/** Arrow keys move from slip to slip; Tab enters the wall at the one last reached, and leaves it. */
export function useSlipKeys(first: string | null) {
  const [last, setLast] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const slips = [...event.currentTarget.querySelectorAll<SVGAElement>('a[data-slip]')]
    const from = slips.findIndex((slip) => slip.matches(':focus'))
    const boxes = slips.map((slip) => slip.getBoundingClientRect())
    const to = from < 0 ? null : slipBeside(boxes, from, event.key)
    const slip = to === null ? undefined : slips[to]
    if (!slip) return
    event.preventDefault()
    slip.focus()
    setLast(slip.dataset.slip ?? null)
  }
  return { current: last ?? first, onKeyDown }
}
