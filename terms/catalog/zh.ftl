## Common
at-least-reports-people = 至少{ $people }人的至少{ $reports }份报告

## Figure
act-alone = { $code ->
    [F1] 中国私营经济中的强迫劳动
    [Z] 其他或未说明的行为
   *[other] { $label }
}
acts-all = 所有行为
level-region = 整个研究区域
level-r2 = 很大的区域（约60,000平方公里）
level-r3 = 大区域（约9,000平方公里）
level-r4 = 中等区域（约1,250平方公里）
level-r5 = 小区域（约180平方公里）
level-finest = 每个数字按其自身的区域大小
years = { $kind ->
    [one] { $first }年
    [one-only] 仅{ $first }年
    [span] { $first }–{ $last }年
    [span-only] 仅{ $first }–{ $last }年
   *[to] { $last }年及以前
}
period-all = 所有年份
period-undated = 年份不明
period-year = { $years }
period-before = 边境关闭之前：{ $years }
period-closure = 边境关闭期间：{ $years }
period-reopening = 边境重新开放以来：{ $years }
began-all = 起始年份：{ $last }年及以前的所有年份，以及年份不明
began-undated = 起始年份：不明
began-year = 起始年份：{ $years }
began-before = 起始年份：{ $years }（边境关闭之前）
began-closure = 起始年份：{ $years }（边境关闭期间）
began-reopening = 起始年份：{ $years }（边境重新开放以来；但边境直到2023年8月底仍然关闭）
began-none = 这一时期的年份尚未发布
began-clause = { $kind ->
    [undated] 起始年份不明的
   *[other] 始于{ $years }的
}
figure-title-place = 报告的行为发生在哪里？
figure-title-place-act = { $act }：报告的行为发生在哪里？
figure-title-place-time = 报告中{ $began }行为发生在哪里？
figure-title-place-act-time = { $act }：报告中{ $began }行为发生在哪里？
figure-title-time = 历年报告了哪些行为？
figure-title-time-act = { $act }：历年报告了什么？
figure-title-time-time = { $began }行为有哪些报告？
figure-title-time-act-time = { $act }：{ $began }行为有哪些报告？
figure-around = { $names }一带
figure-inside = { $names }
figure-study-area = 研究区域
figure-two-places = { $a }和{ $b }
figure-three-places = { $a }、{ $b }和{ $c }
figure-two-acts = { $a }；{ $b }
figure-three-acts = { $a }；{ $b }；{ $c }
figure-answer-nothing = 此选择没有可显示的内容：没有报告，或数量太少而不能显示。
figure-answer-no-area = 此选择没有可以按这一大小显示的区域。
figure-answer-total = 至少{ $people }人的至少{ $reports }份有记录的报告。
figure-answer-map = 本图显示至少{ $reports }份有记录的报告。
figure-answer-one = 本图显示至少{ $reports }份有记录的报告，位于{ $where }。
figure-answer-half = 本图显示至少{ $reports }份有记录的报告；该数字的一半以上位于{ $where }。
figure-answer-largest = 本图显示至少{ $reports }份有记录的报告；最大的单个数字为至少{ $largest }份，位于{ $where }。
figure-answer-part = 本图中单个区域的最大数字为至少{ $reports }份有记录的报告，位于{ $where }。
figure-answer-acts = 至少{ $reports }份有记录的报告；该数字的一半以上涉及：{ $what }。
figure-wider = { $adds ->
    [yes] 另有至少{ $reports }份报告只能定位到更大的区域。
   *[no] 至少{ $reports }份报告只能定位到更大的区域。
}
figure-elsewhere = { $adds ->
    [yes] 另有至少{ $reports }份发生在研究区域之外。
   *[no] 至少{ $reports }份发生在研究区域之外。
}
figure-not-stated = { $adds ->
    [yes] 另有至少{ $reports }份未说明地点。
   *[no] 至少{ $reports }份未说明地点。
}
figure-pool = 至少{ $reports }份报告的区域、时间或行为不能显示。
figure-blurred = 至少{ $reports }份报告只说明了比所选更宽的时期或行为类别；其中一部分可能属于此处。
figure-complete = 此选择的已发布报告全部显示在本图上。
figure-complete-table = 此选择的已发布报告全部列在本表中。
figure-legend = 各区域的报告数
figure-class = 至少{ $low }份
figure-none = 没有，或太少而不能显示
figure-wide = 虚线：位于这一较大区域内的某处
figure-tip = 至少{ $people }人的至少{ $reports }份报告
figure-tip-both-banks = 该区域横跨边界两侧
figure-tip-wide = 位于这一较大区域内的某处
figure-source = 来源：{ $title }，发布版本 { $id }，截至 { $as_of }
figure-alt-map = 地图。{ $title }{ $answer }{ $not_shown }表格含有相同的数字。
figure-alt-table = 表格。{ $title }{ $answer }{ $not_shown }
figure-not-prevalence = 这是有记录的报告，不是实际发生的规模。没有颜色不等于没有伤害。
figure-minima = 每个数字都是最小值。报告数不是人数，不同数字中的人数不能相加。
figure-events = k 计算的是事件：记录中没有区分个人，因此每个案例是一个事件，不计算人数。
figure-promise = 每个数字都来自至少{ $k }人，其中任何一人撤回后仍然成立。
figure-held-back = 近年数据不完整：报告在行为起始年份结束后的{ $least }至{ $most }个月内暂不发布。
figure-totals = 每个问题分别加以保护，因此不同问题的总数并不相同。
figure-single-source = 所有数字都依据同一个来源。
figure-overlap = 各来源可能重叠，因此数字不能相加；显示的是最大的部分。
figure-no-endorsement = 所示边界和名称不代表任何认可。
figure-not-audited = 未经审核：尚未有审核者尝试从本发布版本中找出个人。
figure-synthetic = 合成数据：为试用软件而虚构的人物和事件，不能证明任何事情。
figure-attribution = 使用 Natural Earth 制作。地名：GeoNames（geonames.org），CC BY 4.0，有修改。边界为近似。
figure-synthetic-mark = 合成数据
figure-release-mark = 发布版本 { $id }
figure-zoom-in = 放大
figure-zoom-out = 缩小
figure-table = 以表格列出相同的数字
figure-table-only = 数字
figure-not-listed = 未列出的区域：没有，或太少而不能显示。
figure-not-listed-acts = 空白：没有，或太少而不能显示。
figure-cite = 引用方式：{ $cite }
figure-left-out = 本图未包括的内容
figure-left-out-table = 本表未包括的内容
figure-to-know = 须知
figure-map-help = 用方向键移动地图，用加号和减号缩放。所有数字也列在表格中。
column-near = 位置
column-size = 区域大小
column-cell = H3 单元
column-reports = 报告（至少）
column-people = 人数（至少）
column-period = 起始年份

## Page
page-no-release = 无法显示该数据发布。
page-other-release = 此链接是为另一份数据发布生成的，与此处显示的不同，数字可能有差异。
page-choose-area = 指向地图上的区域可查看其数字；点选后数字会保留在这里。
page-to-table = 以表格查看相同数字
page-table-part = 共 { $rows } 行，此处为数字最大的 { $shown } 行；文件中包含全部。
page-csv = 保存这些数字（CSV）
choose-plate = 问题
choose-plate-where = 在哪里？
choose-plate-where_what = 在哪里，按行为？
choose-plate-where_when = 在哪里，按时间？
choose-plate-when_what = 每年有哪些行为？
choose-plate-where_when_what = 何地、何时、何事？（概略）
choose-period = 开始时间
choose-group = 行为类别
choose-act = 行为
choose-act-any = 该类别全部
choose-level = 区域大小
choose-lang = 语言
map-keys = 方向键移动地图，加号和减号缩放，N 和 P 依次浏览区域，回车键选定。
