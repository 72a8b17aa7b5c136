import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { cx } from './cx.ts'
import { TickIcon } from './icons.tsx'
import popup from './popup.module.css'
import type { Choice } from './Select.tsx'

export interface MenuAction {
  readonly label: string
  readonly onChoose: () => void
  readonly disabled?: boolean
}

/** A few actions behind one button: `<Menu trigger={<Button>操作</Button>} actions={[…]} />`. */
export function Menu({
  trigger,
  actions,
}: {
  readonly trigger: ReactElement
  readonly actions: readonly MenuAction[]
}) {
  return (
    <Frame trigger={trigger}>
      <Actions actions={actions} />
    </Frame>
  )
}

function Actions({ actions }: { readonly actions: readonly MenuAction[] }) {
  return actions.map((action) => (
    <Base.Item key={action.label} className={popup.item} onClick={action.onChoose} disabled={action.disabled ?? false}>
      <span className={popup.itemText}>{action.label}</span>
    </Base.Item>
  ))
}

export interface MenuGroup {
  readonly label: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly choices: readonly Choice[]
}

/** One or more lists of which one entry each is chosen, who is asking, which office; then a few actions. */
export function ChoiceMenu({
  trigger,
  groups,
  actions = [],
}: {
  readonly trigger: ReactElement
  readonly groups: readonly MenuGroup[]
  readonly actions?: readonly MenuAction[]
}) {
  return (
    <Frame trigger={trigger}>
      {groups.map((group) => (
        <Base.Group key={group.label}>
          <Base.GroupLabel className={popup.groupLabel}>{group.label}</Base.GroupLabel>
          <Base.RadioGroup value={group.value} onValueChange={(value: string) => group.onChoose(value)}>
            {group.choices.map((choice) => (
              <Base.RadioItem key={choice.value} value={choice.value} className={popup.item} closeOnClick>
                <Base.RadioItemIndicator className={popup.indicator}>
                  <TickIcon />
                </Base.RadioItemIndicator>
                <span className={popup.itemText}>{choice.label}</span>
              </Base.RadioItem>
            ))}
          </Base.RadioGroup>
        </Base.Group>
      ))}
      {actions.length > 0 && <Base.Separator className={popup.separator} />}
      <Actions actions={actions} />
    </Frame>
  )
}

function Frame({ trigger, children }: { readonly trigger: ReactElement; readonly children: React.ReactNode }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} align="end" collisionPadding={8}>
          <Base.Popup className={cx(popup.popup, popup.list)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
