## Common
at-least-reports-people = 최소 { $people }명이 전한 최소 { $reports }건의 보고

## Figure
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
