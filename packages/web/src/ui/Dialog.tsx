import { Dialog as Base } from '@base-ui/react/dialog'
import { type CSSProperties, type ReactNode, useRef, useState } from 'react'
import { m } from '../words/index.ts'
import { Button } from './Button.tsx'
import { CrossIcon } from './icons.tsx'
import popup from './popup.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  /** One sentence below the title. */
  readonly says?: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
  /** Whether it comes up with what had been typed into it before (`useRestored`). */
  readonly restored?: boolean
}

/** A question or a short form in the middle of the page. Escape and the cross close it; focus goes back by itself. */
export function Dialog(props: DialogProps) {
  return <Panel {...props} className={popup.dialog} />
}

/** A longer form or a thing with its details, from the right, marked by the one red rule. `width` in pixels. */
export function Drawer({ width = 620, ...props }: DialogProps & { readonly width?: number }) {
  return <Panel {...props} className={popup.drawer} style={{ '--drawer-width': `${width}px` } as CSSProperties} />
}

const fields = 'input:not([type="radio"], [type="checkbox"], [aria-hidden="true"]), textarea'

function Panel({
  open,
  onClose,
  title,
  says,
  actions,
  children,
  restored = false,
  className,
  style,
}: DialogProps & { readonly className: string | undefined; readonly style?: CSSProperties }) {
  const body = useRef<HTMLDivElement>(null)
  // Escape, the cross and a click beside it are easily hit by mistake: what was typed is not lost by them unasked.
  const typed = useRef(restored)
  const [asking, setAsking] = useState(false)
  const leave = () => (typed.current ? setAsking(!asking) : onClose())
  // A form is opened to be filled in. By touch the keyboard of the phone would cover it.
  const firstField = (how: string) =>
    (how === 'touch' ? null : body.current?.querySelector<HTMLElement>(fields)) ?? true
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && leave()}>
      <Base.Portal>
        <Base.Backdrop className={popup.backdrop} />
        <Base.Popup className={className} style={style} initialFocus={firstField}>
          <div className={popup.head}>
            <Base.Title className={popup.title}>{title}</Base.Title>
            <Base.Close render={<Button look="quiet" small aria-label={m.close()} />}>
              <CrossIcon />
            </Base.Close>
          </div>
          {says !== undefined && <Base.Description className={popup.says}>{says}</Base.Description>}
          <div
            ref={body}
            className={popup.body}
            onInput={() => {
              typed.current = true
            }}
          >
            {children}
          </div>
          {asking ? (
            <div className={popup.foot} role="alert">
              <span className={popup.asks}>{m.typed_unsaved()}</span>
              <Button onClick={onClose}>{m.typed_give_up()}</Button>
              <Button look="primary" autoFocus onClick={() => setAsking(false)}>
                {m.typed_go_on()}
              </Button>
            </div>
          ) : (
            actions !== undefined && <div className={popup.foot}>{actions}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
