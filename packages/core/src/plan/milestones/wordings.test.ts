import { expect, test } from 'vitest'
import { reportFromPlain } from '../../text/index.ts'
import { planFromText } from '../from-text.ts'

/** The milestones of a task of one sentence, as `subject event due`. */
function milestonesOf(sentence: string): string[] {
  const report = reportFromPlain(`某街道2025年工作计划\n一、重点工作\n1.${sentence}\n2.加强学习。`)
  return planFromText(report).milestones.map(({ subject, event, due }) => `${subject} ${event} ${due ?? '-'}`)
}

test.each([
  ['年产6万吨的云溪新材料项目9月底前试生产。', ['云溪新材料项目 operate 2025-09']],
  ['占地90亩的祥和智能家居产业园四季度竣工。', ['祥和智能家居产业园 complete 2025-Q4']],
  ['加快城西大道北延段建设。', ['城西大道北延段 progress -']],
  ['同和中心6月底竣工。', ['同和中心 complete 2025-06']],
  ['云溪饲料3万吨加工项目10月底前投产。', ['云溪饲料3万吨加工项目 operate 2025-10']],
  ['完成柳湾水库除险加固。', ['柳湾水库 complete -']],
  ['推进柳湾公园及周边设施提升项目。', ['柳湾公园及周边设施提升项目 progress -']],
  ['实施青年创业护航计划。', []],
  ['春晓广场二期9月底前对外营业。', ['春晓广场二期 operate 2025-09']],
  ['柳湾净水厂提标工程11月底前通水试运行。', ['柳湾净水厂提标工程 operate 2025-11']],
  ['建成并启用区政务服务中心新大厅。', ['区政务服务中心新大厅 operate -']],
  ['柳湾公园、梅岭步道向市民开放。', ['柳湾公园 operate -', '梅岭步道 operate -']],
  ['完成柳湾片区更新专项规划。', ['柳湾片区更新专项规划 approve -']],
  ['支持柳湾医院创建三级甲等医院。', ['柳湾医院 award -']],
  ['柳湾医院争创二级综合医院。', ['柳湾医院 award -']],
  [
    '抓好柳湾灌区续建配套项目建设，确保年底前完工。',
    ['柳湾灌区续建配套项目 progress -', '柳湾灌区续建配套项目 complete 2025-12'],
  ],
  ['打通公交微循环,年内打通春晓路。', ['春晓路 complete 2025']],
  ['建设油茶林地800亩、蔬菜大棚300亩。', []],
  ['带动工业投资增长,推动地铁客流回升。', []],
  ['紧盯新投产项目和在建工业项目,力争早见效。', []],
  ['完善功能,建成工作、居住、休憩“三位一体”的青年街区。', []],
  ['引入海洋工程、生物育种、新型材料等项目资源。', []],
  ['力争创成国家生态文明建设示范县。', ['国家生态文明建设示范县 award -']],
  ['深化全国文明城市创建。', ['全国文明城市 award -']],
  ['县图书馆新馆、全民健身中心年内对外开放。', ['县图书馆新馆 operate 2025', '全民健身中心 operate 2025']],
  [
    '柳湾大道北延、春晓路完成路面施工,6月30日前通车。',
    ['柳湾大道北延 operate 2025-06-30', '春晓路 operate 2025-06-30'],
  ],
  ['柳湾医院三季度封顶、次年3月投用。', ['柳湾医院 complete 2025-Q3', '柳湾医院 operate 2026-03']],
  ['确保柳湾水厂、春晓大桥年内建成通车运行。', ['柳湾水厂 operate 2025', '春晓大桥 operate 2025']],
  ['文化广场8月底前完工。', ['文化广场 complete 2025-08']],
  ['停车场6月底前投用,污水管网12月底前完工。', []],
  ['“五一”前开通柳湾专线。', ['柳湾专线 operate 2025-05-01']],
  ['推进柳湾小学项目。加快推进柳湾小学项目。', ['柳湾小学项目 progress -']],
  ['柳湾小学开工,确保柳湾小学3月开工。', ['柳湾小学 start 2025-03']],
])('a thing and what becomes of it: %s', (sentence, expected) => {
  expect(milestonesOf(sentence)).toEqual(expected)
})
