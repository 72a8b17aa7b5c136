import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { identityProblems } from '@guatu/core/identity'
import { accept, assert, type Result, reject } from '@guatu/core/shared'

const derive = promisify(argon2)

/** What one hash costs whoever computes it. */
export interface HashCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** 64 MiB, three passes: above the floor of OWASP (19 MiB, two), after RFC 9106 §4. */
export const hashCost: HashCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }

const saltBytes = 16
const hashBytes = 32

interface Kept extends HashCost {
  readonly salt: Buffer
  readonly hash: Buffer
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const written = ({ memoryKiB, passes, lanes, salt, hash }: Kept): string =>
  `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`

function readKept(text: string): Kept {
  const [, m, t, p, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text) ?? []
  assert(hash !== '', 'a kept hash is written as we write it')
  return {
    memoryKiB: Number(m),
    passes: Number(t),
    lanes: Number(p),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

const compute = ({ memoryKiB, passes, lanes }: HashCost, salt: Buffer, password: string): Promise<Buffer> =>
  derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    memory: memoryKiB,
    passes,
    parallelism: lanes,
    tagLength: hashBytes,
  })

/** Hashes passwords, so many at a time; refuses with `identity.busy` what finds no place in its queue. */
export interface Hasher {
  /** The hash with its cost and salt, as it is kept. */
  hash(password: string): Promise<Result<string>>
  /** Whether a password is the one that was hashed. Where there is none, the same work is done for nothing. */
  verify(password: string, kept: string | null): Promise<Result<boolean>>
  /** Whether a kept hash cost something else than one of today. */
  isOld(kept: string): boolean
}

export interface HasherNeeds {
  readonly cost?: HashCost
  /** Each one at work takes a core and the memory of its cost. */
  readonly atOnce?: number
  /** How many may wait behind them: more would wait longer than people do. */
  readonly waitingMax?: number
}

export function makeHasher({
  cost = hashCost,
  atOnce = availableParallelism(),
  waitingMax = 100,
}: HasherNeeds = {}): Hasher {
  const waiting: (() => void)[] = []
  let working = 0
  async function inTurn<T>(work: () => Promise<T>): Promise<Result<T>> {
    if (working >= atOnce && waiting.length >= waitingMax) return reject(identityProblems('identity.busy', {}))
    if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else working += 1
    try {
      return accept(await work())
    } finally {
      // A place is handed on to whoever waits; only where nobody does is it free.
      const next = waiting.shift()
      if (next) next()
      else working -= 1
    }
  }
  const nobody: Kept = { ...cost, salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) }
  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(saltBytes)
        return written({ ...cost, salt, hash: await compute(cost, salt, password) })
      }),
    verify: (password, kept) =>
      inTurn(async () => {
        const one = kept === null ? nobody : readKept(kept)
        const isSame = timingSafeEqual(await compute(one, one.salt, password), one.hash)
        return isSame && kept !== null
      }),
    isOld: (kept) => {
      const { memoryKiB, passes, lanes } = readKept(kept)
      return memoryKiB !== cost.memoryKiB || passes !== cost.passes || lanes !== cost.lanes
    },
  }
}
