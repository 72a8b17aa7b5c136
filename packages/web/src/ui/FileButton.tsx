import { type DragEvent, useId, useState } from 'react'
import { buttonClass } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './file.module.css'

interface Choice {
  readonly label: string
  /** As in `<input accept>`: `.docx,.txt`. */
  readonly accept: string
  readonly disabled?: boolean
  /** A phone opens its camera. */
  readonly camera?: boolean
}

interface FileChoice extends Choice {
  readonly onFile: (file: File) => void
}

interface FilesChoice extends Choice {
  readonly onFiles: (files: readonly File[]) => void
}

/**
 * Chooses files. The browser's own control speaks the browser's language and cannot be named, so the input is
 * there for keyboard and screen reader and the label is what is seen.
 */
function FilesButton({
  label,
  accept,
  onFiles,
  several,
  disabled = false,
  camera = false,
}: FilesChoice & { readonly several: boolean }) {
  const id = useId()
  return (
    <span className={styles.holder}>
      <input
        id={id}
        type="file"
        multiple={several}
        accept={accept}
        disabled={disabled}
        {...(camera ? { capture: 'environment' as const } : {})}
        className={styles.input}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
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
export function FileDrop({ onFile, ...place }: FileChoice & { readonly hint: string }) {
  const first = ([file]: readonly File[]) => file && onFile(file)
  return <DropPlace {...place} several={false} onFiles={first} />
}

/** A place to drop files, with the button in it. */
export const FilesDrop = (place: FilesChoice & { readonly hint: string }) => <DropPlace {...place} several />

function DropPlace({ hint, ...choice }: FilesChoice & { readonly hint: string; readonly several: boolean }) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!choice.disabled) choice.onFiles([...event.dataTransfer.files])
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
      <FilesButton {...choice} />
      <span className={styles.hint}>{hint}</span>
    </div>
  )
}
