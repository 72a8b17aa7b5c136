const lookingBack =
  /回顾|总结|成效|成绩|完成情况|进展情况|开展情况|落实情况|执行情况|运行情况|工作情况|基本情况|主要做法|亮点工作|特色亮点|过去[的一五两]|一年来|五年来|上年度?工作|去年|存在的?(?:主要|突出)?(?:问题|不足|困难|短板)|主要问题|问题与?和?不足|困难和挑战|不足之处/
const lookingAhead = /思路|计划|打算|安排|目标|任务|下一?步|部署|谋划|清单|展望|举措|重点工作|民生实事|今年|明年/
const framing =
  /^(?:指导思想|总体要求|总体思路|总体目标要求|基本原则|工作原则|工作要求|有关要求|几点要求|组织领导|组织实施|组织保障|工作保障|保障措施|保障机制|推进机制|形势分析|面临形势|发展形势|工作机制|实施步骤|附则|名词解释)$/

/** What a heading says about the words under it. */
export type SectionKind = 'plan' | 'review' | 'frame'

/**
 * A section that looks back (上年工作回顾) or that only frames the work (总体要求, 保障措施) holds no tasks.
 * `year` is the plan's, null where the report does not say; work of earlier years alone is a review as well.
 */
export function sectionOf(heading: string, year: number | null): SectionKind {
  const words = heading.replace(/[\s\u3000]/g, '')
  if (framing.test(words)) return 'frame'
  const years = yearsIn(words)
  const past = year !== null && years.length > 0 && years.every((each) => each < year)
  if (lookingBack.test(words)) return !past && lookingAhead.test(words) ? 'plan' : 'review'
  return past && /工作|目标|任务|实事|计划/.test(words) ? 'review' : 'plan'
}

/** A heading that opens the part of a report where the year ahead begins. */
export const opensPlan = (heading: string): boolean =>
  /(?:20\d\d年|今年|明年|下半年|下一步|下步|新的一年|来年|年度).{0,16}(?:安排|思路|计划|打算|任务|重点工作|目标|工作|实事)|^(?:重点工作|主要任务|重点任务|工作任务|下一步)/.test(
    heading,
  ) && !lookingBack.test(heading)

export function yearsIn(words: string): number[] {
  return [...words.matchAll(/(?<!\d)(20\d\d)(?=年|年度)/g)].map((found) => Number(found[1]))
}
