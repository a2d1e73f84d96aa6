## Common
# No native reader has checked the sentences of this part.
at-least-reports-people = 至少{ $people }人的至少{ $reports }份报告

## Figure
# No native reader has checked the sentences of this part.
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
people-none = 没有，或太少而不能显示，或因其他数字会泄露它而不显示
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
figure-plate = 发布数据的表：“{ $question }”（{ $plate }）
figure-north = 北
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
# No native reader has checked the sentences of this part.
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
map-phone = 在手机上，本页仅供阅读；请在更大的屏幕上选择问题。
share = 复制链接
share-says = 您所看到内容的地址：只包含此发布版本、此页面及所做的选择。
idle-title = 未保留任何内容
idle-says = 已有{ $minutes }分钟没有任何操作，因此本次会话中的所有内容都已从服务器内存中清除。
idle-begin = 重新开始
login = 登录
login-with = 使用 { $name } 登录
login-out = 退出登录
login-title = 本地图需要确认您的身份
login-says = 请登录后查看。登录之前不显示任何发布内容。
login-unknown = 尚未确认您的身份。请通过提供给您的网址访问。
login-broken = 无法读取登录设置，因此不显示任何内容。请告知本地图的运行者。

## Pages
# No native reader has checked the sentences of this part.
nav-map = 地图
nav-people = 人数
nav-context = 背景
nav-method = 方法
people-title = 有多少人？
people-answer = 本发布版本中至少有{ $people }名不同的人。
people-nothing = 本发布版本没有不同人数的总数。
people-why-rows = 同一个人可以出现在多行中：在针对她的行为开始的每个时期，在每一类行为下，先作为女童、后作为成年女性。因此各行不能相加，这里也不显示合计。
people-why-reports = 人数不是报告数：同一个人可能出现在多份报告中。而且这些只是有人讲述过的人，并不是所有受害者。
people-why-minima = 每个数字都是最小值。未显示的行可能没有，或太少而不能显示，或因其他数字会泄露它而不显示。
people-all = 所有人
people-woman = 成年女性
people-girl = 女童（当时未满18岁）
people-other = 其他
people-not-stated = 未说明
people-era = 时期
people-by-era = 按行为开始的时期
people-by-era-says = 有行为始于该时期的不同人数，至少。
people-by-act = 按行为类别
people-by-act-says = 所有年份合计的不同人数，至少。
people-by-both = 按行为类别和时期
people-by-both-says = 有此类行为始于该时期的不同人数，至少。
people-ongoing = 在某一时期内处于被控制状态
people-ongoing-says = 无论何时开始，被控制状态延续到该时期的不同人数，至少：强迫婚姻与奴役、性剥削、强迫劳动、私人拘禁。
context-title = 其他来源怎么说？
context-answer = 其他机构和媒体的数字，按其来源原文以英文引用。这些数字不显示在地图上，也不能与我们的报告数相加。
context-contested-together = 有争议：这些数字互相矛盾，任何一个都不单独显示。
context-contested-alone = 有争议：引用时须连同本卡片的全部内容。
context-compare = 须一并阅读。
context-source = 来源：{ $source }
context-warning = 注意：{ $warning }
method-title = 这些数据有多可靠，人如何受到保护？
method-answer = 发布版本对自身的说明，以及数字的产生方法。
method-heading = 如何保护个人
method-elsewhere = 此处未安装方法说明，它在本图集的文件 protect/METHOD.md 中。
method-in-english = 方法说明以英文写成。
quality-title = 本发布版本的数据
quality-editions = { $count ->
    [one] 一个版次，截至{ $last }。
   *[other] { $count }个版次，第一版截至{ $first }，最新一版截至{ $last }。
}
quality-sources = { $mode ->
    [single] 所有数字都依据同一个来源。
   *[several] 每个数字都依据多个来源。
}
quality-persons = { $mode ->
    [linked] 所有来源使用同一套代号：出现在多个来源中的人只计一次。
    [disjoint] 据管理者声明，没有人同时出现在两个来源中。
   *[unlinked] 同一个人可能出现在两个来源中：每个数字只依据其最大的一个来源。
}
quality-k = 每个数字来自至少{ $k }人，并向下取为{ $step }的倍数。
quality-audit = { $state ->
    [passed] 本发布版本通过了我们自己的审核者的攻击。
   *[none] 本发布版本未经审核。
}
quality-left-out = 因无法确保安全而未收入的问题：{ $count }个。
quality-behind = 缺少最新版次的问题：{ $count }个。
quality-coverage = { $state ->
    [yes] 本发布版本说明了在哪里进行过询问。
   *[no] 本发布版本没有说明在哪里进行过询问：没有显示的地方，也许没有人被询问过。
}
quality-levels = 报告的位置可以精确到什么程度？
quality-levels-says = 每个问题在研究区域内已发布的报告中，可以按各种区域大小显示的百分比。
quality-levels-overlap = 各来源可能重叠，因此不能给出比例。
quality-lag = 多久之后才被讲述？
quality-lag-says = 按行为与讲述之间的年数列出的报告数，至少。近期的行为还不可能在很久之后才被讲述。
quality-lag-years = { $lag ->
    [not_stated] 未说明
   *[other] { $lag }年
}
nav-trends = 趋势
trends-nothing = 本发布版本没有说明年份。
trends-says = 减少的是报告，不是伤害：2020年以来，能够离开并讲述的人少了很多。某一年的报告较少，并不表示那一年发生得较少。
trends-alt = 按年份和行为类别的图表，灰色带为边境关闭期间，下方为抵达韩国的人数。表格含有相同的数字。
trends-legend = 始于该年的报告：
trends-bands = 灰色带：边境关闭期间，{ $first }至{ $last }年。带编号的线：下文列出的事件。资料稀少的年份只按行为类别说明；只能按时期说明的内容列在表格中。
trends-arrivals = 抵达韩国的人数
trends-arrivals-says = 抵达韩国的北韩人士，韩国统一部公布的数字（F08）。没有柱形的年份，此处不知其数字。
trends-lasting = 始于某一时期，或延续到该时期
trends-lasting-says = 不同的人数，至少。许多行为会持续多年：2017年被卖的人可能至今仍被控制。
trends-began = 当时开始的人数（至少）
trends-during = 当时处于其中的人数（至少）
trends-events = 时间轴上的事件
trends-events-says = 所发生的事件并不是报告内容的原因。
trends-not-told = 没有，太少而不能显示，或未按时期说明
trends-not-published = 未公布
trends-number = 编号
trends-when = 时间
trends-event = 事件
trends-source = 来源
trends-year = 年份
trends-people = 人数
trends-reports = 报告
marker-M1 = 中朝边境议定书
marker-M2 = 延边悬赏打击令
marker-M3 = 联合国调查委员会报告
marker-M4 = 中国境内的一轮逮捕（至少41人）
marker-M5 = 1至2公里缓冲区，“无条件射击”
marker-M6 = “最高紧急状态”
marker-M7 = 遣返80人
marker-M8 = 遣返40人
marker-M9 = 遣返500人以上（HRW）或600人（TJWG、GRC）：有争议
marker-M10 = 遣返约60人
marker-M11 = HRW：2020年以来至少遣返1,076人
nav-whom = 由谁所为？
whom-title = 由谁所为，在哪个国家？
whom-nothing = 本发布版本没有说明由谁所为。
whom-answer = 至少{ $reports }份有记录的报告说明了行为类别；由谁所为，在可以显示的范围内列于表中。
whom-answer-part = 最大的单个数字为至少{ $reports }份有记录的报告。
whom-why-told = 由谁所为是人们的讲述，此处没有法院的认定。
whom-why-country = 国家是指行为发生的地方，并不表示由谁负责。
whom-by-actor = 按行为类别和行为者
whom-by-country = 按行为类别和国家
whom-by-era = 按时期和行为者
whom-says = { $adds ->
    [yes] 研究区域内的报告数，至少。
   *[no] 研究区域内的报告数，至少：由于各来源可能重叠，显示的是每个数字中最大的部分。
}
whom-actor = { $value ->
    [private] 私人
    [prc_authority] 中国当局
    [dprk_authority] 朝鲜当局
    [not_stated] 未说明
   *[all] 不显示
}
whom-country = { $value ->
    [CN] 中国
    [KP] 朝鲜
    [other] 其他国家
    [not_stated] 未说明
   *[all] 不显示
}
whom-era-not-shown = 时期不显示
choose-definition = 定义（英文）：{ $text }. 依据：{ $source }
card-acts = 在该区域内讲述的行为类别（所有年份，至少）：
card-act = { $act }：{ $reports }
card-acts-then = 在该区域内就该时期讲述的行为类别（至少）：
card-no-acts-then = 没有可以单独就该区域和该时期显示的行为类别。
card-no-acts = 没有可以单独就该区域显示的行为类别。
card-unknown = 从这里无法得知：在区域内的何处、在时期内的何时，以及没有人讲述的事情。
map-coverage = { $state ->
    [yes] 在哪里进行过询问，见“方法”页面；没有人被询问过的区域同样没有颜色。
   *[no] 本发布版本没有说明在哪里进行过询问，因此没有颜色的区域也可能是没有人被询问过的地方。
}
quality-asked = 何时何地进行过询问？
quality-asked-says = 关于某一区域和时期的访谈数，至少。一次访谈可能涉及多个地点，因此不能相加。
quality-interviews = 访谈（至少）
quality-not-shown = 不显示
more-label = 报告多于预期
more-found = 所显示的{ $shown }个区域中，有{ $count }个连同周围区域显得突出：报告多于仅凭偶然所预期的数量（局部 Gi*，错误发现率5%）。报告较多也可能是因为询问的人较多。
more-hidden = 未显示的区域可能没有或太少，因此不计算在内。
more-alone = 没有相邻的已显示区域、只与自身比较的区域：{ $count }个。
more-few = 少于{ $least }个区域时，无法说明哪些区域的报告多于预期。

## Map, further
# No native reader has checked the sentences of this part.
nearest-says = 无法按要求显示：{ $what }。
nearest-between = ；
nearest-both = { $act }，{ $period }
nearest-unknown = 链接所指的{ $field ->
    [plate] 问题
    [period] 时期
    [act] 行为类别
   *[level] 区域大小
}不在本图集之内，因此显示“{ $shown }”
nearest-plate-unsafe = “{ $asked }”在本发布版中无法做到安全，因此显示“{ $shown }”
nearest-plate-missing = 本发布版不回答“{ $asked }”，因此显示“{ $shown }”
nearest-period-untold = “{ $plate }”不区分时期，无法单独显示“{ $asked }”，因此显示“{ $shown }”
nearest-period-wider = “{ $plate }”只把“{ $asked }”作为更长时期的一部分，因此显示“{ $shown }”
nearest-period-missing = “{ $plate }”没有单独关于“{ $asked }”的数字，因此显示“{ $shown }”
nearest-act-untold = “{ $plate }”不区分行为，无法单独显示“{ $asked }”，因此显示“{ $shown }”
nearest-act-wider = “{ $plate }”没有单独关于“{ $asked }”的数字，因此显示其类别“{ $shown }”
nearest-act-missing = “{ $plate }”没有单独关于“{ $asked }”的数字，因此显示“{ $shown }”
nearest-choice = “{ $asked }”没有报告，或太少而不能显示，或只有仍被保留的报告，因此显示“{ $shown }”
nearest-level-untold = “{ $shown }”不说明地点，因此没有地图
nearest-level-finer = 此选择没有数字能定位到“{ $asked }”这样细，因此显示“{ $shown }”
nearest-cell = 链接所指的区域未画在此地图上
layer-label = 地图显示
layer-rivers = 河流
layer-provinces = 省界
layer-names = 地名
layer-asked = 无人被询问之处
figure-unasked = 没有询问，或太少而不能显示
map-unasked = 斜线表示没有人被询问、询问太少而不能显示，或只作为更大区域的一部分被询问的区域；其他区域询问了多少人，见“方法”页面。
card-both-sides = 这一数字属于边界两侧，而不单属任何一侧。
area-label = 区域（数字从高到低）
area-none = 选择区域
area-entry = { $number }. { $where }：至少{ $reports }份
rate-label = 每100次访谈的报告数
rate-legend = 关于该区域和时期的每100次访谈的报告数
rate-class = { $low ->
    [0] 不足1份
    [10] 10份或以上
   *[other] 约{ $low }份
}
rate-tip = 每100次访谈的报告数：{ $rate }
rate-bare = 有报告，但访谈数未知
rate-none = 未知
rate-not-here = 每100次访谈的报告数：仅在选择一个时期、且该区域大小有访谈数时显示。
rate-refused = 不提供按居民计算的比率：没有人知道有多少女性在那里隐匿生活，任何这样的数字都是编造的。

## Steward
# No native reader has checked the sentences of this part.
steward-title = 制作数据发布
steward-lead = 从您的文件到数据发布，逐步进行。一切只留在这台计算机的内存中：不写入磁盘，也不发送到任何地方。关闭、刷新或长时间不使用本页后，全部内容都会被忘记。
steward-not-here = 只有当应用仅接受本机连接时，本页才能使用。请以 server.address = localhost 启动。
steward-progress = 第 { $step } 步，共 { $steps } 步：{ $name }
steward-finished = 所有步骤均已完成
steward-step-1 = 读取文件
steward-step-2 = 拒绝不得进入的内容
steward-step-3 = 对应各列
steward-step-4 = 读取各行与地点精度
steward-step-5 = 说明发布的条件
steward-step-6 = 保护、攻击检验并保存
steward-do-1 = 读取此文件
steward-do-2 = 筛查各列
steward-do-3 = 使用这些列
steward-do-4 = 读取各行
steward-do-5 = 就此确定
steward-do-6 = 开始保护
steward-undo = 撤销此步
steward-forget = 全部忘记
steward-trouble = 须先修正以下问题。错误说明为英文；--persons 之类的字样指标有该字样的栏目。
steward-internal = 内部出错（{ $kind }，{ $place }）。没有写入任何内容。请报告这一行。
steward-file = 您的文件
steward-file-help = CSV、TSV、XLSX、XLS、ODS、GeoJSON、GeoPackage、FlatGeobuf、Shapefile（zip）或 Parquet
steward-no-file = 请先选择文件。
steward-more = 其他选项（需要时）
steward-mapping = 您自己的对应表
steward-sheet = 工作簿中的工作表
steward-recognised = 格式：{ $layout }。{ $rows } 行，{ $columns } 列。
steward-encoding = 文本按 { $encoding } 读取。
steward-events = 此文件不区分个人：一个案例即一个事件，k 按事件计数。
steward-lacking = 尚未找到：{ $columns }。
steward-column = 列
steward-header = 文件中的列名
steward-reason = 原因
steward-read-from = 从哪一列读取什么
steward-screened = 已拒绝并忘记 { $columns } 列。如果含有姓名、号码或备注的列不在此表中，请停止。
steward-screened-none = 没有列被拒绝。如果您的文件中有姓名、号码或备注列，请停止。
steward-reason-looks-like-a-phone-number = 像是电话号码
steward-reason-looks-like-an-e-mail-address = 像是电子邮箱
steward-reason-looks-like-an-id-or-passport-number = 像是证件或护照号码
steward-reason-looks-like-an-id-number = 像是证件号码
steward-reason-looks-like-a-passport-number = 像是护照号码
steward-reason-looks-like-a-date-of-birth = 像是出生日期
steward-reason-looks-like-a-present-location = 像是目前所在地
steward-reason-looks-like-an-address = 像是地址
steward-reason-looks-like-a-photo-or-recording = 像是照片或录音
steward-reason-looks-like-a-link = 像是链接
steward-reason-looks-like-free-text = 像是自由文本
steward-reason-looks-like-a-facility-or-village = 像是设施或村庄
steward-reason-looks-like-a-name = 像是姓名
steward-reason-not-a-column-of-the-layout = 不是该格式的列
steward-choose-column = 哪一列是 { $column }？
steward-choose-none = 无
steward-choose-absent = 我的文件没有这一项
steward-nothing-open = 没有待定事项：将使用以下各列。
steward-mapped = 使用 { $columns } 列，得到 { $rows } 行。排除 { $dropped } 列。
steward-unlisted = 任何标签表都不认识、计为 Z（未说明）的行为：{ $rows }。
steward-decisions = 您的决定清单
steward-proposed = 最好修正文件后重新开始。也可以这样决定：排除 { $drop } 行，将 { $elsewhere } 个点计为研究区域之外，将 { $acts } 个标签读作“未说明”。
steward-accept = 接受这些决定
steward-save-decisions = 保存清单（私密）
steward-classified = { $rows } 行中使用 { $used } 行，即 { $reports } 份报告。
steward-aside = 无日期：{ $undated }。无地点：{ $unplaced }。研究区域之外：{ $elsewhere }。未获授权而排除：{ $refused }。按决定排除：{ $dropped }。
steward-placing = 按最多可精确到的区域计的报告数
steward-class = 地点类别
steward-class-A = A：过境点、路线、藏身处、中介
steward-class-B = B：私人或流动场所
steward-class-C = C：公众已知的设施
steward-name = 发布的标题
steward-zip = 文件名
steward-as-of = 截至月份，YYYY-MM（空白即本月）
steward-persons = 不同来源的案例编号之间的关系
steward-persons-none = 只有一个来源，或按文件所定
steward-persons-linked = linked：所有来源共用同一编号
steward-persons-disjoint = disjoint：没有人出现在两个来源中
steward-persons-unlinked = unlinked：同一人可能出现在两个来源中
steward-single = 一个机构的资料
steward-synthetic = 数据是虚构的
steward-k = 每个数字至少需要的人数
steward-below = 低于统计机构认为的最低值 { $k }。
steward-policy = 您自己的保护规则
steward-folder = 发布将存放的文件夹
steward-folder-help = 如果这批记录已有发布，请提供最新的发布，以及其文件夹中的全部账本（.ledger）和日志（atlas.log）。未提供的内容无从得知。如果没有，请把三个文件存入空文件夹。
steward-previous = 最新的发布
steward-private = 全部 .ledger 文件和 atlas.log
steward-new-series = 开始新系列
steward-all-now = 不等待下一版
steward-coverage = 询问在哪里进行
steward-universe = 已知的总人数
steward-against = 他人公布的总数
steward-approve = 批准的第二人
steward-ordered = { $title }，截至 { $as_of }：每个数字至少 { $k } 人。
steward-ordered-single = 一个机构：没有数字来自三个来源，发布中会注明。
steward-protect-note = 需要几秒到几分钟。其间请勿操作本页，否则会中断。
steward-protecting = 正在保护
steward-done = 发布 { $id } 已通过审计。
steward-loss-lead = { $people } 人的 { $reports } 份报告：{ $embargoed } 份仍在保密期，{ $pending } 份等待下一版，{ $free } 份可以显示。
steward-audit = 审计者针对少于 k 人的 { $margins } 个边际攻击了 { $sums } 个总和；起初有 { $exposed } 个暴露，现在没有。
steward-loss-plate = 问题
steward-loss-fine = 在 r3 或更小区域显示
steward-loss-shown = 已显示（不含合并项）
steward-loss-left-out = 已排除
steward-plate-who_what = 何人，何种行为？
steward-plate-lag = 多久后才讲述？
steward-loss-all = 完整损失报告（英文）
steward-tombstoned = 已撤回者的 { $reports } 份报告仍在您的文件中，已被排除：请从文件中删除这些行。
steward-save-note = 本页不会向您的磁盘写入任何内容：请现在把三个文件都存入发布所在的文件夹。发布可以交给他人。账本和日志是私密的；日志取代原有的日志。下一版需要全部这些文件和同一密钥。
steward-save-release = 1. 保存发布（公开）
steward-save-ledger = 2. 保存账本（私密）
steward-save-log = 3. 保存日志（私密）
steward-save-loss = 保存损失报告（私密）
steward-cases = 保存这些案例编号（私密）

## Compare
# No native reader has checked the sentences of this part.
nav-compare = 比较
compare-title-none = 并排查看两个时期或两类行为
compare-title = { $what }：各区域所占比例是否不同？
compare-title-areas = { $what }：各区域所占比例是否不同？{ $areas }个区域中有{ $unknown }个无法判断。
compare-none = 本发布数据没有按地点给出的两个时期或两类行为，无法比较。
compare-overlap = 本发布数据的来源可能互相重叠，数字不能相加，也没有比例，无法比较。
compare-no-area = 无论区域多大，都没有两边同时显示的区域，无法比较。
compare-few = 人数太少，不能比较区域，因此不绘制地图：两边各需约{ $least }人，而能确定的是“{ $first }”{ $people }人、“{ $second }”{ $others }人。
compare-answer = 与“{ $first }”相比，“{ $second }”有{ $larger }个区域在其报告中所占比例较大，{ $smaller }个较小；其余{ $unknown }个无法判断。
compare-shares = 比较的是比例，而不是数量：报告少不等于伤害少，所占比例较大也可能只是更多地为人所知。
compare-how = 每个比例都在已公布数字所留下的两个端点之间。只有无论隐去的是什么都成立，而且几乎不可能仅由偶然造成时（错误发现率5%），才称为较大或较小。任何一边被隐去的区域都属于无法判断。
compare-side = { $side }：显示{ $areas }个区域
compare-larger = 比例大于另一边
compare-smaller = 比例小于另一边
compare-unknown = 无法判断
compare-ends = { $side }：每100份报告中有{ $low }至{ $high }份
compare-hidden = { $side }：没有，或太少而不显示
compare-alt = 地图。{ $heading }。{ $title }{ $answer }表格中有相同的区域。
compare-column = { $side }
compare-column-ends = { $side }：每100份报告中
compare-range = { $low }至{ $high }
compare-plate = 比较对象
compare-plate-where_when = 两个时期
compare-plate-where_what = 两类行为
compare-first = 一边
compare-second = 另一边

## Sheets and slides
# No native reader has checked the sentences of this part.
sheet-release = 发布版本 { $id }。
sheet-scale = { $km } 公里（北纬 { $parallel }°）
sheet-bars = 按行为开始年份统计的报告数（至少）。灰色：边境封锁期。没有柱形的年份没有报告，或太少而不能显示。减少的是报告，不是伤害：2020年以来，能够离开并讲述的人少得多。
package-codebook = 数据所用代码的含义
package-files = { $map ->
    [yes] figure.csv 存放数字，areas.geojson 存放相同的数字及区域轮廓；没有对应行的区域没有报告，或太少而不能显示。codebook.csv 说明各类行为的含义。figure.ipynb 用这些文件重新绘制此图，并用到 beneath.geojson、legend.json 和 words.json。
   *[no] figure.csv 存放数字；没有对应行的没有报告，或太少而不能显示。codebook.csv 说明各类行为的含义。figure.ipynb 用这些文件和 words.json 重新生成此表。
}
package-needs = 需要 geopandas、folium 和 matplotlib。请在解压后的文件夹中运行所有单元格。

## Decks
# No native reader has checked the sentences of this part.
deck-title = “红区”报告了什么
deck-for = { $audience ->
    [un] 联合国边会简报
    [parliament] 议员简报
    [press] 媒体简报
   *[donors] 资助方简报
}
deck-note = 开始之前
deck-note-1 = 本简报涉及人口贩运、强迫婚姻、性暴力、羁押和强制遣返。任何人都不必留下或观看。
deck-note-2 = 这里不显示、也不讲述任何个人：每个数字都是来自一群人的最小值，区域的大小不低于保护所需。
deck-note-3 = 这些报告来自能够讲述经历的朝鲜籍妇女和女童。大多数人无法讲述。
deck-cannot = 这些数据不能说明什么
deck-un = 本简报的用词
deck-un-1 = “强制遣返”：违背本人意愿被送回朝鲜，无论当局如何称呼。
deck-un-2 = 我们说“朝鲜籍妇女”；“脱北者”或“非法移民”是他人的说法。
deck-un-3 = 一份报告是针对一个人的一类行为，按开始的年份和区域各计一次。它不是人数，也不是法院案件。
deck-un-4 = 所有数字都是有记录部分的最低估计，并不说明某种行为有多普遍。
deck-parliament = 可能会被问到的问题
deck-parliament-1 = “一共有多少妇女？”没有人知道。能够说明的是至少有多少人有记录。
deck-parliament-2 = “2020年以后好转了吗？”边境封锁后报告减少了。这并不说明伤害是否减少。
deck-parliament-3 = “哪个城市最严重？”区域的大小取决于保护当事人的需要。没有任何数字针对某个城市或设施。
deck-parliament-4 = “能给我们数据吗？”发布版本是公开的，可以核验；报告本身留在持有者手中。
deck-press = 如何引用这些数字
deck-press-1 = 请写“来自至少M人的至少N份有记录的报告”，并注明时期。报告数不是人数。
deck-press-2 = 不要把不同地图或表格的数字相加：它们互有重叠，而且每个问题分别保护。
deck-press-3 = 请把图例和来源与地图一同展示。没有颜色的区域是没有报告或太少而不能显示，不是“没有侵害”。
deck-press-4 = 不要试图查明报告来自谁或何处。那可能危及生命。
deck-donors = 这些数字取决于什么
deck-donors-1 = 它们只包含在能够询问之处所听到的。对无法离开的人一无所知。
deck-donors-2 = 近年的数据会暂缓公布，因此总是看起来比实际少。
deck-donors-3 = 访谈越多，报告越多。增加可能意味着倾听者的工作更多，而不是伤害更多。
deck-donors-4 = 若要了解更多，需要的是：在公布所听内容的同时，公布何时何地询问过。

## Presenter
# No native reader has checked the sentences of this part.
present-start = 全屏开始
present-jump = 输入页码、页面、行为或问题
present-hint = h：按键
present-nothing = 本发布版本的任何表都不能回答这个问题，我们也不猜测。它以多人的最小值说明何处、何时、报告了哪些行为；没有显示的，是没有人讲述，或讲述的人太少而不能显示。
present-key-next = → Space
present-key-back = ← Backspace
present-key-ends = Home End
present-key-number = / 7 Enter
present-key-jump = / 或 g
present-key-blank = b 或 .
present-key-notes = n
present-key-window = w
present-key-timer = t
present-key-zero = z
present-key-screen = f
present-key-help = h 或 ?
present-does-next = 下一页
present-does-back = 上一页
present-does-ends = 首页和末页
present-does-number = 第 7 页
present-does-jump = 查找页面、行为或问题
present-does-blank = 黑屏，再按恢复
present-does-notes = 在本屏显示备注
present-does-window = 在单独窗口显示备注
present-does-timer = 计时停止与开始
present-does-zero = 计时归零
present-does-screen = 全屏，再按恢复
present-does-help = 这些按键
asked-how-many = 一共有多少妇女和女童？
asked-how-many-says = 没有人知道。躲藏的人无法统计。能够说明的是至少有多少人有记录，这里的每个数字都是这样的最小值。
asked-better = 2020年以后好转了吗？是否在减少？
asked-better-says = 边境封锁后报告减少了：能够离开并讲述的人少得多。由此不能得知伤害是否减少，我们也不这样说。
asked-town = 是哪个城市、哪个村庄、哪个设施？
asked-town-says = 这里没有任何数字针对某个城市或设施。区域的大小取决于保护其中当事人的需要。
asked-one = 能讲一个案例吗？她是谁？
asked-one-says = 不能。这里没有关于任何一个人的内容，也没有留下可以找到某个人的线索。
asked-where-now = 她们现在在哪里？
asked-where-now-says = 发布版本不包含任何人目前所在的地点。它只以较大的区域、在多年之后说明发生在何处。
asked-data = 怎么知道这是真的？可以核验吗？
asked-data-says = 发布版本是公开的：数字可以重新计算，文件可以凭回执核对，方法也已公布。报告本身留在持有者手中。

## Check of a deck
# No native reader has checked the sentences of this part.
lint-word = “{ $word }”：更好的说法是{ $instead }。
lint-mark = 有感叹号：让数字说话。
lint-long = 超过 { $most } 个字：一眼读不完。
lint-title-number = 标题中的数字无法随发布版本更新：请把数字留给各页。
lint-number = 此页没有这个数字。请采用此页的数字，或删去。
lint-empty = 本发布版本在这里没有内容。
lint-source = 缺少来源。
lint-twice = 同一视图出现了两次。
lint-contrast = 有文字在底色上无法阅读。
lint-none = 没有需要修改的。

## Briefing page
# No native reader has checked the sentences of this part.
nav-briefing = 简报
briefing-title = 编写简报
briefing-answer = 选择对象，选择视图，检查，保存，演示。所有数字都来自发布版本。
deck-frame = 简报以标题和内容提示开始，以数字不能说明的内容和该类听众最需要的内容结束。离开后不会保留任何内容。
deck-audience = 对象
deck-own-title = 标题
deck-message = 您为此页写的一句话（可不写）
deck-up = 上移
deck-down = 下移
deck-remove = 移除
deck-add = 添加视图
deck-add-says = 输入行为或选择
deck-lint = 检查
lint-page = 第 { $page } 页
lint-deck = 整份简报
deck-save = { $form ->
    [pptx] 幻灯片（PPTX）
    [pdf] 打印页（PDF）
   *[html] 单文件演示（HTML）
}
deck-present = 在此查看并演示
save = 保存此视图
save-says = 每个文件都写明发布版本、不能说明的内容和引用方式，日后可在“核对文件”中核对。
save-as = { $form ->
    [png] 图片（PNG，300 dpi）
    [svg] 矢量图（SVG）
    [pdf-a4] 单页（PDF，A4）
    [pdf-16x9] 单页（PDF，16:9）
    [pptx] 幻灯片（PPTX）
    [html] 单文件网页（HTML）
    [csv] 表格（CSV）
    [geojson] 区域（GeoJSON）
    [geoparquet] 区域（GeoParquet）
   *[package] 含笔记本的数据包（ZIP）
}
save-to-deck = 加入简报

## Receipts
# No native reader has checked the sentences of this part.
nav-check = 核对文件
check-title = 这个文件离开图集后被改动过吗？
check-answer = 请选择从图集保存的文件，或一份数据发布：本页说明其中是否有哪怕一个字节被改动。
check-memory = 文件会发送到本服务器，只留在其内存中：不写入磁盘，其他读者看不到，会话结束时一并清除。即便如此，也请不要选择含有任何个人信息的文件。
check-file = 要核对的文件
check-newest = 您手中最新的数据发布（如需了解该文件是否仍然有效）
check-genuine = 真实：此文件没有一个字节被改动。
check-altered = 已被改动：此文件与离开图集时不同。请不要依据其中任何内容，并重新获取。只要用其他程序打开并重新保存，文件就会改变。
check-not-ours = 无法识别：这既不是数据发布，也不是从图集保存的文件；或者改动太多，已无从判断。
check-newest-unfit = 作为最新数据发布提供的文件已被改动，或并非数据发布，因此没有进行比对。
check-kind = 类型：{ $kind ->
    [release] 数据发布（ZIP）
    [csv] 表格（CSV）
    [geojson] 数字及其区域（GeoJSON）
    [geoparquet] 数字及其区域（GeoParquet）
    [html] 网页（HTML）
    [svg] 矢量图（SVG）
    [png] 图片（PNG）
    [pdf] 供打印的文档（PDF）
    [pptx] 幻灯片（PPTX）
    [package] 数据包（ZIP）
   *[other] { $kind }
}
check-release = 发布版本：{ $id }
check-as-of = 截至：{ $month }
check-view = 所显示的内容（按图集链接的写法）：{ $view }
check-language = 语言：{ $name }
check-stands = { $standing ->
    [current] 仍然有效：其发布版本就是所提供的最新版本。
    [superseded] 已被取代：其发布版本的内容已包含在更新的发布中，请使用更新的发布。
    [withdrawn] 已撤回：其发布版本不应再使用。
    [not_named] 无法判断是否仍然有效：所提供的发布不能说明其发布版本的情况，可能是版本更旧、属于另一系列，或由另一密钥签名。
   *[not_checked] 未核对是否仍然有效：如需核对，请同时提供最新的数据发布。
}
check-unsigned = 未签名：核对能发现改动，不能发现伪造。改动文件的人也可以写入新的校验记录。
check-signed = 由密钥 { $fingerprint } 签名：如果您知道这一密钥，就能发现伪造。
check-means = “真实”只表示未被改动，并不表示数字正确或确有其事：虚构数据的文件也可以是“真实”的。
