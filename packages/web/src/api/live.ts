const hour = 3_600_000

/**
 * Calls `onChange` when somebody in the office has changed something. The browser reconnects by itself; after a
 * break a change may have been missed, so the first message of every new connection counts as one. A refusal ends the
 * browser's tries for good, and a new day changes lights without anybody's doing: so once an hour it is tried and told
 * again, for a screen that hangs there for months.
 */
export function onLiveChange(onChange: () => void, path = '/api/live'): () => void {
  let source: EventSource
  let opened = false
  const open = () => {
    source = new EventSource(path)
    source.addEventListener('changed', onChange)
    source.addEventListener('open', () => {
      if (opened) onChange()
      opened = true
    })
  }
  open()
  const hourly = setInterval(() => {
    onChange()
    if (source.readyState === EventSource.CLOSED) open()
  }, hour)
  return () => {
    clearInterval(hourly)
    source.close()
  }
}
