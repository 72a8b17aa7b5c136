import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './tabs.module.css'

export interface Tab<V extends string = string> {
  readonly value: V
  readonly label: ReactNode
  readonly panel: ReactNode
}

/** Views of one thing. Keep the chosen one in the address, so that a link shows what I see. */
export function Tabs<V extends string>({
  label,
  value,
  onChange,
  tabs,
}: {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly tabs: readonly Tab<V>[]
}) {
  return (
    <Base.Root value={value} onValueChange={(chosen) => onChange(chosen as V)}>
      <Base.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={styles.panel}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
