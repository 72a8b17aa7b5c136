import { spansOfWords } from '@guatu/core/shared'
import styles from './search.module.css'

/** A text with the words marked in it that were looked for. */
export function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const spans = spansOfWords(text, words)
  return (
    <>
      {spans.map(({ start, end }, i) => (
        <span key={start}>
          {text.slice(spans[i - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  )
}
