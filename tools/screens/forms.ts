/** One way to look at a screen: the size of the window, the theme, or paper. */
export interface Form {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly theme?: 'dark'
  /** The whole page, where it is longer than the window. */
  readonly whole?: boolean
  readonly paper?: boolean
}

const desktop: Form = { name: 'desktop', width: 1440, height: 900, whole: true }
const dark: Form = { ...desktop, name: 'dark', theme: 'dark' }
const phone: Form = { name: 'phone', width: 390, height: 844, whole: true }
const paper: Form = { name: 'paper', width: 1440, height: 900, paper: true }

/** An ordinary screen is worked at: on a PC, on a phone, in both themes. */
export const screenForms: readonly Form[] = [desktop, dark, phone]

/** What is printed and put on a table or into a file, on paper as well. */
export const printedForms: readonly Form[] = [...screenForms, paper]

/** The wall hangs: in a meeting room, on a double-width LED wall, and on A3. */
export const wallForms: readonly Form[] = [
  { name: '1920', width: 1920, height: 1080 },
  { name: '1920-dark', width: 1920, height: 1080, theme: 'dark' },
  { name: '3840', width: 3840, height: 1080 },
  { name: '3840-dark', width: 3840, height: 1080, theme: 'dark' },
  phone,
  paper,
]
