import type { Span } from '@guatu/core/shared'
import { Button } from '../../ui/Button.tsx'
import { type TargetDraft, targetDraftOf, targetWordsOf, type Wrong } from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import styles from '../../ui/forms/forms.module.css'
import { TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import type { TargetItem } from '../../words/target.ts'
import { splitTarget } from './compared.ts'
import { draftFrom, otherSum, piecesOf } from './guess.ts'
import type { DrawerProps } from './panel.ts'

interface Piece {
  readonly id: number
  readonly at: Span
  readonly draft: TargetDraft
  readonly wrong: Wrong
}

const piecesMax = 12

/** One phrase that promises several things becomes several targets, each with its own part of the words. */
export function SplitDrawer({ item, text, decide, standing, onClose }: DrawerProps & { readonly item: TargetItem }) {
  const words = text.slice(item.at.start, item.at.end)
  const form = `split ${item.key}`
  const whole = targetDraftOf(item)
  const [pieces, setPieces] = useKept(form, 'pieces', () => firstPieces(item, text))
  const put = (id: number, more: Partial<Piece>) =>
    setPieces(pieces.map((piece) => (piece.id === id ? { ...piece, ...more } : piece)))
  const save = async (against?: number) => {
    const settled = pieces.map((piece) => targetWordsOf(piece.draft, piece.at, item))
    setPieces(
      pieces.map((piece, i) => {
        const one = settled[i]
        return { ...piece, wrong: one && !one.ok ? one.wrong : {} }
      }),
    )
    const into = settled.flatMap((one) => (one.ok ? [one.value] : []))
    return into.length === pieces.length ? decide({ do: 'split', key: item.key, into }, against) : 'invalid'
  }
  const another = () =>
    setPieces([
      ...pieces,
      { id: Math.max(...pieces.map((p) => p.id)) + 1, at: item.at, draft: targetDraftOf(item), wrong: {} },
    ])
  const sum = otherSum(
    whole,
    pieces.map(({ draft }) => draft),
  )
  return (
    <FormDrawer
      form={form}
      title={m.review_form_split()}
      quote={words}
      save={save}
      onClose={onClose}
      compared={splitTarget(
        item,
        pieces.map(({ draft }) => draft),
        standing(item.key),
      )}
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
          <TargetFields draft={piece.draft} onChange={(draft) => put(piece.id, { draft })} wrong={piece.wrong} />
        </fieldset>
      ))}
      {sum !== null && <Note>{m.review_other_sum({ sum, whole: whole.value, unit: whole.printedUnit })}</Note>}
      {pieces.length < piecesMax && <Button onClick={another}>{m.review_piece_add()}</Button>}
    </FormDrawer>
  )
}

function firstPieces(item: TargetItem, text: string): Piece[] {
  const whole = targetDraftOf(item)
  const found = piecesOf(text.slice(item.at.start, item.at.end), item.at).slice(0, piecesMax)
  const spans = found.length > 1 ? found : [item.at, item.at]
  return spans.map((at, id) => ({ id, at, draft: id === 0 ? whole : pieceDraft(whole, text, at), wrong: {} }))
}

/** Comparator, basis and deadline are shared by the parts; the figure and its unit are the part's own. */
const pieceDraft = (whole: TargetDraft, text: string, at: Span): TargetDraft => {
  const { value, printedUnit } = draftFrom(text.slice(at.start, at.end))
  return { ...whole, value, printedUnit: printedUnit || whole.printedUnit }
}
