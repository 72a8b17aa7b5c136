import { day, decimal, threshold } from '@guatu/core/shared'
import type { KindFigure, KindRules } from '@guatu/core/signal'

const from = day('2000-01-01')
const engine = '执行规则 b.3 [A]，由本单位在规则集中确定'

const figure = (id: KindFigure, zh: string, en: string, unit: string, value: number | string) =>
  threshold({ id: `kind.${id}`, label: { zh, en }, unit, values: [{ from, value: decimal(value), source: engine }] })

/** 各类目标的亮灯门槛：序时进度以外的规则。 */
export const kindRules: KindRules = {
  levelYellowPoints: figure(
    'levelYellowPoints',
    '占比低于目标几点以内亮黄灯',
    'Points below a level that are yellow',
    'percentage_point',
    1,
  ),
  growthYellowPoints: figure(
    'growthYellowPoints',
    '增速缺口几点以内亮黄灯',
    'Points of growth missing that are yellow',
    'percentage_point',
    3,
  ),
  rateRedPoints: figure(
    'rateRedPoints',
    '及时率低于目标几点以上亮红灯',
    'Points below a rate that are red',
    'percentage_point',
    10,
  ),
  trajectoryGreenPoints: figure(
    'trajectoryGreenPoints',
    '落后路径几点以内仍亮绿灯',
    'Points behind the path that stay green',
    'percentage_point',
    2,
  ),
  trajectoryYellowPoints: figure(
    'trajectoryYellowPoints',
    '预测差几点以内亮黄灯',
    'Points of the forecast that are yellow',
    'percentage_point',
    3,
  ),
  trajectoryOrangePoints: figure(
    'trajectoryOrangePoints',
    '预测差几点以内亮橙灯',
    'Points of the forecast that are orange',
    'percentage_point',
    5,
  ),
  neededRateYellow: figure(
    'neededRateYellow',
    '余下所需按时率不超过多少亮黄灯',
    'Needed rate that is yellow',
    'ratio',
    '0.97',
  ),
  meanYellow: figure(
    'meanYellow',
    '余下允许均值不低于常值几成亮黄灯',
    'Part of the norm that is yellow',
    'ratio',
    '0.9',
  ),
  meanOrange: figure(
    'meanOrange',
    '余下允许均值不低于常值几成亮橙灯',
    'Part of the norm that is orange',
    'ratio',
    '0.75',
  ),
  rankYellow: figure('rankYellow', '名次落后几位以内亮黄灯', 'Places behind that are yellow', 'place', 2),
  rankOrange: figure('rankOrange', '名次落后几位以内亮橙灯', 'Places behind that are orange', 'place', 3),
  slackGreenDays: figure('slackGreenDays', '节点余量几个工作日以上亮绿灯', 'Slack that is green', 'workday', 10),
  lateYellowDays: figure('lateYellowDays', '节点迟几个工作日以内亮黄灯', 'Lateness that is yellow', 'workday', 10),
  complianceYellow: figure(
    'complianceYellow',
    '应办办结几成以上亮黄灯',
    'Part of what is due that is yellow',
    'ratio',
    '0.95',
  ),
  complianceOrange: figure(
    'complianceOrange',
    '应办办结几成以上亮橙灯',
    'Part of what is due that is orange',
    'ratio',
    '0.9',
  ),
  stockYellow: figure('stockYellow', '物资短缺几成以内亮黄灯', 'Shortage that is yellow', 'ratio', '0.1'),
  checklistYellow: figure(
    'checklistYellow',
    '清单完成几成以上亮黄灯',
    'Part of a checklist that is yellow',
    'ratio',
    '0.8',
  ),
  checklistOrange: figure(
    'checklistOrange',
    '清单完成几成以上亮橙灯',
    'Part of a checklist that is orange',
    'ratio',
    '0.6',
  ),
  chanceGreen: figure('chanceGreen', '达成概率多少以上亮绿灯', 'Chance that is green', 'ratio', '0.8'),
  chanceYellow: figure('chanceYellow', '达成概率多少以上亮黄灯', 'Chance that is yellow', 'ratio', '0.5'),
  forecastRed: figure(
    'forecastRed',
    '预测不到目标几成亮红灯',
    'Part of the target below which a forecast is red',
    'ratio',
    '0.95',
  ),
}
