import type { Problem } from '@guatu/contract'
import type { Span } from '@guatu/core/shared'
import type { ComponentType } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { Compared } from '../../ui/forms/conflict.ts'
import {
  type MilestoneDraft,
  milestoneDraftOf,
  milestoneWordsOf,
  type Settled,
  type TargetDraft,
  targetDraftOf,
  targetWordsOf,
  type Wrong,
} from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import styles from '../../ui/forms/forms.module.css'
import { MilestoneFields, TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import type { MilestoneItem, TargetItem } from '../../words/target.ts'
import { splitMilestone, splitTarget } from './compared.ts'
import { draftFrom, otherSum, piecesOf, thingsOf } from './guess.ts'
import type { Item } from './marks.ts'
import type { DrawerProps } from './panel.ts'

interface Piece<D> {
  readonly id: number
  readonly at: Span
  readonly draft: D
  readonly wrong: Wrong
}

const piecesMax = 12

/** One phrase that promises several things becomes several items, each with its own part of the words. */
export function SplitDrawer({ item, ...props }: DrawerProps & { readonly item: Item }) {
  return item.kind === 'target' ? <SplitTarget item={item} {...props} /> : <SplitMilestone item={item} {...props} />
}

function SplitTarget({ item, text, decide, standing, onClose }: DrawerProps & { readonly item: TargetItem }) {
  const whole = targetDraftOf(item)
  const sumNote = (drafts: readonly TargetDraft[]) => {
    const sum = otherSum(whole, drafts)
    return sum === null ? null : m.review_other_sum({ sum, whole: whole.value, unit: whole.printedUnit })
  }
  return (
    <SplitForm
      item={item}
      text={text}
      onClose={onClose}
      start={() =>
        piecesOf(text.slice(item.at.start, item.at.end), item.at).map((at, i) => ({
          at,
          draft: i === 0 ? whole : pieceDraft(whole, text, at),
        }))
      }
      whole={whole}
      settle={(draft, at) => targetWordsOf(draft, at, item)}
      save={(into, against) => decide({ do: 'split', key: item.key, into: [...into] }, against)}
      compared={(drafts) => splitTarget(item, drafts, standing(item.key))}
      Fields={TargetFields}
      note={sumNote}
    />
  )
}

function SplitMilestone({ item, text, decide, standing, onClose }: DrawerProps & { readonly item: MilestoneItem }) {
  const whole = milestoneDraftOf(item)
  return (
    <SplitForm
      item={item}
      text={text}
      onClose={onClose}
      start={() => thingsOf(item.subject).map((subject) => ({ at: item.at, draft: { ...whole, subject } }))}
      whole={whole}
      settle={milestoneWordsOf}
      save={(into, against) => decide({ do: 'splitMilestone', key: item.key, into: [...into] }, against)}
      compared={(drafts) => splitMilestone(item, drafts, standing(item.key))}
      Fields={MilestoneFields}
    />
  )
}

interface SplitFormProps<D extends TargetDraft | MilestoneDraft, W> extends Pick<DrawerProps, 'text' | 'onClose'> {
  readonly item: Item
  /** Where the phrase would part by its words; one piece where that cannot be told. */
  readonly start: () => readonly Pick<Piece<D>, 'at' | 'draft'>[]
  readonly whole: D
  readonly settle: (draft: D, at: Span) => Settled<W>
  readonly save: (into: readonly W[], against?: number) => Promise<Problem | null>
  readonly compared: (drafts: readonly D[]) => readonly Compared[]
  readonly Fields: ComponentType<{ draft: D; onChange: (draft: D) => void; wrong: Wrong }>
  readonly note?: (drafts: readonly D[]) => string | null
}

function SplitForm<D extends TargetDraft | MilestoneDraft, W>({
  item,
  text,
  onClose,
  start,
  whole,
  settle,
  save,
  compared,
  Fields,
  note,
}: SplitFormProps<D, W>) {
  const form = `split ${item.key}`
  const [pieces, setPieces] = useKept(form, 'pieces', (): readonly Piece<D>[] => {
    const found = start().slice(0, piecesMax)
    const whichever =
      found.length > 1
        ? found
        : [
            { at: item.at, draft: whole },
            { at: item.at, draft: whole },
          ]
    return whichever.map((piece, id) => ({ ...piece, id, wrong: {} }))
  })
  const drafts = pieces.map(({ draft }) => draft)
  const put = (id: number, more: Partial<Piece<D>>) =>
    setPieces(pieces.map((piece) => (piece.id === id ? { ...piece, ...more } : piece)))
  const trySave = async (against?: number) => {
    const settled = pieces.map((piece) => settle(piece.draft, piece.at))
    setPieces(
      pieces.map((piece, i) => {
        const one = settled[i]
        return { ...piece, wrong: one && !one.ok ? one.wrong : {} }
      }),
    )
    const into = settled.flatMap((one) => (one.ok ? [one.value] : []))
    return into.length === pieces.length ? save(into, against) : 'invalid'
  }
  const another = () =>
    setPieces([...pieces, { id: Math.max(...pieces.map((p) => p.id)) + 1, at: item.at, draft: whole, wrong: {} }])
  const said = note?.(drafts) ?? null
  return (
    <FormDrawer
      form={form}
      title={m.review_form_split()}
      quote={text.slice(item.at.start, item.at.end)}
      save={trySave}
      onClose={onClose}
      compared={compared(drafts)}
      about={[item.key]}
    >
      {pieces.map((piece, i) => (
        <fieldset key={piece.id} className={styles.piece}>
          <legend className={styles.pieceTitle}>{m.review_piece({ n: i + 1 })}</legend>
          <div className={styles.pieceHead}>
            <span lang="zh-CN">{text.slice(piece.at.start, piece.at.end)}</span>
            {pieces.length > 2 && (
              <Button small look="quiet" onClick={() => setPieces(pieces.filter((p) => p.id !== piece.id))}>
                {m.review_piece_remove()}
              </Button>
            )}
          </div>
          <Fields draft={piece.draft} onChange={(draft) => put(piece.id, { draft })} wrong={piece.wrong} />
        </fieldset>
      ))}
      {said !== null && <Note>{said}</Note>}
      {pieces.length < piecesMax && <Button onClick={another}>{m.review_piece_add()}</Button>}
    </FormDrawer>
  )
}

/** Comparator, basis and deadline are shared by the parts; the figure and its unit are the part's own. */
const pieceDraft = (whole: TargetDraft, text: string, at: Span): TargetDraft => {
  const { value, printedUnit } = draftFrom(text.slice(at.start, at.end))
  return { ...whole, value, printedUnit: printedUnit || whole.printedUnit }
}
