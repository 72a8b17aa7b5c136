import { date, money, type SheetShape, text, uscc } from '@guatu/core/fact'
import { say } from '../registers/common.ts'

/** 企业底册: one row a firm by its code. */
export const enterpriseList: SheetShape = {
  id: 'enterpriseList',
  label: say('企业底册', 'List of enterprises'),
  register: 'enterprise',
  fields: {
    name: { column: text(say('企业名称', 'Name'), 120, { required: true }), heads: ['单位名称', '名称', '公司名称'] },
    uscc: {
      column: uscc(say('统一社会信用代码', 'USCC'), { required: true }),
      heads: ['社会信用代码', '信用代码', '统一信用代码'],
    },
    address: { column: text(say('经营地址', 'Address'), 200), heads: ['地址', '实际地址', '单位地址'] },
    industry: { column: text(say('行业', 'Industry'), 60), heads: ['所属行业', '行业类别', '行业代码'] },
    scale: { column: text(say('规模', 'Size'), 20), heads: ['企业规模'] },
    category: { column: text(say('分类', 'Category'), 40), heads: ['四上类别', '纳统类别', '统计分类'] },
    capital: { column: money(say('注册资本', 'Registered capital'), '万元'), heads: ['注册资金'] },
    established: {
      column: date(say('成立日期', 'Established on'), { notInFuture: true }),
      heads: ['成立时间', '注册日期', '设立日期'],
    },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['uscc'],
  rules: [],
  gives: {
    name: 'name',
    uscc: 'uscc',
    actualAddress: 'address',
    industryCode: 'industry',
    fourUp: 'category',
    registeredCapital: 'capital',
    establishedOn: 'established',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
