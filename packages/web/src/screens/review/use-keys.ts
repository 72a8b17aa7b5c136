import { useEffect, useRef } from 'react'
import { type Command, commandOf, type Place } from './keys.ts'

const placeOf = (target: EventTarget | null): Place => {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]')) return 'field'
  // The button that picks an item is the item: Enter on it confirms.
  if (target.closest('[data-pick]')) return 'page'
  return target.closest('a, button') ? 'control' : 'page'
}

/** Hands the keys of the page to `run` while nothing lies over it. Menus and dialogs keep their own. */
export function useKeys(enabled: boolean, run: (command: Command) => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!enabled) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || inPopup(event.target)) return
      const command = commandOf(event, placeOf(event.target))
      if (!command) return
      event.preventDefault()
      latest.current(command)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [enabled])
}

const inPopup = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role="menu"], [role="dialog"], [role="listbox"], [aria-haspopup]') !== null
