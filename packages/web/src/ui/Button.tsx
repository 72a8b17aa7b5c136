import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { cx } from './cx.ts'

export interface ButtonLook {
  /** `primary` once a page at most, `secondary` by default, `quiet` inside rows and bars, `danger` for what takes away. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly small?: boolean
}

export const buttonClass = ({ look = 'secondary', small = false }: ButtonLook): string =>
  cx(styles.button, styles[look], small && styles.small)

/** A button: `<Button look="primary" onClick={adopt}>采用</Button>`. `busy` keeps it from being pressed twice. */
export function Button({
  look = 'secondary',
  small = false,
  busy = false,
  className,
  disabled,
  ...rest
}: ComponentProps<'button'> & ButtonLook & { readonly busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={cx(buttonClass({ look, small }), className)}
    />
  )
}

/** A link that looks like a button. Inside the shell prefer `<Link className={buttonClass({…})}>` of the router. */
export function ButtonLink({
  look = 'secondary',
  small = false,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & ButtonLook) {
  return (
    <a {...rest} className={cx(buttonClass({ look, small }), className)}>
      {children}
    </a>
  )
}
