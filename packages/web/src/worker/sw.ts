/// The service worker: it lets the page itself open without a network. It keeps the files of the shell and nothing
/// else: no answer of the server, nothing of an office.

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Event {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}

/** The files of the shell, and a mark that changes with them; put in by the build. */
declare const shellFiles: readonly string[]
declare const shellMark: string

const prefix = 'guatu-shell '
const room = prefix + shellMark
const page = '/index.html'
const patienceMilliseconds = 4_000

const within = (work: (event: Waiting) => Promise<unknown>) => (event: Event) =>
  (event as Waiting).waitUntil(work(event as Waiting))

addEventListener(
  'install',
  within(async () => {
    const fresh = [page, ...shellFiles].map((path) => new Request(path, { cache: 'reload', credentials: 'omit' }))
    await (await caches.open(room)).addAll(fresh)
  }),
)

// A newer worker takes over once no page of the older one is open, so that a page finds the files it was made of.
addEventListener(
  'activate',
  within(async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== room)
    await Promise.all(old.map((name) => caches.delete(name)))
  }),
)

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(room)).match(path)

/** The page as the server has it now; without a word from it, as it was kept. */
async function opened(request: Request): Promise<Response> {
  const slow = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMilliseconds, undefined))
  const asked = fetch(request)
  const reply = await Promise.race([asked, slow]).catch(() => undefined)
  return reply ?? (await kept(page)) ?? asked
}

const file = async (request: Request, path: string): Promise<Response> => (await kept(path)) ?? fetch(request)

const isOfShell = (path: string): boolean => !['/api/', '/wall', '/ca.crt'].some((start) => path.startsWith(start))

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && isOfShell(pathname)) respondWith.call(event, opened(request))
  else if (shellFiles.includes(pathname)) respondWith.call(event, file(request, pathname))
})
