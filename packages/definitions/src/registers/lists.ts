/** 制约因素: whom a thing waits for that is not in the office's hands (1–36, §A6). */
export const blockers = [
  ['district', '区级', 'District'],
  ['city', '市级', 'City'],
  ['province', '省级', 'Province'],
  ['enterprise', '企业', 'Enterprise'],
  ['owner', '权利人', 'Owner'],
  ['weather', '天气', 'Weather'],
  ['fund', '资金', 'Funds'],
  ['litigation', '诉讼', 'Litigation'],
] as const

/** 产业集群: the four clusters of task 21, the categories of task 8, and what is in none of them. */
export const clusters = [
  ['laser', '激光与增材制造', 'Laser and additive manufacturing'],
  ['display', '高清显示', 'High-definition display'],
  ['vehicle', '智能网联汽车', 'Connected vehicles'],
  ['medicalDevice', '高端医疗器械', 'Medical devices'],
  ['bioManufacturing', '生物智造', 'Bio-manufacturing'],
  ['artificialIntelligence', '人工智能', 'Artificial intelligence'],
  ['communication', '通讯科技', 'Communication'],
  ['electronics', '新一代电子信息', 'Electronics'],
  ['highEndEquipment', '高端装备', 'High-end equipment'],
  ['green', '绿色低碳', 'Green and low-carbon'],
  ['ocean', '海洋产业', 'Ocean'],
  ['aerospace', '空天技术', 'Aerospace'],
  ['smartManufacturing', '智能制造', 'Smart manufacturing'],
  ['other', '其他', 'Other'],
] as const
