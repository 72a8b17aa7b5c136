// After the change that a choice makes to the page, so that a tab that was hidden is there.
const later = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

const found = (attribute: string, key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(key)}"]`)

/** Brings the phrase into sight in the report; with `focus` its line as well, for selecting words by key. */
export const showWords = (key: string, focus = false): void =>
  later(() => {
    const phrase = found('data-phrase', key)
    phrase?.scrollIntoView({ block: 'nearest' })
    if (focus) phrase?.closest<HTMLElement>('[data-line]')?.focus({ preventScroll: true })
  })

/** Brings the item into sight in the list and, for those who go by key, to it. */
export const showItem = (key: string, focus: boolean): void =>
  later(() => {
    const item = found('data-item', key)
    item?.scrollIntoView({ block: 'nearest' })
    if (focus) item?.querySelector<HTMLElement>('[data-pick]')?.focus({ preventScroll: true })
  })
