const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const wordEnd = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d.,;:!?)%]/u
const wordStart = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d(]/u

/** Whether a blank between these two signs parts words. Beside a Chinese character it only spreads the line. */
export const partsWords = (before: string, after: string): boolean => wordEnd.test(before) && wordStart.test(after)

/** Whether a line end between these two signs parts words: letters do not run on, figures and Chinese do. */
export const lineEndParts = (before: string, after: string): boolean => letter.test(before) && letter.test(after)
