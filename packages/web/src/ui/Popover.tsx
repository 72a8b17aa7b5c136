import { Popover as Base } from '@base-ui/react/popover'
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import popup from './popup.module.css'

/** More about a thing, opened by a press: `<Popover trigger={<Button>…</Button>} title="口径">…</Popover>`. */
export function Popover({
  trigger,
  title,
  children,
  open,
  onOpenChange,
}: {
  readonly trigger: ReactElement
  readonly title?: string
  readonly children: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}) {
  const controlled = open === undefined ? {} : { open }
  return (
    <Base.Root {...controlled} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={cx(popup.popup, popup.box)}>
            {title !== undefined && <Base.Title className={popup.boxTitle}>{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** A hint on hover and focus. Never the only place of a fact: phones have no hover. */
export function Tooltip({ words, children }: { readonly words: string; readonly children: ReactElement }) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner className={popup.positioner} sideOffset={6}>
          <BaseTooltip.Popup className={cx(popup.popup, popup.tooltip)}>{words}</BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}
