import type { Words } from '@guatu/contract'
import { getLocale, setLocale } from './generated/runtime.js'

export { m } from './generated/messages.js'

export type Locale = 'zh-CN' | 'en'

export const locale = (): Locale => getLocale()

/** Turns the page to the other language; the page loads again, so ask only where nothing typed can be lost. */
export const chooseLocale = (to: Locale): void => {
  void setLocale(to)
}

/** The words that came over the wire, in the language the page speaks. */
export const say = (words: Words): string => (locale() === 'en' ? words.en : words.zh)

/** Tells the browser, and with it screen readers and hyphenation, which language the page speaks. */
export const announceLocale = (): void => {
  document.documentElement.lang = locale()
}
