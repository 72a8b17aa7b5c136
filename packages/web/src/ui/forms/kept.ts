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

/** Whether anything that was typed into a form is kept; what it was opened on is not typed. */
export function isKept(store: Storage, place: Place): boolean {
  const prefix = prefixOf(place)
  return Object.keys(store).some((key) => key.startsWith(prefix) && key !== prefix + openedField)
}

/** The field under which is kept what a form was opened on. */
export const openedField = 'opened'

/** Forgets a form that was taken or given up. */
export function forget(store: Storage, place: Place): void {
  const prefix = prefixOf(place)
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
}
