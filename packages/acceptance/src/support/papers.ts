// A small report of an invented sub-district: what it announces, what it holds, and what it leaves uncheckable.
export const smallReport = `青禾街道2023年工作报告
2023年，街道党工委将全年工作归纳为2个方面，细化为6项重点任务。
附件：
2023年重点工作任务
一、建设宜居城区
1.新建口袋公园。年内新建口袋公园12个。
2.开展文明实践。全年开展文明实践活动700场以上。
3.持续提升城市精细化管理水平。
二、壮大产业
4.扩大招商。引进重点项目10宗以上。
`

/** The page that the report has lost: tasks 5 and 6. */
export const lostPage = `青禾街道2023年重点工作任务（补页）
二、壮大产业
5.培育企业。新增规上企业45家。
6.办好夜市。举办夜市活动20场以上。
`
