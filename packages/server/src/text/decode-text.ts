import { accept, type Result, reject } from '@guatu/core/shared'
import { type TextEncoding, textProblems } from '@guatu/core/text'

export interface Decoded {
  readonly text: string
  readonly encoding: TextEncoding
}

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

// TAB, line ends and page breaks are text; of other control characters an honest file has hardly any.
const isControl = (code: number): boolean => code < 9 || (code > 13 && code < 32) || code === 127
const controlsPerThousandMax = 1

function looksLikeText(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++
  return !text.includes('\0') && controls * 1000 <= text.length * controlsPerThousandMax
}

/**
 * Decodes a text file: by its byte order mark, else as UTF-8, else as GB18030, the order in which a wrong guess is
 * least likely. What none of them fits, or what then holds control characters, is no text.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded> {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]
  const decoded = marked ? decodeAs(bytes, marked) : (decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030'))
  if (!decoded || !looksLikeText(decoded.text)) return reject(textProblems('text.not_text', {}))
  if (decoded.text.trim() === '') return reject(textProblems('text.empty', {}))
  return accept(decoded)
}
