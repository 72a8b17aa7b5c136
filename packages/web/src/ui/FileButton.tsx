import { type DragEvent, useId, useState } from 'react'
import { buttonClass } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './file.module.css'

interface FileChoice {
  readonly label: string
  /** As in `<input accept>`: `.docx,.txt`. */
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly disabled?: boolean
}

/**
 * Chooses one file. The browser's own control speaks the browser's language and cannot be named, so the input is
 * there for keyboard and screen reader and the label is what is seen.
 */
export function FileButton({ label, accept, onFile, disabled = false }: FileChoice) {
  const id = useId()
  return (
    <span className={styles.holder}>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        className={styles.input}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          // The same file may be chosen again after it was mended.
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={cx(buttonClass({ look: 'primary' }), styles.label)}>
        {label}
      </label>
    </span>
  )
}

/** A place to drop one file, with the button in it. */
export function FileDrop({ hint, ...choice }: FileChoice & { readonly hint: string }) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !choice.disabled) choice.onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has no keyboard form; the button inside is the other way in.
    <div
      className={cx(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton {...choice} />
      <span className={styles.hint}>{hint}</span>
    </div>
  )
}
