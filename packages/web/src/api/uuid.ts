/** A random key for one request that may be repeated. Plain http on an intranet has no `crypto.randomUUID`. */
export function uuid(source: Partial<Pick<Crypto, 'randomUUID' | 'getRandomValues'>> = globalThis.crypto): string {
  if (source.randomUUID) return source.randomUUID()
  const bytes = new Uint8Array(16)
  if (source.getRandomValues) source.getRandomValues(bytes)
  else for (let i = 0; i < 16; i++) bytes[i] = Math.floor(Math.random() * 256)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
