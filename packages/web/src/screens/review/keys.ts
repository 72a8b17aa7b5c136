/** What a key does on the review screen. One key, one idea; `keymap` is also what the help shows. */
export type Command =
  | 'next'
  | 'previous'
  | 'confirm'
  | 'edit'
  | 'reject'
  | 'split'
  | 'merge'
  | 'add'
  | 'undo'
  | 'confirmSure'
  | 'words'
  | 'help'

export const keymap: readonly { readonly command: Command; readonly keys: readonly string[] }[] = [
  { command: 'next', keys: ['j', 'ArrowDown'] },
  { command: 'previous', keys: ['k', 'ArrowUp'] },
  { command: 'confirm', keys: ['c', 'Enter'] },
  { command: 'edit', keys: ['e'] },
  { command: 'reject', keys: ['x'] },
  { command: 'split', keys: ['s'] },
  { command: 'merge', keys: ['m'] },
  { command: 'words', keys: ['w'] },
  { command: 'add', keys: ['a'] },
  { command: 'undo', keys: ['u'] },
  { command: 'confirmSure', keys: ['A'] },
  { command: 'help', keys: ['?'] },
]

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/** Where the press happened: a field takes its own keys, and a button or link its own Enter. */
export type Place = 'field' | 'control' | 'page'

/** The command of a press, or null where the key is somebody else's. */
export function commandOf(press: KeyPress, place: Place): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || place === 'field') return null
  if (place === 'control' && press.key === 'Enter') return null
  return keymap.find(({ keys }) => keys.includes(press.key))?.command ?? null
}
