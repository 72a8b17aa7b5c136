/**
 * What in a `Set-Cookie` line does not hold to the rules of the door it came out of; empty where all
 * does. Written after RFC 6265bis by hand, so that it does not ask the library that made the line.
 */
export function cookieFaults(line: string, network: 'loopback' | 'lan'): string[] {
  const [pair = '', ...parts] = line.split(';').map((part) => part.trim())
  const name = pair.split('=')[0] ?? ''
  const attributes = new Map(parts.map((part) => [part.split('=')[0]?.toLowerCase(), part.split('=')[1] ?? '']))
  const overHttps = network === 'lan'
  const rules: readonly (readonly [string, boolean])[] = [
    ['__Host-', name.startsWith('__Host-') === overHttps],
    ['Secure', attributes.has('secure') === overHttps],
    ['HttpOnly', attributes.has('httponly')],
    ['SameSite=Strict', attributes.get('samesite') === 'Strict'],
    ['Path=/', attributes.get('path') === '/'],
    ['no Domain', !attributes.has('domain')],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => `${name}: ${rule}`)
}
