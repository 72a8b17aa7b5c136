// Fixed ranges, not Unicode classes: those grow with each version, and a log has to read the same for ever.
const hidden =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * A value as JSON on one line on which nothing hides: control, direction and invisible characters are written as
 * `\uXXXX`, so that no name can begin a line of its own or turn the rest of one around.
 */
export const plainJson = (value: unknown): string => JSON.stringify(value).replace(hidden, escaped)
