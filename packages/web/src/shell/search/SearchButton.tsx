import type { Me } from '@guatu/contract'
import { lazy, Suspense, useEffect, useState } from 'react'
import { may } from '../../api/me.ts'
import { Button } from '../../ui/Button.tsx'
import { SearchIcon } from '../../ui/icons.tsx'
import { m } from '../../words/index.ts'
import styles from '../shell.module.css'

// Not loaded with the frame of every page but soon after it, so that the first letters typed find it there.
const load = () => import('./SearchDialog.tsx')
const SearchDialog = lazy(load)
const loadAfterMs = 1500

const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent)
const isShortcut = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey

// What is being typed into a form that lies over the page would be lost by going elsewhere.
const isSomethingOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

/** Opens the search, by a click or by Ctrl-K (⌘K) from anywhere; nothing where somebody may not search. */
export function SearchButton({ me }: { readonly me: Me }) {
  const [open, setOpen] = useState(false)
  const isAllowed = may(me, 'GET /api/search')
  useEffect(() => {
    if (!isAllowed) return undefined
    const listen = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      event.preventDefault()
      if (!isSomethingOpen()) setOpen(true)
    }
    window.addEventListener('keydown', listen)
    const timer = setTimeout(() => void load().catch(() => {}), loadAfterMs)
    return () => {
      window.removeEventListener('keydown', listen)
      clearTimeout(timer)
    }
  }, [isAllowed])
  if (!isAllowed) return null
  const keys = isMac() ? '⌘K' : 'Ctrl K'
  return (
    <>
      <Button
        small
        className={styles.search}
        aria-label={`${m.search_open_button()} ${keys}`}
        aria-keyshortcuts="Control+K Meta+K"
        title={m.search_shortcut({ keys })}
        onClick={() => setOpen(true)}
      >
        <SearchIcon />
        <span className={styles.searchWords}>{m.search_open_button()}</span>
        <kbd className={styles.searchWords}>{keys}</kbd>
      </Button>
      {open && (
        <Suspense>
          <SearchDialog me={me} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
