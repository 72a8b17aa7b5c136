const newline = 0x0a
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decoded = (bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** The lines of a file one by one, null for one that is no UTF-8. The last has to end like the others. */
export function* textLines(bytes: Uint8Array): Generator<string | null> {
  let start = 0
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    yield decoded(bytes.subarray(start, end))
    start = end + 1
  }
  if (start < bytes.length) yield null
}
