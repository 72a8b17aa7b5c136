// What people write into a cell that has nothing to say; never nought.
const nothing =
  /^(?:[-—–―－/／\\~～·.。…]{1,4}|无|暂无|没有|待定|待核|待补|未定|不详|未知|未测评|未测|未填|空|N\/?A|null|None)$/i
const stillOpen = /^(?:待定|待核|待补|未定)$/

/** Whether a cell says that it has nothing to say. */
export const isNothing = (words: string): boolean => words === '' || nothing.test(words)

/** Whether a cell says that its figure is to come: worth telling, no fault. */
export const isOpen = (words: string): boolean => stillOpen.test(words)

const formulaErrors = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/

/** Whether a formula has failed in a cell. */
export const isFormulaError = (words: string): boolean => formulaErrors.test(words)

const wide = /[！-～]/g

/** Full-width signs made half-width, and all blanks out. */
export const narrowed = (words: string): string =>
  words.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000]/g, '')

/** A text cell without the apostrophe that keeps a spreadsheet from calculating. */
export const withoutApostrophe = (words: string): string =>
  words.startsWith("'") || words.startsWith('’') ? words.slice(1).trim() : words
