import type { ComponentType } from 'react'

/** One screen of the shell: where it is, what it is called, and the file that shows it, loaded when first opened. */
export interface Screen {
  readonly id: string
  /** As TanStack Router writes paths: `/tasks/$taskId`. */
  readonly path: string
  readonly label: () => string
  /**
   * `main`: in the left navigation. `administration`: there for those who have no part in the work itself; others find it
   * in the menu under their name. `none`: reached from another screen. `hidden`: an aid for those who build.
   */
  readonly nav: 'main' | 'administration' | 'none' | 'hidden'
  /** The route without which it is of no use: who may not use it is not led there by the navigation. */
  readonly needs?: string
  readonly load: () => Promise<{ default: ComponentType }>
}
