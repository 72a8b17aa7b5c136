import { useState } from 'react'
import type { Ledger } from './use-ledger.ts'

/** Beyond so many rows a printed ledger is no paper any more; how many are missing stands on it. */
const rowsPrintedMax = 2_000

/** Prints a ledger with all its rows: those that are not here yet are asked for first. */
export function usePrinting({ page }: Pick<Ledger, 'page'>) {
  const [printing, setPrinting] = useState(false)
  const print = async () => {
    setPrinting(true)
    try {
      let now: Pick<Ledger['page'], 'hasNextPage' | 'data' | 'isError'> = page
      const rows = () => now.data?.pages.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0
      while (now.hasNextPage && !now.isError && rows() < rowsPrintedMax) now = await page.fetchNextPage()
    } finally {
      setPrinting(false)
    }
    // What has come is drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
  }
  return { printing, print }
}
