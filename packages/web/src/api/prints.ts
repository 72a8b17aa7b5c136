import type { NewPrint } from '@guatu/contract'
import { uuid } from './uuid.ts'

/**
 * Says that this page goes to paper. Printing is the browser's own and waits for nobody: where no answer comes, or there
 * is no seat to print from, the paper is made all the same.
 */
export function tellPrint({ pathname, search }: Location): void {
  const body: NewPrint = { page: `${pathname}${search}`.slice(0, 500) }
  fetch('/api/prints', {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
    headers: { 'content-type': 'application/json', 'idempotency-key': uuid() },
    body: JSON.stringify(body),
  }).catch(() => {})
}
