/** Which hash a record was sealed with; it stands in the record, so that a log may go from one to the other. */
export type SuiteId = 'sha256' | 'sm3'

export const suiteIds: readonly SuiteId[] = ['sha256', 'sm3']

/** A hash and its HMAC, both as lower-case hex; handed in, because the core knows no machine. */
export interface Suite {
  digest(bytes: Uint8Array): string
  mac(key: Uint8Array, bytes: Uint8Array): string
}

export type Suites = Readonly<Record<SuiteId, Suite>>

const encoder = new TextEncoder()
export const bytesOf = (text: string): Uint8Array => encoder.encode(text)
