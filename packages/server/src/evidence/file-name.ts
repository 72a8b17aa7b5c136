const nameMax = 120

/** Line and control characters, and the signs that turn the direction of writing: a name shown with them lies. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** The name a file is shown by, of the name it came with. It is never part of a path. */
export function shownName(received: string): string {
  const last = received.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const clean = last.replace(unseen, '').trim()
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,8})?$/u.exec(clean) ?? []
  const kept = [...stem].slice(0, nameMax - ending.length).join('')
  return kept === '' || /^\.+$/.test(clean) ? `未命名${ending.replace(/^\.+$/, '')}` : `${kept}${ending}`
}
