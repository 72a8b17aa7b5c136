import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './guatu-process.ts'
import { sharedFolder } from './shared.ts'

/** A file to hand in, as a browser takes one. */
export interface Handed {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const handed = (path: string, name: string): Handed => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(path),
})

// Another office's way of writing: two levels of numbers, no announced count, another unit of counting.
const invented = `澄溪街道2023年工作要点

（一）做优营商服务。走访企业300家次；新建人才驿站一处。

（二）做美街区环境。建成口袋公园6个，改造背街小巷15条。

（三）做实民生保障。新增托位150个；举办各类文体活动200场次。

（四）做细平安建设。创建平安小区8个。

（五）做强基层队伍。持续提升干部履职本领。
`

/** The report the product starts from; without its folder, the sample's own as Word document. */
export function startingReport(): Handed {
  const shared = sharedFolder()
  const [seed] = shared ? globSync('seeds/*.txt', { cwd: shared }) : []
  if (shared && seed) return handed(join(shared, seed), '2023年工作报告.txt')
  return handed(join(checkout, 'examples', 'work-report-2023.docx'), '2023年工作报告.docx')
}

/** A report of quite another make, of five tasks; without its folder, an invented one. */
export function otherReport(): Handed {
  const shared = sharedFolder()
  const path = join(shared ?? checkout, 'gold/dev/docs/25-baihe-jiedao.txt')
  if (shared && existsSync(path)) return handed(path, '工作思路.txt')
  return { name: '工作要点.txt', mimeType: 'text/plain', buffer: Buffer.from(invented) }
}
