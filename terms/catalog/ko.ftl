## Common
# No native reader has checked the sentences of this part.
at-least-reports-people = 최소 { $people }명이 전한 최소 { $reports }건의 보고

## Figure
# No native reader has checked the sentences of this part.
act-alone = { $code ->
    [F1] 중국 민간 부문의 강제노동
    [Z] 기타 또는 명시되지 않은 행위
   *[other] { $label }
}
acts-all = 모든 행위
level-region = 조사 지역 전체
level-r2 = 매우 넓은 구역(약 60,000km²)
level-r3 = 넓은 구역(약 9,000km²)
level-r4 = 중간 구역(약 1,250km²)
level-r5 = 좁은 구역(약 180km²)
level-finest = 수치마다 고유한 크기로
years = { $kind ->
    [one] { $first }년
    [one-only] { $first }년만
    [span] { $first }~{ $last }년
    [span-only] { $first }~{ $last }년만
   *[to] { $last }년까지
}
period-all = 모든 연도
period-undated = 연도 미상
period-year = { $years }
period-before = 국경 봉쇄 이전: { $years }
period-closure = 국경 봉쇄기: { $years }
period-reopening = 국경 재개방 이후: { $years }
began-all = 시작 연도: { $last }년까지의 모든 연도와 연도 미상
began-undated = 시작 연도: 미상
began-year = 시작 연도: { $years }
began-before = 시작 연도: { $years }(국경 봉쇄 이전)
began-closure = 시작 연도: { $years }(국경 봉쇄기)
began-reopening = 시작 연도: { $years }(국경 재개방 이후, 다만 2023년 8월 말까지는 국경이 봉쇄되어 있었음)
began-none = 이 시기의 연도는 아직 공개되지 않았습니다
began-clause = { $kind ->
    [undated] 시작 연도가 밝혀지지 않은
    [to] { $years } 시작된
   *[other] { $years }에 시작된
}
figure-title-place = 보고된 행위는 어디에서 일어났나?
figure-title-place-act = { $act }: 보고된 행위는 어디에서 일어났나?
figure-title-place-time = { $began } 것으로 보고된 행위는 어디에서 일어났나?
figure-title-place-act-time = { $act }: { $began } 것으로 보고된 행위는 어디에서 일어났나?
figure-title-time = 해마다 어떤 행위가 보고되었나?
figure-title-time-act = { $act }: 해마다 무엇이 보고되었나?
figure-title-time-time = { $began } 행위로 무엇이 보고되었나?
figure-title-time-act-time = { $act }: { $began } 행위로 무엇이 보고되었나?
figure-around = { $names } 부근
figure-inside = { $names }
figure-study-area = 조사 지역
figure-two-places = { $a }, { $b }
figure-three-places = { $a }, { $b }, { $c }
figure-two-acts = { $a }; { $b }
figure-three-acts = { $a }; { $b }; { $c }
figure-answer-nothing = 이 조건으로 표시할 수 있는 것이 없습니다. 보고가 없거나, 너무 적어 표시할 수 없습니다.
figure-answer-no-area = 이 조건으로는 이 크기의 구역을 표시할 수 없습니다.
figure-answer-total = 최소 { $people }명이 전한, 기록된 보고 최소 { $reports }건.
figure-answer-map = 이 지도에는 기록된 보고가 최소 { $reports }건 있습니다.
figure-answer-one = 이 지도에는 기록된 보고가 최소 { $reports }건 있습니다: { $where }.
figure-answer-half = 이 지도에는 기록된 보고가 최소 { $reports }건 있으며, 그 수치의 절반 이상이 다음 지역에 있습니다: { $where }.
figure-answer-largest = 이 지도에는 기록된 보고가 최소 { $reports }건 있으며, 가장 큰 단일 수치는 최소 { $largest }건입니다: { $where }.
figure-answer-part = 이 지도에서 한 구역의 가장 큰 수치는 기록된 보고 최소 { $reports }건입니다: { $where }.
figure-answer-acts = 기록된 보고 최소 { $reports }건. 그 수치의 절반 이상: { $what }.
figure-wider = { $adds ->
    [yes] 그 밖에 최소 { $reports }건은 더 넓은 구역으로만 위치를 밝힐 수 있습니다.
   *[no] 최소 { $reports }건은 더 넓은 구역으로만 위치를 밝힐 수 있습니다.
}
figure-elsewhere = { $adds ->
    [yes] 그 밖에 최소 { $reports }건은 조사 지역 밖에서 일어났습니다.
   *[no] 최소 { $reports }건은 조사 지역 밖에서 일어났습니다.
}
figure-not-stated = { $adds ->
    [yes] 그 밖에 최소 { $reports }건은 장소가 밝혀지지 않았습니다.
   *[no] 최소 { $reports }건은 장소가 밝혀지지 않았습니다.
}
figure-pool = 최소 { $reports }건은 구역, 시기 또는 행위를 표시할 수 없습니다.
figure-blurred = 최소 { $reports }건은 선택한 것보다 넓은 시기나 행위 범주로만 알려져 있으며, 그중 일부는 여기에 속할 수 있습니다.
figure-complete = 이 조건으로 공개된 보고는 모두 이 지도에 있습니다.
figure-complete-table = 이 조건으로 공개된 보고는 모두 이 표에 있습니다.
figure-legend = 구역별 보고 수
figure-class = 최소 { $low }건
figure-none = 없거나, 너무 적어 표시할 수 없음
people-none = 없거나, 너무 적어 표시할 수 없거나, 다른 수치로 알아낼 수 있어 표시하지 않음
figure-wide = 점선: 이 넓은 구역 안의 어딘가
figure-tip = 최소 { $people }명이 전한 최소 { $reports }건의 보고
figure-tip-both-banks = 이 구역은 국경 양쪽에 걸쳐 있습니다
figure-tip-wide = 이 넓은 구역 안의 어딘가
figure-source = 출처: { $title }, 공개본 { $id }, 기준 시점 { $as_of }
figure-alt-map = 지도. { $title } { $answer } { $not_shown } 같은 수치가 표에 있습니다.
figure-alt-table = 표. { $title } { $answer } { $not_shown }
figure-not-prevalence = 기록된 보고이며, 실제 발생 규모가 아닙니다. 색이 없다고 해서 피해가 없는 것은 아닙니다.
figure-minima = 모든 수치는 최솟값입니다. 보고 건수는 사람 수가 아니며, 서로 다른 수치의 사람 수는 더할 수 없습니다.
figure-events = k는 사건을 셉니다. 기록에 사람이 구분되어 있지 않아 모든 사례는 하나의 사건이며, 사람은 세지 않습니다.
figure-promise = 모든 수치는 최소 { $k }명에게서 나온 것이며, 그중 누구 한 사람이 철회하더라도 참입니다.
figure-held-back = 최근 연도는 불완전합니다. 보고는 행위가 시작된 해가 끝난 뒤 { $least }~{ $most }개월 동안 공개를 보류합니다.
figure-totals = 질문마다 따로 보호 처리를 하므로, 합계는 질문에 따라 다릅니다.
figure-single-source = 모든 수치는 하나의 출처에 근거합니다.
figure-overlap = 출처가 서로 겹칠 수 있으므로 수치는 더할 수 없으며, 가장 큰 부분을 표시합니다.
figure-no-endorsement = 표시된 경계와 지명은 어떠한 입장의 지지도 뜻하지 않습니다.
figure-not-audited = 감사 전: 이 공개본에서 개인을 찾아낼 수 있는지 아직 어떤 감사도 시도하지 않았습니다.
figure-synthetic = 합성 자료: 소프트웨어를 시험하기 위해 지어낸 사람과 사건입니다. 아무것도 입증하지 않습니다.
figure-attribution = Natural Earth로 제작. 지명: GeoNames(geonames.org), CC BY 4.0, 수정함. 국경은 대략적입니다.
figure-synthetic-mark = 합성 자료
figure-release-mark = 공개본 { $id }
figure-plate = 공개본의 표: “{ $question }” ({ $plate })
figure-north = 북
figure-zoom-in = 확대
figure-zoom-out = 축소
figure-table = 같은 수치를 표로 보기
figure-table-only = 수치
figure-not-listed = 목록에 없는 구역: 없거나, 너무 적어 표시할 수 없음.
figure-not-listed-acts = 빈칸: 없거나, 너무 적어 표시할 수 없음.
figure-cite = 인용: { $cite }
figure-left-out = 이 지도에 없는 것
figure-left-out-table = 이 표에 없는 것
figure-to-know = 알아 둘 점
figure-map-help = 화살표 키로 지도를 움직이고 더하기와 빼기 키로 확대·축소합니다. 모든 수치는 표에도 있습니다.
column-near = 위치
column-size = 구역 크기
column-cell = H3 셀
column-reports = 보고(최소)
column-people = 사람(최소)
column-period = 시작 연도

## Page
# No native reader has checked the sentences of this part.
page-no-release = 자료를 표시할 수 없습니다.
page-other-release = 이 링크는 지금 표시된 것과 다른 자료 공개본을 위해 만들어졌습니다. 수치가 다를 수 있습니다.
page-choose-area = 지도에서 지역을 가리키면 수치가 나타납니다. 선택하면 수치가 여기에 남습니다.
page-to-table = 같은 수치를 표로 보기
page-table-part = { $rows }행 가운데 수치가 큰 { $shown }행입니다. 파일에는 모두 들어 있습니다.
page-csv = 이 수치 저장(CSV)
choose-plate = 질문
choose-plate-where = 어디에서?
choose-plate-where_what = 어디에서, 행위별로?
choose-plate-where_when = 어디에서, 시기별로?
choose-plate-when_what = 해마다 어떤 행위가?
choose-plate-where_when_what = 어디에서, 언제, 무엇을? (대략)
choose-period = 시작된 시기
choose-group = 행위의 종류
choose-act = 행위
choose-act-any = 이 종류 전체
choose-level = 지역의 크기
choose-lang = 언어
map-keys = 화살표 키로 지도를 움직이고, 더하기와 빼기로 확대·축소하고, N과 P로 지역을 차례로 보고, Enter로 선택합니다.
map-phone = 휴대전화에서는 이 페이지를 읽기만 할 수 있습니다. 질문은 더 큰 화면에서 고를 수 있습니다.
share = 링크 복사
share-says = 지금 보고 있는 화면의 주소입니다. 이 공개본과 이 페이지, 선택한 항목만 담겨 있습니다.
idle-title = 남아 있는 것이 없습니다
idle-says = { $minutes }분 동안 아무 조작이 없어, 이 세션에 있던 모든 것을 서버의 메모리에서 지웠습니다.
idle-begin = 다시 시작
login = 로그인
login-with = { $name } 계정으로 로그인
login-out = 로그아웃
login-title = 이 지도는 본인 확인이 필요합니다
login-says = 보려면 로그인하십시오. 그 전에는 공개본의 어떤 내용도 표시되지 않습니다.
login-unknown = 누구인지 확인되지 않았습니다. 안내받은 주소로 접속하십시오.
login-broken = 로그인 설정을 읽을 수 없어 아무것도 표시하지 않습니다. 이 지도를 운영하는 분에게 알려 주십시오.

## Pages
# No native reader has checked the sentences of this part.
nav-map = 지도
nav-people = 사람
nav-context = 맥락
nav-method = 방법
people-title = 몇 사람인가?
people-answer = 이 공개본에는 서로 다른 사람이 최소 { $people }명 있습니다.
people-nothing = 이 공개본에는 서로 다른 사람의 총수가 없습니다.
people-why-rows = 한 사람이 여러 행에 들어갈 수 있습니다. 행위가 시작된 시기마다, 행위의 종류마다, 또 여아로서 그리고 나중에 여성으로서 들어갑니다. 그래서 어떤 행도 서로 더할 수 없으며, 여기에는 합계를 표시하지 않습니다.
people-why-reports = 사람 수는 보고 건수가 아닙니다. 한 사람이 여러 보고에 나올 수 있습니다. 또한 이는 누군가 증언한 사람이며, 피해를 입은 모든 사람이 아닙니다.
people-why-minima = 각 수치는 최솟값입니다. 표시되지 않은 행은 없거나, 너무 적어 표시할 수 없거나, 다른 수치로 알아낼 수 있어 표시하지 않은 것입니다.
people-all = 모두
people-woman = 여성
people-girl = 여아(당시 18세 미만)
people-other = 기타
people-not-stated = 명시되지 않음
people-era = 시기
people-by-era = 행위가 시작된 시기별
people-by-era-says = 그 시기에 시작된 행위가 있는 서로 다른 사람의 최소 수.
people-by-act = 행위의 종류별
people-by-act-says = 모든 연도를 합쳐, 서로 다른 사람의 최소 수.
people-by-both = 행위의 종류와 시기별
people-by-both-says = 그 시기에 시작된 이 종류의 행위가 있는 서로 다른 사람의 최소 수.
people-ongoing = 그 시기에 억류 상태에 있던 사람
people-ongoing-says = 언제 시작되었든 억류가 그 시기까지 이어진 서로 다른 사람의 최소 수: 강제결혼과 예속, 성착취, 강제노동, 사적 감금.
context-title = 다른 자료는 무엇을 말하나?
context-answer = 다른 기관과 언론의 수치를 출처에 적힌 그대로 영어로 인용합니다. 지도에는 표시하지 않으며, 우리의 보고 건수에 더할 수 없습니다.
context-contested-together = 논쟁이 있음: 이 수치들은 서로 어긋나며, 어느 것도 나머지 없이 표시하지 않습니다.
context-contested-alone = 논쟁이 있음: 이 카드에 있는 내용을 모두 함께 인용해야 합니다.
context-compare = 함께 읽어야 합니다.
context-source = 출처: { $source }
context-warning = 유의: { $warning }
method-title = 이 자료는 얼마나 믿을 만하며, 사람은 어떻게 보호되나?
method-answer = 공개본이 스스로에 대해 밝히는 것과 수치가 만들어지는 방법.
method-heading = 사람을 보호하는 방법
method-elsewhere = 방법 문서는 여기에 설치되어 있지 않습니다. 아틀라스의 protect/METHOD.md 파일에 있습니다.
method-in-english = 방법 문서는 영어로 쓰여 있습니다.
quality-title = 이 공개본의 자료
quality-editions = { $count ->
    [one] 한 판, 기준 시점 { $last }.
   *[other] { $count }개 판, 첫 판의 기준 시점 { $first }, 최신 판의 기준 시점 { $last }.
}
quality-sources = { $mode ->
    [single] 모든 수치는 하나의 출처에 근거합니다.
   *[several] 모든 수치는 여러 출처에 근거합니다.
}
quality-persons = { $mode ->
    [linked] 모든 출처에 하나의 식별 기호를 씁니다. 여러 출처에 나오는 사람은 한 번만 셉니다.
    [disjoint] 관리자의 선언에 따르면 두 출처에 함께 나오는 사람은 없습니다.
   *[unlinked] 같은 사람이 두 출처에 나올 수 있으므로, 각 수치는 가장 큰 출처 하나에만 근거합니다.
}
quality-k = 각 수치는 최소 { $k }명에게서 나온 것이며 { $step }의 배수로 내림합니다.
quality-audit = { $state ->
    [passed] 이 공개본은 자체 감사의 공격을 통과했습니다.
   *[none] 이 공개본은 감사를 받지 않았습니다.
}
quality-left-out = 안전하게 만들 수 없어 제외한 질문: { $count }개.
quality-behind = 최신 판이 빠진 질문: { $count }개.
quality-coverage = { $state ->
    [yes] 이 공개본은 어디에서 조사했는지 밝힙니다.
   *[no] 이 공개본은 어디에서 조사했는지 밝히지 않습니다. 아무것도 표시되지 않은 곳에서는 아무도 조사받지 않았을 수 있습니다.
}
quality-levels = 보고의 위치를 얼마나 정밀하게 밝힐 수 있나?
quality-levels-says = 질문별로, 조사 지역 안에서 공개된 보고 가운데 각 크기의 구역으로 표시할 수 있는 비율(%).
quality-levels-overlap = 출처가 서로 겹칠 수 있으므로 비율을 밝힐 수 없습니다.
quality-lag = 증언하기까지 얼마나 걸렸나?
quality-lag-says = 행위와 증언 사이의 햇수별 보고의 최소 건수. 최근의 행위는 아직 늦게 증언될 수 없습니다.
quality-lag-years = { $lag ->
    [not_stated] 명시되지 않음
   *[other] { $lag }년
}
nav-trends = 추이
trends-nothing = 이 공개본은 연도를 밝히지 않습니다.
trends-says = 줄어든 것은 보고이지 피해가 아닙니다. 2020년 이후 떠나서 증언할 수 있었던 사람이 훨씬 적었습니다. 어느 해의 보고가 적다고 해서 그해에 일어난 일이 적은 것은 아닙니다.
trends-alt = 연도와 행위의 종류별 도표. 국경 봉쇄기는 회색 띠로, 한국 입국자 수는 그 아래에 있습니다. 같은 수치가 표에 있습니다.
trends-legend = 그해에 시작된 보고:
trends-bands = 회색 띠: 국경 봉쇄기, { $first }~{ $last }년. 번호가 있는 선: 아래에 정리한 사건. 자료가 적은 해는 행위의 종류로만 밝히며, 시기로만 밝힐 수 있는 것은 표에 있습니다.
trends-arrivals = 한국 입국자
trends-arrivals-says = 한국에 입국한 북한이탈주민, 통일부 공표 수치(F08). 막대가 없는 해의 수치는 여기에 알려져 있지 않습니다.
trends-lasting = 그 시기에 시작되었거나 그 시기까지 이어진 행위
trends-lasting-says = 서로 다른 사람의 최소 수. 많은 행위는 여러 해 동안 이어집니다. 2017년에 팔린 사람이 아직도 억류되어 있을 수 있습니다.
trends-began = 그때 시작된 사람(최소)
trends-during = 그때 그 상태에 있던 사람(최소)
trends-events = 시간축의 사건
trends-events-says = 일어난 사건이 보고된 것의 원인이라는 뜻은 아닙니다.
trends-not-told = 없거나, 너무 적어 표시할 수 없거나, 시기별로 밝히지 않음
trends-not-published = 공표되지 않음
trends-number = 번호
trends-when = 때
trends-event = 사건
trends-source = 출처
trends-year = 연도
trends-people = 사람
trends-reports = 보고
marker-M1 = 중국·북한 국경 의정서
marker-M2 = 옌볜의 포상금 단속 명령
marker-M3 = 유엔 북한인권조사위원회 보고서
marker-M4 = 중국 내 연쇄 체포(최소 41명)
marker-M5 = 1~2km 완충 지대, "무조건 사격"
marker-M6 = "최대비상"
marker-M7 = 80명 송환
marker-M8 = 40명 송환
marker-M9 = 500명 이상(HRW) 또는 600명(TJWG, GRC) 송환: 논쟁이 있음
marker-M10 = 약 60명 송환
marker-M11 = HRW: 2020년 이후 최소 1,076명 송환
nav-whom = 누가?
whom-title = 누가, 어느 나라에서?
whom-nothing = 이 공개본은 누가 했는지 밝히지 않습니다.
whom-answer = 기록된 보고 최소 { $reports }건이 행위의 종류를 밝힙니다. 누가 했는지는 표시할 수 있는 만큼 표에 있습니다.
whom-answer-part = 가장 큰 단일 수치는 기록된 보고 최소 { $reports }건입니다.
whom-why-told = 누가 했는지는 사람들이 증언한 내용이며, 법원이 판단한 것이 아닙니다.
whom-why-country = 나라는 행위가 일어난 곳입니다. 누가 책임지는지를 뜻하지 않습니다.
whom-by-actor = 행위의 종류와 행위자별
whom-by-country = 행위의 종류와 나라별
whom-by-era = 시기와 행위자별
whom-says = { $adds ->
    [yes] 조사 지역의 보고 최소 건수.
   *[no] 조사 지역의 보고 최소 건수. 출처가 겹칠 수 있어 각 수치의 가장 큰 부분을 표시합니다.
}
whom-actor = { $value ->
    [private] 개인
    [prc_authority] 중국 당국
    [dprk_authority] 북한 당국
    [not_stated] 명시되지 않음
   *[all] 표시하지 않음
}
whom-country = { $value ->
    [CN] 중국
    [KP] 북한
    [other] 다른 나라
    [not_stated] 명시되지 않음
   *[all] 표시하지 않음
}
whom-era-not-shown = 시기를 표시하지 않음
choose-definition = 정의(영어): { $text }. 출처: { $source }
card-acts = 이 구역 안에서 증언된 행위의 종류(모든 연도, 최소 건수):
card-act = { $act }: { $reports }
card-acts-then = 이 구역 안에서 그 시기에 대해 증언된 행위의 종류(최소 건수):
card-no-acts-then = 이 구역과 그 시기만으로는 표시할 수 있는 행위의 종류가 없습니다.
card-no-acts = 이 구역만으로는 표시할 수 있는 행위의 종류가 없습니다.
card-unknown = 여기서 알 수 없는 것: 구역 안의 어느 곳인지, 시기 안의 언제인지, 그리고 아무도 증언하지 않은 것.
map-coverage = { $state ->
    [yes] 어디에서 조사했는지는 방법 페이지에 있습니다. 아무도 조사받지 않은 구역에도 색이 없습니다.
   *[no] 이 공개본은 어디에서 조사했는지 밝히지 않으므로, 색이 없는 구역은 아무도 조사받지 않은 곳일 수 있습니다.
}
quality-asked = 언제 어디에서 조사했나?
quality-asked-says = 어떤 구역과 시기에 관한 면담의 최소 건수. 한 면담이 여러 곳에 관한 것일 수 있으므로 더할 수 없습니다.
quality-interviews = 면담(최소)
quality-not-shown = 표시하지 않음
more-label = 예상보다 많은 보고
more-found = 표시된 구역 { $shown }곳 가운데 { $count }곳이 주변과 함께 두드러집니다. 우연만으로 예상되는 것보다 보고가 많습니다(국지 Gi*, 위발견율 5%). 보고가 많은 것은 더 많은 사람을 조사했기 때문일 수 있습니다.
more-hidden = 표시되지 않은 구역은 없거나 너무 적을 수 있으므로 이 계산에서 제외했습니다.
more-alone = 표시된 이웃이 없어 그 자체로만 비교한 구역: { $count }곳.
more-few = 구역이 { $least }곳보다 적으면 어디가 예상보다 많은지 말할 수 없습니다.

## Map, further
# No native reader has checked the sentences of this part.
nearest-says = 요청하신 대로 표시할 수 없습니다: { $what }.
nearest-between = {"; "}
nearest-both = { $act }, { $period }
nearest-unknown = 링크가 가리키는 { $field ->
    [plate] 질문
    [period] 시기
    [act] 행위 유형
   *[level] 구역 크기
}: 이 지도집에 없는 것이므로 “{ $shown }” 표시
nearest-plate-unsafe = “{ $asked }”: 이 공개본에서 안전하게 만들 수 없었으므로 “{ $shown }” 표시
nearest-plate-missing = “{ $asked }”: 이 공개본이 답하지 않는 질문이므로 “{ $shown }” 표시
nearest-period-untold = “{ $asked }”: “{ $plate }” 질문은 시기를 구분하지 않으므로 “{ $shown }” 표시
nearest-period-wider = “{ $asked }”: “{ $plate }” 질문에서는 더 긴 시기의 일부로만 전해지므로 “{ $shown }” 표시
nearest-period-missing = “{ $asked }”: “{ $plate }” 질문에는 이 시기만의 수치가 없으므로 “{ $shown }” 표시
nearest-act-untold = “{ $asked }”: “{ $plate }” 질문은 행위를 구분하지 않으므로 “{ $shown }” 표시
nearest-act-wider = “{ $asked }”: “{ $plate }” 질문에는 이 행위만의 수치가 없으므로 그 유형인 “{ $shown }” 표시
nearest-act-missing = “{ $asked }”: “{ $plate }” 질문에는 이 행위만의 수치가 없으므로 “{ $shown }” 표시
nearest-choice = “{ $asked }”: 보고가 없거나, 표시하기에 너무 적거나, 아직 보류 중인 것뿐이므로 “{ $shown }” 표시
nearest-level-untold = “{ $shown }” 질문은 장소를 전하지 않으므로 지도 없음
nearest-level-finer = “{ $asked }”: 이 선택의 어떤 수치도 이만큼 세밀하게 위치를 밝힐 수 없으므로 “{ $shown }” 표시
nearest-cell = 링크가 가리키는 구역은 이 지도에 그려지지 않음
layer-label = 지도에 표시
layer-rivers = 강
layer-provinces = 성·도 경계
layer-names = 지명
layer-asked = 조사받지 않은 곳
figure-unasked = 조사가 없거나, 너무 적어 표시할 수 없음
map-unasked = 빗금은 아무도 조사받지 않았거나, 너무 적어 표시할 수 없거나, 더 넓은 구역의 일부로만 조사된 구역입니다. 다른 구역에서 몇 명을 조사했는지는 방법 페이지에 있습니다.
card-both-sides = 이 수치는 양쪽 모두에 속하며, 어느 한쪽만의 것이 아닙니다.
area-label = 구역(수치가 높은 순)
area-none = 구역 선택
area-entry = { $number }. { $where }: 최소 { $reports }건
rate-label = 면담 100건당 보고
rate-legend = 해당 구역·시기에 관한 면담 100건당 보고
rate-class = { $low ->
    [0] 1건 미만
    [10] 10건 이상
   *[other] 약 { $low }건
}
rate-tip = 면담 100건당 보고: { $rate }
rate-bare = 보고는 있으나 면담 수는 알 수 없음
rate-none = 알 수 없음
rate-not-here = 면담 100건당 보고: 한 시기를 고르고, 면담 수가 알려진 구역 크기일 때만 표시합니다.
rate-refused = 주민당 비율은 제공하지 않습니다. 숨어 사는 여성이 몇 명인지 아무도 모르므로, 그런 수치는 지어낸 것이 됩니다.

## Steward
# No native reader has checked the sentences of this part.
steward-title = 자료 공개본 만들기
steward-lead = 파일에서 공개본까지 한 단계씩 진행합니다. 모든 것은 이 컴퓨터의 메모리에만 있습니다. 디스크에 기록하지 않고, 어디로도 보내지 않습니다. 이 페이지를 닫거나, 새로 고치거나, 오래 그대로 두면 모두 잊힙니다.
steward-not-here = 이 페이지는 앱이 이 컴퓨터에서만 접속을 받을 때에만 작동합니다. server.address = localhost로 시작하십시오.
steward-progress = { $steps }단계 중 { $step }단계: { $name }
steward-finished = 모든 단계를 마쳤습니다
steward-step-1 = 파일 읽기
steward-step-2 = 들어와서는 안 되는 것 거르기
steward-step-3 = 열 맞추기
steward-step-4 = 행 읽기와 위치의 정밀도
steward-step-5 = 공개본의 조건 정하기
steward-step-6 = 보호, 공격 시험, 저장
steward-do-1 = 이 파일 읽기
steward-do-2 = 열 거르기
steward-do-3 = 이 열 사용하기
steward-do-4 = 행 읽기
steward-do-5 = 이대로 정하기
steward-do-6 = 보호하기
steward-undo = 이 단계 되돌리기
steward-forget = 모두 잊기
steward-trouble = 먼저 이것을 고쳐야 합니다. 오류 설명은 영어로 되어 있으며, --persons 같은 말은 그 표시가 붙은 칸을 가리킵니다.
steward-internal = 내부에서 문제가 생겼습니다({ $kind }, { $place }). 아무것도 기록되지 않았습니다. 이 줄을 알려 주십시오.
steward-file = 자료 파일
steward-file-help = CSV, TSV, XLSX, XLS, ODS, GeoJSON, GeoPackage, FlatGeobuf, Shapefile(zip), Parquet
steward-no-file = 먼저 파일을 고르십시오.
steward-more = 필요할 때만
steward-mapping = 직접 만든 대응표
steward-sheet = 통합 문서의 시트
steward-recognised = 형식: { $layout }. { $rows }행, { $columns }열.
steward-encoding = 글자는 { $encoding }(으)로 읽었습니다.
steward-events = 이 파일에는 사람의 구분이 없습니다. 사례는 사건을 뜻하며, k는 사건을 셉니다.
steward-lacking = 아직 찾지 못한 열: { $columns }.
steward-column = 열
steward-header = 파일의 열 이름
steward-reason = 이유
steward-read-from = 어느 열에서 무엇을 읽는가
steward-screened = 거부되어 이미 지워진 열: { $columns }개. 이름, 번호, 메모가 있는 열이 이 목록에 없으면 여기서 멈추십시오.
steward-screened-none = 거부된 열이 없습니다. 파일에 이름, 번호, 메모가 있는 열이 있으면 여기서 멈추십시오.
steward-reason-looks-like-a-phone-number = 전화번호로 보임
steward-reason-looks-like-an-e-mail-address = 전자우편 주소로 보임
steward-reason-looks-like-an-id-or-passport-number = 신분증이나 여권 번호로 보임
steward-reason-looks-like-an-id-number = 신분증 번호로 보임
steward-reason-looks-like-a-passport-number = 여권 번호로 보임
steward-reason-looks-like-a-date-of-birth = 생년월일로 보임
steward-reason-looks-like-a-present-location = 현재 위치로 보임
steward-reason-looks-like-an-address = 주소로 보임
steward-reason-looks-like-a-photo-or-recording = 사진이나 녹음으로 보임
steward-reason-looks-like-a-link = 링크로 보임
steward-reason-looks-like-free-text = 자유 서술로 보임
steward-reason-looks-like-a-facility-or-village = 시설이나 마을로 보임
steward-reason-looks-like-a-name = 이름으로 보임
steward-reason-not-a-column-of-the-layout = 형식에 없는 열
steward-choose-column = 어느 열이 { $column }입니까?
steward-choose-none = 없음
steward-choose-absent = 이 파일에는 없음
steward-nothing-open = 더 정할 것이 없습니다. 아래의 열을 사용합니다.
steward-mapped = 사용하는 열 { $columns }개, 행 { $rows }개. 제외한 열 { $dropped }개.
steward-unlisted = 어느 목록에도 없어 Z(명시되지 않음)로 센 행위: { $rows }건.
steward-decisions = 결정 목록
steward-proposed = 파일을 고쳐서 다시 시작하는 것이 가장 좋습니다. 대신 이렇게 정할 수도 있습니다. { $drop }개 행을 제외하고, { $elsewhere }개 지점을 조사 지역 밖으로 세고, { $acts }개 행위 이름을 '명시되지 않음'으로 읽습니다.
steward-accept = 이 결정을 받아들이기
steward-save-decisions = 목록 저장(비공개)
steward-classified = { $rows }행 중 { $used }행을 사용하며, 보고 { $reports }건입니다.
steward-aside = 날짜 없음: { $undated }. 장소 없음: { $unplaced }. 조사 지역 밖: { $elsewhere }. 공개 허락이 없어 제외: { $refused }. 결정에 따라 제외: { $dropped }.
steward-placing = 가장 정밀하게 표시할 수 있는 구역별 보고 수
steward-class = 장소의 등급
steward-class-A = A: 도강 지점, 이동 경로, 은신, 중개인
steward-class-B = B: 사적인 곳이나 이동 중
steward-class-C = C: 널리 알려진 시설
steward-name = 공개본의 제목
steward-zip = 파일 이름
steward-as-of = 기준 월, YYYY-MM (비우면 이번 달)
steward-persons = 여러 출처의 사례 번호 사이의 관계
steward-persons-none = 출처가 하나이거나 파일이 정한 대로
steward-persons-linked = linked: 모든 출처에 같은 번호
steward-persons-disjoint = disjoint: 두 출처에 나오는 사람이 없음
steward-persons-unlinked = unlinked: 같은 사람이 두 출처에 있을 수 있음
steward-single = 한 단체의 자료
steward-synthetic = 지어낸 자료
steward-k = 수치마다 필요한 최소 인원
steward-below = 통계 기관이 최소로 보는 { $k }보다 낮습니다.
steward-policy = 직접 정한 보호 기준
steward-folder = 공개본을 둘 폴더
steward-folder-help = 이 기록의 공개본이 이미 있으면 가장 새로운 공개본과, 그 폴더의 모든 원장(.ledger)과 기록(atlas.log)을 넣으십시오. 넣지 않은 것은 알 수 없습니다. 없으면 세 파일을 빈 폴더에 저장하십시오.
steward-previous = 가장 새로운 공개본
steward-private = 모든 .ledger 파일과 atlas.log
steward-new-series = 새 계열 시작
steward-all-now = 다음 판을 기다리지 않음
steward-coverage = 면담이 이루어진 곳
steward-universe = 전체 인원이 알려진 경우
steward-against = 다른 곳에서 발표한 합계
steward-approve = 승인하는 두 번째 사람
steward-ordered = { $title }, { $as_of } 기준: 수치마다 최소 { $k }명.
steward-ordered-single = 한 단체의 자료: 세 출처에 근거한 수치가 없으며, 공개본에 그렇게 적힙니다.
steward-protect-note = 몇 초에서 몇 분이 걸립니다. 그동안 이 페이지를 건드리지 마십시오. 건드리면 멈춥니다.
steward-protecting = 보호하는 중
steward-done = 공개본 { $id }이(가) 감사를 통과했습니다.
steward-loss-lead = { $people }명의 보고 { $reports }건: { $embargoed }건은 공개 유예 중이고, { $pending }건은 다음 판을 기다리며, { $free }건을 표시할 수 있습니다.
steward-audit = 감사자는 k명 미만인 { $margins }개 구분에 대해 { $sums }개 합계를 공격했습니다. 처음에는 { $exposed }개가 드러났으나 지금은 없습니다.
steward-loss-plate = 질문
steward-loss-fine = r3 이하 구역에 표시
steward-loss-shown = 표시됨(묶음 제외)
steward-loss-left-out = 제외됨
steward-plate-who_what = 누가, 어떤 행위를?
steward-plate-lag = 말하기까지 얼마나?
steward-loss-all = 손실 보고서 전체(영어)
steward-tombstoned = 철회한 사람들의 보고 { $reports }건이 아직 파일에 있어 제외했습니다. 파일에서 그 행을 지우십시오.
steward-save-note = 이 페이지는 디스크에 아무것도 쓰지 않습니다. 지금 세 파일을 모두 공개본 폴더에 저장하십시오. 공개본은 남에게 주어도 됩니다. 원장과 기록은 비공개이며, 기록은 이미 있는 것을 대신합니다. 다음 판에는 이 모두와 같은 비밀 키가 필요합니다.
steward-save-release = 1. 공개본 저장(공개)
steward-save-ledger = 2. 원장 저장(비공개)
steward-save-log = 3. 기록 저장(비공개)
steward-save-loss = 손실 보고서 저장(비공개)
steward-cases = 해당 사례 번호 저장(비공개)

## Compare
# No native reader has checked the sentences of this part.
nav-compare = 비교
compare-title-none = 두 시기 또는 두 종류의 행위를 나란히 보기
compare-title = { $what }: 구역의 비중이 다른가?
compare-title-areas = { $what }: 구역의 비중이 다른가? { $areas }개 구역 중 { $unknown }개는 누구도 알 수 없습니다.
compare-none = 이 공개 자료에는 장소별로 두 시기나 두 종류의 행위가 없어 비교할 수 없습니다.
compare-overlap = 이 공개 자료의 출처는 서로 겹칠 수 있어 수치를 합칠 수 없고 비중도 없습니다. 비교할 수 없습니다.
compare-no-area = 어떤 크기에서도 양쪽 모두에 표시되는 구역이 없어 비교할 수 없습니다.
compare-few = 구역을 비교하기에는 사람 수가 너무 적어 지도를 그리지 않습니다. 양쪽 각각 약 { $least }명이 필요하며, 확실한 수는 ‘{ $first }’ { $people }명, ‘{ $second }’ { $others }명입니다.
compare-answer = ‘{ $first }’에 견주어 ‘{ $second }’에서는 { $larger }개 구역이 보고에서 차지하는 비중이 더 크고 { $smaller }개 구역은 더 작으며, 나머지 { $unknown }개는 누구도 알 수 없습니다.
compare-shares = 비교하는 것은 건수가 아니라 비중입니다. 보고가 적다고 피해가 적은 것은 아니며, 비중이 크다는 것은 더 잘 알려졌다는 뜻일 수도 있습니다.
compare-how = 각 비중은 공개된 수치가 남겨 둔 두 끝값 사이에 있습니다. 가려진 수치가 무엇이든 그러하고, 우연만으로는 거의 생기지 않을 때에만(거짓 발견율 5%) 더 크다거나 더 작다고 합니다. 어느 한쪽에서라도 가려진 구역은 누구도 알 수 없는 구역입니다.
compare-side = { $side }: { $areas }개 구역 표시
compare-larger = 옆보다 큰 비중
compare-smaller = 옆보다 작은 비중
compare-unknown = 누구도 알 수 없음
compare-ends = { $side }: 보고 100건 중 { $low }~{ $high }건
compare-hidden = { $side }: 없거나 너무 적어 표시하지 않음
compare-alt = 지도. { $heading }. { $title } { $answer } 표에도 같은 구역이 있습니다.
compare-column = { $side }
compare-column-ends = { $side }: 보고 100건 중
compare-range = { $low }~{ $high }
compare-plate = 비교 대상
compare-plate-where_when = 두 시기
compare-plate-where_what = 두 종류의 행위
compare-first = 한쪽
compare-second = 다른 쪽

## Sheets and slides
# No native reader has checked the sentences of this part.
sheet-release = 공개본 { $id }.
sheet-scale = { $km } km (북위 { $parallel }°)
sheet-bars = 행위가 시작된 연도별 보고 건수(최소). 회색: 국경 봉쇄기. 막대가 없는 해는 보고가 없거나 너무 적어 표시할 수 없습니다. 줄어든 것은 보고이지 피해가 아닙니다. 2020년 이후 떠나서 증언할 수 있었던 사람이 훨씬 줄었습니다.
package-codebook = 수치에 쓰인 코드의 뜻
package-files = { $map ->
    [yes] figure.csv에 수치가, areas.geojson에 같은 수치와 구역의 윤곽이 있습니다. 행이 없는 구역은 보고가 없거나 너무 적어 표시할 수 없습니다. codebook.csv는 행위의 뜻을 밝힙니다. figure.ipynb는 이 파일들로 그림을 다시 그리며, beneath.geojson, legend.json, words.json을 함께 씁니다.
   *[no] figure.csv에 수치가 있습니다. 행이 없는 것은 보고가 없거나 너무 적어 표시할 수 없습니다. codebook.csv는 행위의 뜻을 밝힙니다. figure.ipynb는 이 파일들과 words.json으로 표를 다시 만듭니다.
}
package-needs = geopandas, folium, matplotlib이 필요합니다. 압축을 푼 폴더에서 모든 셀을 실행하십시오.

## Decks
# No native reader has checked the sentences of this part.
deck-title = 레드존에서 보고된 것
deck-for = { $audience ->
    [un] 유엔 부대행사 브리핑
    [parliament] 국회의원 브리핑
    [press] 언론 브리핑
   *[donors] 후원 기관 브리핑
}
deck-note = 시작하기 전에
deck-note-1 = 이 브리핑은 인신매매, 강제결혼, 성폭력, 구금, 강제송환을 다룹니다. 누구도 끝까지 듣거나 볼 의무는 없습니다.
deck-note-2 = 어떤 개인도 드러내지 않습니다. 모든 수치는 여러 사람에게서 나온 최솟값이며, 구역은 그 보호가 허용하는 것보다 작지 않습니다.
deck-note-3 = 이 보고는 겪은 일을 말할 수 있었던 북한 출신 여성과 여아에게서 나왔습니다. 대부분은 말할 수 없었습니다.
deck-cannot = 이 자료가 말할 수 없는 것
deck-un = 여기서 쓰는 말
deck-un-1 = “강제송환”은 당국이 무엇이라 부르든 본인의 뜻에 반하여 북한으로 돌려보내진 것을 말합니다.
deck-un-2 = 우리는 “북한 출신 여성”이라고 말합니다. “탈북자”나 “불법 체류자”는 다른 이들이 부르는 말입니다.
deck-un-3 = 보고 한 건은 한 사람에 대한 한 종류의 행위이며, 시작된 해와 구역마다 한 번 셉니다. 사람 수도, 재판 사건 수도 아닙니다.
deck-un-4 = 모든 수치는 기록된 것의 최소 추정치입니다. 그 행위가 얼마나 흔한지는 말하지 않습니다.
deck-parliament = 나올 수 있는 질문
deck-parliament-1 = “여성이 몇 명이나 됩니까?” 아무도 모릅니다. 말할 수 있는 것은 최소 몇 명이 기록되었는지입니다.
deck-parliament-2 = “2020년 이후 나아졌습니까?” 국경이 닫히면서 보고가 줄었습니다. 피해가 줄었는지는 알 수 없습니다.
deck-parliament-3 = “어느 도시가 가장 심합니까?” 구역은 사람을 보호하는 데 필요한 만큼 넓습니다. 어떤 수치도 도시나 시설의 것이 아닙니다.
deck-parliament-4 = “자료를 받을 수 있습니까?” 공개본은 공개되어 있고 검증할 수 있습니다. 보고 자체는 보유한 이들에게 남아 있습니다.
deck-press = 이 수치를 인용하는 법
deck-press-1 = “최소 M명이 전한 기록된 보고 최소 N건”이라고 쓰고 기간을 밝히십시오. 보고는 사람이 아닙니다.
deck-press-2 = 서로 다른 지도나 표의 수치를 더하지 마십시오. 서로 겹치며, 질문마다 따로 보호 처리합니다.
deck-press-3 = 지도와 함께 범례와 출처를 보여 주십시오. 색이 없는 구역은 보고가 없거나 너무 적은 곳이지 “피해가 없는” 곳이 아닙니다.
deck-press-4 = 보고가 누구에게서, 어디에서 나왔는지 알아내려 하지 마십시오. 목숨이 걸린 일입니다.
deck-donors = 수치가 무엇에 달려 있는가
deck-donors-1 = 물을 수 있었던 곳에서 들은 것만 담겨 있습니다. 떠나지 못한 이들에 대해서는 아무것도 알 수 없습니다.
deck-donors-2 = 최근 연도는 일정 기간 공개를 보류하므로 실제보다 늘 적어 보입니다.
deck-donors-3 = 면담이 늘면 보고도 늘어납니다. 증가는 피해가 아니라 듣는 이들의 일이 늘었음을 뜻할 수 있습니다.
deck-donors-4 = 더 알기 위해 필요한 것: 언제 어디에서 물었는지를 들은 내용과 함께 공개하는 것입니다.

## Presenter
# No native reader has checked the sentences of this part.
present-start = 전체 화면으로 시작
present-jump = 쪽 번호, 슬라이드, 행위 또는 질문을 입력하십시오
present-hint = h: 단축키
present-nothing = 이 공개본의 어떤 표도 그 질문에 답하지 않으며, 우리는 추측하지 않습니다. 공개본은 어디에서, 언제, 어떤 행위가 보고되었는지를 여러 사람의 최솟값으로 말합니다. 보이지 않는 것은 듣지 못했거나, 표시하기에는 너무 적은 사람이 말한 것입니다.
present-key-next = → Space
present-key-back = ← Backspace
present-key-ends = Home End
present-key-number = / 7 Enter
present-key-jump = / 또는 g
present-key-blank = b 또는 .
present-key-notes = n
present-key-window = w
present-key-timer = t
present-key-zero = z
present-key-screen = f
present-key-help = h 또는 ?
present-does-next = 다음 쪽
present-does-back = 이전 쪽
present-does-ends = 첫 쪽과 마지막 쪽
present-does-number = 7쪽으로
present-does-jump = 쪽, 행위, 질문 찾기
present-does-blank = 검은 화면, 다시 누르면 복귀
present-does-notes = 이 화면에 메모 표시
present-does-window = 별도 창에 메모 표시
present-does-timer = 시계 멈춤과 시작
present-does-zero = 시계를 0으로
present-does-screen = 전체 화면, 다시 누르면 복귀
present-does-help = 이 단축키
asked-how-many = 여성과 여아가 모두 몇 명입니까?
asked-how-many-says = 아무도 모릅니다. 숨어 있는 사람은 셀 수 없습니다. 말할 수 있는 것은 최소 몇 명이 기록되었는지이며, 여기의 모든 수치가 그런 최솟값입니다.
asked-better = 2020년 이후 나아졌습니까? 줄고 있습니까?
asked-better-says = 국경이 닫히면서 보고가 줄었습니다. 떠나서 말할 수 있었던 사람이 훨씬 적었습니다. 피해가 줄었는지는 거기서 읽을 수 없으며, 우리는 그렇게 말하지 않습니다.
asked-town = 어느 도시, 어느 마을, 어느 시설입니까?
asked-town-says = 여기의 어떤 수치도 도시나 시설의 것이 아닙니다. 구역은 그 안의 사람을 보호하는 데 필요한 만큼 넓습니다.
asked-one = 한 사례를 말해 줄 수 있습니까? 그 사람은 누구입니까?
asked-one-says = 아니요. 여기에는 한 사람에 대한 것이 없으며, 한 사람을 찾아낼 수 있는 것도 남아 있지 않습니다.
asked-where-now = 그들은 지금 어디에 있습니까?
asked-where-now-says = 공개본에는 누구의 현재 위치도 없습니다. 무엇이 어디에서 일어났는지를 넓은 구역으로, 여러 해 뒤에 말할 뿐입니다.
asked-data = 이것이 사실인지 어떻게 압니까? 확인할 수 있습니까?
asked-data-says = 공개본은 공개되어 있습니다. 수치를 다시 계산하고, 파일을 확인증으로 대조할 수 있으며, 방법도 공개되어 있습니다. 보고 자체는 보유한 이들에게 남아 있습니다.

## Check of a deck
# No native reader has checked the sentences of this part.
lint-word = “{ $word }”: 더 나은 표현 – { $instead }.
lint-mark = 느낌표가 있습니다. 수치가 말하게 하십시오.
lint-long = { $most }자가 넘습니다. 한눈에 읽기에 너무 깁니다.
lint-title-number = 제목의 숫자는 공개본을 따라갈 수 없습니다. 숫자는 각 쪽에 맡기십시오.
lint-number = 이 쪽에 없는 숫자입니다. 이 쪽의 숫자를 쓰거나 빼십시오.
lint-empty = 이 공개본은 여기에 대해 아무것도 말하지 않습니다.
lint-source = 출처가 없습니다.
lint-twice = 같은 화면이 두 번 들어 있습니다.
lint-contrast = 배경 위에서 읽을 수 없는 글자가 있습니다.
lint-none = 고칠 것이 없습니다.

## Briefing page
# No native reader has checked the sentences of this part.
nav-briefing = 브리핑
briefing-title = 브리핑 만들기
briefing-answer = 대상을 고르고, 화면을 고르고, 확인하고, 저장하고, 발표하십시오. 모든 수치는 공개본에서 나옵니다.
deck-frame = 슬라이드는 제목과, 무엇을 듣게 될지 알리는 쪽으로 시작하고, 수치가 말할 수 없는 것과 이 청중에게 가장 필요한 것으로 끝납니다. 떠나면 아무것도 남지 않습니다.
deck-audience = 대상
deck-own-title = 제목
deck-message = 이 쪽에 넣을 본인의 한 문장(없어도 됨)
deck-up = 위로
deck-down = 아래로
deck-remove = 빼기
deck-add = 화면 추가
deck-add-says = 행위를 입력하거나 고르십시오
deck-lint = 점검
lint-page = { $page }쪽
lint-deck = 전체
deck-save = { $form ->
    [pptx] 슬라이드 (PPTX)
    [pdf] 인쇄용 (PDF)
   *[html] 발표용 한 파일 (HTML)
}
deck-present = 여기서 보고 발표하기
save = 이 화면 저장
save-says = 모든 파일에 공개본, 말할 수 없는 것, 인용 방법이 들어 있으며, 나중에 “파일 확인”에서 대조할 수 있습니다.
save-as = { $form ->
    [png] 그림 (PNG, 300 dpi)
    [svg] 벡터 그림 (SVG)
    [pdf-a4] 한 장 (PDF, A4)
    [pdf-16x9] 한 장 (PDF, 16:9)
    [pptx] 슬라이드 (PPTX)
    [html] 한 파일 페이지 (HTML)
    [csv] 표 (CSV)
    [geojson] 구역 (GeoJSON)
    [geoparquet] 구역 (GeoParquet)
   *[package] 노트북이 든 데이터 묶음 (ZIP)
}
save-to-deck = 브리핑에 추가

## Receipts
# No native reader has checked the sentences of this part.
nav-check = 파일 확인
check-title = 이 파일은 아틀라스에서 나온 뒤 바뀌었는가?
check-answer = 아틀라스에서 저장한 파일이나 공개본을 고르십시오. 이 페이지는 그 파일이 단 한 바이트라도 바뀌었는지 알려 줍니다.
check-memory = 파일은 이 서버로 전송되어 서버의 메모리에만 머뭅니다. 디스크에 기록하지 않고, 다른 이용자에게 보이지 않으며, 세션이 끝나면 함께 지워집니다. 그래도 어떤 개인에 관한 내용이 담긴 파일은 고르지 마십시오.
check-file = 확인할 파일
check-newest = 가지고 있는 가장 최신의 공개본(파일이 아직 유효한지 알고 싶을 때)
check-genuine = 진본: 이 파일은 단 한 바이트도 바뀌지 않았습니다.
check-altered = 변경됨: 이 파일은 아틀라스에서 나온 그대로가 아닙니다. 이 파일의 어떤 내용도 믿지 말고 새로 받으십시오. 다른 프로그램에서 열어 다시 저장하기만 해도 파일은 바뀝니다.
check-not-ours = 알 수 없음: 공개본도 아니고 아틀라스에서 저장한 파일도 아닙니다. 또는 너무 많이 바뀌어 아무도 알 수 없습니다.
check-newest-unfit = 가장 최신의 공개본으로 제출된 파일이 변경되었거나 공개본이 아닙니다. 그래서 아무것도 대조하지 않았습니다.
check-kind = 종류: { $kind ->
    [release] 공개본(ZIP)
    [csv] 표(CSV)
    [geojson] 수치와 구역(GeoJSON)
    [geoparquet] 수치와 구역(GeoParquet)
    [html] 웹 페이지(HTML)
    [svg] 벡터 그림(SVG)
    [png] 그림(PNG)
    [pdf] 인쇄용 문서(PDF)
    [pptx] 발표 자료(PPTX)
    [package] 데이터 패키지(ZIP)
   *[other] { $kind }
}
check-release = 공개본: { $id }
check-as-of = 기준 시점: { $month }
check-view = 보여 주는 내용(아틀라스 링크의 표기): { $view }
check-language = 언어: { $name }
check-stands = { $standing ->
    [current] 유효함: 이 파일의 공개본이 제출된 가장 최신의 공개본입니다.
    [superseded] 대체됨: 이 파일의 공개본에 있던 내용은 더 새로운 공개본에 있습니다. 새 공개본을 쓰십시오.
    [withdrawn] 철회됨: 이 파일의 공개본은 더 이상 쓰지 말아야 합니다.
    [not_named] 아직 유효한지 알 수 없습니다. 제출된 공개본으로는 이 파일의 공개본에 대해 말할 수 없습니다. 더 오래되었거나, 다른 계열이거나, 다른 키로 서명된 것일 수 있습니다.
   *[not_checked] 아직 유효한지는 확인하지 않았습니다. 확인하려면 가장 최신의 공개본도 제출하십시오.
}
check-unsigned = 서명 없음: 이 확인은 변경을 찾아낼 뿐, 위조를 찾아내지 못합니다. 파일을 바꾸는 사람은 새 검증 기록도 써넣을 수 있습니다.
check-signed = 키 { $fingerprint }(으)로 서명됨: 이 키를 알고 있다면 위조를 알아낼 수 있습니다.
check-means = 진본이라는 것은 바뀌지 않았다는 뜻입니다. 수치가 옳다거나 실제라는 뜻은 아닙니다. 지어낸 자료의 파일도 진본일 수 있습니다.
