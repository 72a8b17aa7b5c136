/**
 * Calls `onChange` when somebody in the office has changed something. The browser reconnects by itself; after a
 * break a change may have been missed, so the first message of every new connection counts as one.
 */
export function onLiveChange(onChange: () => void, path = '/api/live'): () => void {
  const source = new EventSource(path)
  let opened = false
  source.addEventListener('changed', onChange)
  source.addEventListener('open', () => {
    if (opened) onChange()
    opened = true
  })
  return () => source.close()
}
