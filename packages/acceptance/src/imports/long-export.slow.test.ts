import { readFileSync } from 'node:fs'
import type { Me } from '@guatu/contract'
import { expect, test } from 'vitest'
import { launchEvidenceServer } from '../faults/support/evidence-process.ts'
import { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'

const rows = 100_000
/** So much more than at rest the server may hold at most: what 100,000 rows held as a whole would be a multiple of. */
const moreMax = 350

const megabytesHeld = (pid: number, what: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

test.skipIf(process.platform !== 'linux')(
  '十万行导出：边读边写，服务器占的内存不随行数涨',
  async () => {
    const office = await openOffice({ today: '2023-07-01' })
    try {
      const { officer } = await (await office.as('经办人')).get<Me>('/api/me')
      const cookie = await office.sessionOf(officer.id)
      await query(
        office.database.root,
        `insert into entry (office_id, id, root_id, register, true_on, known_at, entered_by, content, natural_key, because, number_year, serial)
       select '${office.id}', g.id, g.id, 'progress', '2023-06-20', '2023-06-21', '${officer.id}',
         jsonb_build_object('on', '2023-06-20', 'unit', '公共事务中心', 'quantity', '1', 'note', '第' || g.n || '处'), g.n::text, '', 2023, g.n
       from (select n, gen_random_uuid() as id from generate_series(1, ${rows}) n) g`,
      )
      const { child, address } = await launchEvidenceServer(office)
      try {
        const pid = child.pid ?? 0
        const before = megabytesHeld(pid, 'VmRSS')
        const reply = await fetch(`${address}/api/registers/progress/sheet`, { headers: { cookie } })
        expect(reply.status).toBe(200)
        let bytes = 0
        for await (const piece of reply.body as unknown as AsyncIterable<Uint8Array>) bytes += piece.length
        expect(bytes).toBe(Number(reply.headers.get('content-length')))
        expect(bytes).toBeGreaterThan(1_000_000)
        expect(megabytesHeld(pid, 'VmHWM') - before).toBeLessThan(moreMax)
      } finally {
        child.kill('SIGKILL')
      }
    } finally {
      await office.close()
    }
  },
  300_000,
)
