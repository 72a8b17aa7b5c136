import { buildApp } from '@guatu/server'
import { openDatabase } from '@guatu/server/platform/db'
import { afterEach, expect, test } from 'vitest'
import { onLan, turnInto } from '../support/formal.ts'
import { storyKeys } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { confirm, confirming, enter, openPaperOffice, type PaperOffice, seatOf } from './paper-story.ts'

let office: PaperOffice
afterEach(() => office.close())

test('正式事项停办的时候，纸上批的也不办；恢复以后同一份照样确认', async () => {
  office = await openPaperOffice()
  const review = await office.bringIn({ text: smallReport, name: '再来.txt', kind: 'meeting' })
  const body = { withOpen: true, adoptedOn: '2023-07-03', paperNumber: '' }
  const adopting = { route: 'POST /api/sources/:id/adopt', params: { id: review.id }, body, version: review.version }
  const paper = await enter(await office.as('经办人'), { ...adopting, signer: await seatOf(office, '督查专员') })
  const cookie = await office.sessionOf((await seatOf(office, '科室负责人')).id)
  const { root, connections } = office.database
  await query(
    root,
    `insert into witness (office_id, since, folder) values ('${office.id}', '2023-07-03T00:00:00Z', '/第二处')`,
  )
  await turnInto('formal', root, office.id)
  office.clock.goTo('2023-07-04')
  // The head signs in anew on the next day.
  await query(root, "update session set started_at = '2023-07-04T02:00:00Z', last_seen_at = '2023-07-04T02:00:00Z'")
  const db = openDatabase(connections)
  const { clock, filesFolder } = office
  const lan = await buildApp({ db, clock, keys: storyKeys, filesFolder, webRoot: null, network: 'lan' })
  try {
    const head = personOf(lan, '科室负责人', onLan(cookie))
    expect((await head.refused(confirming(paper.id))).code).toBe('audit.witness_missing')
    await query(root, 'delete from witness')
    expect((await confirm(head, paper)).state).toBe('confirmed')
  } finally {
    await lan.close()
    await db.close()
  }
})
