import { Toast as Base } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { m } from '../words/index.ts'
import { Button } from './Button.tsx'
import { CrossIcon } from './icons.tsx'
import styles from './toast.module.css'

const manager = Base.createToastManager()

/** Says what has just happened: `toast('已核 7 条')`. Never for a refusal: that is a `ProblemNote` where it happened. */
export const toast = (title: string, description?: string): void => {
  manager.add(description === undefined ? { title } : { title, description })
}

/** Stands once, around the shell. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} timeout={6000}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles.viewport} aria-label={m.toasts()}>
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function List() {
  const { toasts } = Base.useToastManager()
  return toasts.map((one) => (
    <Base.Root key={one.id} toast={one} className={styles.toast}>
      <Base.Content className={styles.content}>
        <div className={styles.words}>
          <Base.Title className={styles.title} />
          <Base.Description className={styles.description} />
        </div>
        <Base.Close render={<Button look="quiet" small className={styles.close} aria-label={m.close()} />}>
          <CrossIcon />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
