import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import type { Me, SearchFound } from '@guatu/contract'
import { searchTypedMax } from '@guatu/core/shared'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { searchQuery } from '../../api/search.ts'
import { Button } from '../../ui/Button.tsx'
import { CrossIcon, SearchIcon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import popup from '../../ui/popup.module.css'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { useAsOf } from '../url.ts'
import { type GoTo, type GoToGroup, useGoTo } from './choices.ts'
import { Marked } from './Marked.tsx'
import styles from './search.module.css'

const waitMs = 180

/** What was typed, once nothing more has been typed for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), waitMs)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

/** 检索: what one types is looked for while one types, and one goes there by the arrows and Enter. Nothing is remembered. */
export default function SearchDialog({ me, onClose }: { readonly me: Me; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const settled = useSettled(typed.trim())
  const query = useQuery({ ...searchQuery(settled), enabled: settled !== '' })
  const found = settled === '' ? undefined : query.data
  const groups = useGoTo(me, typed, found)
  const isLooking = typed.trim() !== settled || query.isFetching
  const go = (item: GoTo) => {
    onClose()
    item.go()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        <Dialog.Popup className={styles.dialog}>
          <Dialog.Title className={styles.title}>{m.search_title()}</Dialog.Title>
          <Autocomplete.Root
            inline
            open
            mode="none"
            items={groups}
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={({ title }: GoTo) => title}
            autoHighlight="always"
            keepHighlight
          >
            <div className={styles.line}>
              <SearchIcon />
              <Autocomplete.Input
                aria-label={m.search_input()}
                placeholder={m.search_hint()}
                maxLength={searchTypedMax}
                className={styles.input}
                onKeyDown={(event) => {
                  if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
                }}
              />
              <Dialog.Close render={<Button look="quiet" small aria-label={m.search_close()} />}>
                <CrossIcon />
              </Dialog.Close>
            </div>
            <Told
              typed={settled}
              found={found}
              count={groups.reduce((sum, { items }) => sum + items.length, 0)}
              isLooking={isLooking}
              error={settled === '' ? null : query.error}
            />
            <Autocomplete.List className={styles.list} aria-label={m.search_list()}>
              {(group: GoToGroup) => (
                <Autocomplete.Group key={group.label} items={group.items} className={styles.group}>
                  <Autocomplete.GroupLabel className={styles.groupLabel}>{group.label}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: GoTo) => (
                      <Autocomplete.Item key={item.key} value={item} className={styles.item} onClick={() => go(item)}>
                        <Found item={item} words={found?.words ?? []} />
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <p className={styles.keys} aria-hidden="true">
            {m.search_keys()}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Found({ item: { title, note, says }, words }: { readonly item: GoTo; readonly words: readonly string[] }) {
  return (
    <>
      <span className={styles.itemTitle}>
        <Marked text={title} words={words} />
      </span>
      {note !== '' && <span className={styles.note}>{note}</span>}
      {says !== '' && (
        <span className={styles.says}>
          <Marked text={says} words={words} />
        </span>
      )}
    </>
  )
}

interface ToldOf {
  readonly typed: string
  readonly found: SearchFound | undefined
  /** How much is shown, pages included. */
  readonly count: number
  readonly isLooking: boolean
  readonly error: Error | null
}

/** What there is to say of the search itself: that it goes on, found nothing, failed, or cannot know everything yet. */
function Told({ typed, found, count, isLooking, error }: ToldOf) {
  const { on } = useAsOf()
  if (error && !isLooking)
    return (
      <div className={styles.told}>
        <ProblemNote problem={problemOf(error)} />
      </div>
    )
  return (
    <div className={styles.told}>
      <p role="status">{statusOf({ typed, found, count, isLooking })}</p>
      {found?.behind && (
        <p>
          {found.behind.through === null
            ? m.search_behind_all()
            : m.search_behind({ time: instantWords(found.behind.through) })}
        </p>
      )}
      {on !== undefined && typed !== '' && <p>{m.search_past({ day: dayWords(on) })}</p>}
    </div>
  )
}

function statusOf({ typed, found, count, isLooking }: Omit<ToldOf, 'error'>): string {
  if (typed === '' && !isLooking) return ''
  if (isLooking || !found) return m.search_looking()
  if (found.tooShort) return m.search_short()
  return count === 0 ? m.search_nothing({ typed }) : m.search_found({ count })
}
