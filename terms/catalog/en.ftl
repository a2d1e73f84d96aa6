## Common
at-least-reports-people = at least { $reports } reports from at least { $people } people

## Figure
act-alone = { $code ->
    [F1] Forced labour in the private economy, China
    [Z] Other or unstated acts
   *[other] { $label }
}
acts-all = All acts
level-region = Whole study area
level-r2 = Very large areas (about 60,000 km²)
level-r3 = Large areas (about 9,000 km²)
level-r4 = Medium areas (about 1,250 km²)
level-r5 = Small areas (about 180 km²)
level-finest = Each figure at its own size
years = { $kind ->
    [one] { $first }
    [one-only] { $first } only
    [span] { $first }–{ $last }
    [span-only] { $first }–{ $last } only
   *[to] { $last } or earlier
}
period-all = All years
period-undated = Year not stated
period-year = { $years }
period-before = Before the border closure: { $years }
period-closure = Border closure: { $years }
period-reopening = Since the reopening: { $years }
began-all = Began in any year to { $last }, or in a year not stated
began-undated = Began in a year that is not stated
began-year = Began in { $years }
began-before = Began in { $years }, before the border closure
began-closure = Began in { $years }, during the border closure
began-reopening = Began in { $years }, since the reopening; the border stayed closed until late August 2023
began-none = No year of this period has been released yet
began-clause = { $kind ->
    [undated] whose year is not stated
   *[other] that began in { $years }
}
figure-title-place = Where did the reported acts happen?
figure-title-place-act = { $act }: where did the reported acts happen?
figure-title-place-time = Where did the reported acts { $began } happen?
figure-title-place-act-time = { $act }: where did the reported acts { $began } happen?
figure-title-time = Which acts were reported, year by year?
figure-title-time-act = { $act }: what was reported, year by year?
figure-title-time-time = What was reported of acts { $began }?
figure-title-time-act-time = { $act }: what was reported of acts { $began }?
figure-around = around { $names }
figure-inside = in { $names }
figure-study-area = the study area
figure-two-places = { $a } and { $b }
figure-three-places = { $a }, { $b } and { $c }
figure-two-acts = { $a }; { $b }
figure-three-acts = { $a }; { $b }; { $c }
figure-answer-nothing = Nothing can be shown for this choice: there are no reports, or too few to show.
figure-answer-no-area = No area of this size can be shown for this choice.
figure-answer-total = At least { $reports } documented reports, from at least { $people } people.
figure-answer-map = At least { $reports } documented reports are on this map.
figure-answer-one = At least { $reports } documented reports are on this map, { $where }.
figure-answer-half = At least { $reports } documented reports are on this map; more than half of that figure lies { $where }.
figure-answer-largest = At least { $reports } documented reports are on this map; the largest single figure, at least { $largest }, lies { $where }.
figure-answer-part = The largest figure of one area on this map is at least { $reports } documented reports, { $where }.
figure-answer-acts = At least { $reports } documented reports; more than half of that figure: { $what }.
figure-wider = { $adds ->
    [yes] At least { $reports } more reports can only be placed in a wider area.
   *[no] At least { $reports } reports can only be placed in a wider area.
}
figure-elsewhere = { $adds ->
    [yes] At least { $reports } more took place outside the study area.
   *[no] At least { $reports } took place outside the study area.
}
figure-not-stated = { $adds ->
    [yes] For at least { $reports } more, the place is not stated.
   *[no] For at least { $reports }, the place is not stated.
}
figure-pool = For at least { $reports } reports, the area, time or act cannot be shown.
figure-blurred = At least { $reports } reports are told only for a wider period or kind of act than the one chosen; some of them may belong here.
figure-complete = No published report of this choice is left off this map.
figure-complete-table = No published report of this choice is left off this table.
figure-legend = Reports in each area
figure-class = at least { $low }
figure-none = None, or too few to show
figure-wide = Dashed: somewhere within this wider area
figure-tip = At least { $reports } reports from at least { $people } people
figure-tip-both-banks = This area lies on both sides of the border
figure-tip-wide = Somewhere within this wider area
figure-source = Source: { $title }, release { $id }, as of { $as_of }
figure-alt-map = Map. { $title } { $answer } { $not_shown } The table holds the same figures.
figure-alt-table = Table. { $title } { $answer } { $not_shown }
figure-not-prevalence = Documented reports, not prevalence. Absence of colour is not absence of harm.
figure-minima = Every figure is a minimum. Reports are not people, and people of different figures do not add up.
figure-events = k counts events: the records know no persons, so that every case is an event, and no person is counted.
figure-promise = Every figure comes from at least { $k } people and stays true if any one of them withdraws.
figure-held-back = Recent years are incomplete: reports are held back for { $least } to { $most } months after the year in which the act began.
figure-totals = Each question is protected apart, so totals differ from one question to another.
figure-single-source = All figures rest on one source.
figure-overlap = Sources may overlap, so figures do not add up; the largest part is shown.
figure-no-endorsement = Boundaries and names shown imply no endorsement.
figure-not-audited = Not audited: no auditor has tried to find people in this release.
figure-synthetic = Synthetic data: invented people and events, to try the software. It is evidence of nothing.
figure-attribution = Made with Natural Earth. Places: GeoNames (geonames.org), CC BY 4.0, modified. Borders approximate.
figure-synthetic-mark = Synthetic data
figure-release-mark = Release { $id }
figure-zoom-in = Zoom in
figure-zoom-out = Zoom out
figure-table = The same figures as a table
figure-table-only = The figures
figure-not-listed = Areas that are not listed: none, or too few to show.
figure-not-listed-acts = Empty: none, or too few to show.
figure-cite = Cite as: { $cite }
figure-left-out = Not on this map
figure-left-out-table = Not in this table
figure-to-know = What to know
figure-map-help = Move the map with the arrow keys, zoom with plus and minus. Every figure also stands in a table.
column-near = Where
column-size = Size of area
column-cell = H3 cell
column-reports = Reports, at least
column-people = People, at least
column-period = Began in

## Page
page-no-release = The release cannot be shown.
page-other-release = This link was made for another release than the one shown here; figures may differ.
page-choose-area = Point at an area of the map for its figure, or choose it to keep the figure here.
page-to-table = The same figures as a table
page-table-part = The { $shown } largest of { $rows } rows; the file has them all.
page-csv = Save these figures (CSV)
choose-plate = Question
choose-plate-where = Where?
choose-plate-where_what = Where, by act?
choose-plate-where_when = Where, by time?
choose-plate-when_what = Which acts, year by year?
choose-plate-where_when_what = Where, when and what, coarsely?
choose-period = When it began
choose-group = Kind of act
choose-act = Act
choose-act-any = Any of this kind
choose-level = Size of areas
choose-lang = Language
map-keys = Arrow keys move the map, plus and minus zoom, N and P step through its areas, Enter chooses one.
