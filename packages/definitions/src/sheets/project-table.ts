import { date, longText, money, percentage, type SheetShape, text } from '@guatu/core/fact'
import { say } from '../registers/common.ts'

/** 重点项目推进情况表: one row a project, as it stands at the end of a month. */
export const projectTable: SheetShape = {
  id: 'projectTable',
  label: say('重点项目推进情况表', 'Table of key projects'),
  register: 'project',
  fields: {
    name: { column: text(say('项目名称', 'Name'), 120, { required: true }), heads: ['名称', '项目'] },
    type: { column: text(say('类型', 'Kind'), 40), heads: ['项目类型', '项目类别', '类别'] },
    totalInvestment: { column: money(say('总投资', 'Total investment'), '万元'), heads: ['总投资额', '项目总投资'] },
    planYear: {
      column: money(say('年度计划', 'Planned for the year'), '万元'),
      heads: ['年度计划投资', '本年计划', '当年计划投资'],
    },
    month: {
      column: money(say('本月完成', 'Done in the month'), '万元'),
      heads: ['投资完成情况本月', '本月', '本月完成投资', '当月完成'],
    },
    cum: {
      column: money(say('累计完成', 'Done to date'), '万元'),
      heads: ['投资完成情况累计', '累计', '累计完成投资', '年度累计完成'],
    },
    stage: { column: text(say('当前阶段', 'Stage'), 60), heads: ['形象进度', '进展阶段', '所处阶段'] },
    progress: { column: percentage(say('完成比例', 'Share done')), heads: ['完成率', '投资完成率', '进度'] },
    start: { column: date(say('开工日期', 'Started on'), { notInFuture: true }), heads: ['开工时间', '实际开工'] },
    problem: { column: longText(say('存在问题', 'Problem'), 2000), heads: ['问题', '存在困难', '存在的问题'] },
    unit: { column: text(say('责任单位', 'Unit in charge'), 120), heads: ['牵头部门', '牵头单位', '责任部门'] },
    leaderPost: { column: text(say('责任领导', 'Leader, by post'), 60), heads: ['责任岗位', '挂点领导'] },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['name', 'type'],
  rules: [{ kind: 'inOrder', columns: ['month', 'cum'] }],
  gives: {
    name: 'name',
    projectType: 'type',
    totalInvestment: 'totalInvestment',
    planYear: 'planYear',
    annualGoalStage: 'stage',
    startActual: 'start',
    problem: 'problem',
    leadUnit: 'unit',
    ownerPost: 'leaderPost',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
