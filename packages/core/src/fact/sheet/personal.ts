const personalHead =
  /(?:联系人|联络员|经办人|当事人|负责人|业主|学员|家长|户主)?(?:姓名|手机|电话|身份证|证件号|联系方式|住址|出生)|^(?:联系人|联络员|姓名|户主|当事人)$/
const officeLine = /(?:办公|单位|值班|服务|咨询|公开)电话|总机|座机/

/** Whether a column says by its head that it holds what a register may not keep of a person. */
export const isPersonalHead = (own: string): boolean => personalHead.test(own) && !officeLine.test(own)
