/** What is typed into forms, kept in this tab only, so that a lost seat loses nothing of it. Files and secrets are not. */
export interface Place {
  /** Office and officer: nobody else at this computer is given it. */
  readonly person: string
  readonly path: string
  readonly form: string
}

const mark = 'guatu.form'
const prefixOf = ({ person, path, form }: Place): string => `${[mark, person, path, form].join(' ')} `

export function keep(store: Storage, place: Place, field: string, value: unknown): void {
  try {
    store.setItem(prefixOf(place) + field, JSON.stringify(value))
  } catch {
    // A full or forbidden store: the form works as ever, only without a net.
  }
}

/** What was kept of a field, undefined where nothing was. */
export function keptOf(store: Storage, place: Place, field: string): unknown {
  try {
    const text = store.getItem(prefixOf(place) + field)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Forgets a form that was taken or given up. */
export function forget(store: Storage, place: Place): void {
  const prefix = prefixOf(place)
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
}
