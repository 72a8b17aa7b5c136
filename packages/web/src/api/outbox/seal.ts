import { answered, within } from './database.ts'

/** What is kept of a value: under a seal where the browser has the means, which plain http does not give it. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer> | null
  readonly data: ArrayBuffer
}

export interface Seal {
  close(data: ArrayBuffer): Promise<Sealed>
  open(sealed: Sealed): Promise<ArrayBuffer>
}

interface KeyNote {
  readonly id: string
  readonly key: CryptoKey
}

const keyNote = 'key'
const ivBytes = 12

/** The key of a database, made with it. It cannot be read out of the browser, and goes when the database goes. */
async function keyOf(db: IDBDatabase): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return within(db, 'readwrite', async (room) => {
    const kept = await answered<KeyNote | undefined>(room('notes').get(keyNote))
    if (!kept) await answered(room('notes').put({ id: keyNote, key: fresh }))
    return kept?.key ?? fresh
  })
}

/** The seal of a database: whoever searches the folder of the browser finds no word of what was written. */
export async function sealOf(db: IDBDatabase): Promise<Seal> {
  // Typed as always there; on plain http it is not.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  const key = subtle ? await keyOf(db) : null
  return {
    close: async (data) => {
      if (!subtle || !key) return { iv: null, data }
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      return { iv, data: await subtle.encrypt({ name: 'AES-GCM', iv }, key, data) }
    },
    open: async ({ iv, data }) => (iv && subtle && key ? subtle.decrypt({ name: 'AES-GCM', iv }, key, data) : data),
  }
}

const bytesOf = (value: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(value)).buffer as ArrayBuffer

export const closeValue = (seal: Seal, value: unknown): Promise<Sealed> => seal.close(bytesOf(value))
export const openValue = async <T>(seal: Seal, sealed: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await seal.open(sealed))) as T
