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
people-none = None, too few to show, or withheld because other figures would give it away
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
figure-plate = Table of the release: “{ $question }” ({ $plate })
figure-north = N
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
map-phone = On a phone this page is for reading; questions are chosen on a larger screen.
share = Copy link
share-says = The address of what you see: this release, this page and its choices, and nothing else.
idle-title = Nothing is kept
idle-says = Nothing was done here for { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, so all that this session held was dropped from the memory of the server.
idle-begin = Begin again
login = Log in
login-with = Log in with { $name }
login-out = Log out
login-title = This atlas asks who you are
login-says = Log in to see it. Nothing of the release is shown before.
login-unknown = Nobody has told it. Please reach it by the address that you were given.
login-broken = How to log in cannot be read here, so nothing is shown. Please tell whoever runs this atlas.

## Pages
nav-map = Map
nav-people = People
nav-context = Context
nav-method = Method
people-title = How many people?
people-answer = At least { $people } different people are in this release.
people-nothing = This release tells no total of different people.
people-why-rows = One person can stand in many of these rows: in each era in which an act against her began, under each kind of act, as a girl and later as a woman. So no row may be added to another, and no sum is shown here.
people-why-reports = People are not reports: one person may be in many reports. And these are people of whom somebody told, not all whom it happened to.
people-why-minima = Each number is at least. A row that is not shown may be empty, too small to show, or withheld because other figures would give it away.
people-all = Everyone
people-woman = Women
people-girl = Girls (under 18 at the time)
people-other = Others
people-not-stated = Not stated
people-era = During
people-by-era = By the era in which an act began
people-by-era-says = Different people, at least, with an act that began then.
people-by-act = By kind of act
people-by-act-says = Different people, at least, in all years together.
people-by-both = By kind of act and era
people-by-both-says = Different people, at least, with an act of this kind that began then.
people-ongoing = In captivity during an era
people-ongoing-says = Different people, at least, whose captivity reached into the era, whenever it began: forced marriage and servitude, sexual exploitation, forced labour, private confinement.
context-title = What do others say?
context-answer = Figures of others, quoted as their sources print them. None of them is on the map, and none may be added to our reports.
context-contested-together = Contested: these figures contradict one another, and none of them is shown without the others.
context-contested-alone = Contested: not to be quoted without all that stands in this card.
context-compare = To be read together.
context-source = Source: { $source }
context-warning = Mind: { $warning }
method-title = How good are these data, and how are people protected?
method-answer = What the release says of itself, and how its figures are made.
method-heading = How people are protected
method-elsewhere = The method is not installed here: it stands in the file protect/METHOD.md of the atlas.
method-in-english = The method is written in English.
quality-title = The data of this release
quality-editions = { $count ->
    [one] One edition, as of { $last }.
   *[other] { $count } editions, the first as of { $first }, the newest as of { $last }.
}
quality-sources = { $mode ->
    [single] All figures rest on one source.
   *[several] Every figure rests on several sources.
}
quality-persons = { $mode ->
    [linked] One key over all sources: a person in several sources is counted once.
    [disjoint] No person is in two sources, as the steward declared.
   *[unlinked] The same person may be in two sources: each figure rests on its largest source alone.
}
quality-k = Each figure comes from at least { $k } people and is rounded down to a multiple of { $step }.
quality-audit = { $state ->
    [passed] The release passed the attack of our own auditor.
   *[none] The release was not audited.
}
quality-left-out = Questions left out because they could not be made safe: { $count }.
quality-behind = Questions that lack the newest edition: { $count }.
quality-coverage = { $state ->
    [yes] The release says where people were asked.
   *[no] The release does not say where people were asked: where nothing is shown, perhaps nobody was asked.
}
quality-levels = How finely can reports be placed?
quality-levels-says = Of the published reports of each question in the study area, the share in per cent that can be shown in areas of a size.
quality-levels-overlap = Sources may overlap, so no shares can be given.
quality-lag = How long until it was told?
quality-lag-says = Reports, at least, by the years between the act and its telling. Recent acts cannot have been told late yet.
quality-lag-years = { $lag ->
    [not_stated] Not stated
   *[other] { $lag } years
}
nav-trends = Trends
trends-nothing = This release tells no years.
trends-says = Reporting fell, not harm: since 2020 far fewer people could leave and tell. Fewer reports of a year do not mean that less happened in it.
trends-alt = Chart of years by kind of act, with the border closure as a grey band and arrivals in South Korea under it. The table holds the same figures.
trends-legend = Reports that began in a year:
trends-bands = Grey band: border closure, { $first } to { $last }. Numbered lines: events, listed below. Thin years are told by kind of act only, and what can only be told by era stands in the table.
trends-arrivals = Arrivals in South Korea
trends-arrivals-says = People from North Korea who arrived in South Korea, published figures of the Ministry of Unification (F08). A year without a bar is not known here.
trends-lasting = Began in an era, or lasted into it
trends-lasting-says = Different people, at least. Many acts last for years: who was sold in 2017 may be captive still.
trends-began = People for whom it began then, at least
trends-during = People in it then, at least
trends-events = Events on the time axis
trends-events-says = What happened is no cause of what was reported.
trends-not-told = None, too few to show, or not told by era
trends-not-published = Not published
trends-number = Number
trends-when = When
trends-event = Event
trends-source = Source
trends-year = Year
trends-people = People
trends-reports = Reports
marker-M1 = Border protocol of China and North Korea
marker-M2 = Crackdown order with rewards in Yanbian
marker-M3 = Report of the UN Commission of Inquiry
marker-M4 = Wave of arrests in China (at least 41)
marker-M5 = Buffer zone of 1 to 2 km, "unconditionally shot"
marker-M6 = "Maximum emergency"
marker-M7 = Return of 80 people
marker-M8 = Return of 40 people
marker-M9 = Return of 500 or more (HRW), or 600 (TJWG, GRC) people: contested
marker-M10 = Return of about 60 people
marker-M11 = HRW: at least 1,076 returned since 2020
nav-whom = By whom?
whom-title = By whom, and in which country?
whom-nothing = This release does not tell by whom.
whom-answer = At least { $reports } documented reports tell the kind of act; the tables say by whom, as far as it can be shown.
whom-answer-part = The largest single figure is at least { $reports } documented reports.
whom-why-told = By whom an act was done is what people told; no court has found it here.
whom-why-country = The country is where the act happened. It does not say who answers for it.
whom-by-actor = By kind of act and actor
whom-by-country = By kind of act and country
whom-by-era = By era and actor
whom-says = { $adds ->
    [yes] Reports, at least, in the study area.
   *[no] Reports, at least, in the study area: the largest part of each figure, since sources may overlap.
}
whom-actor = { $value ->
    [private] Private persons
    [prc_authority] Authorities of China
    [dprk_authority] Authorities of North Korea
    [not_stated] Not stated
   *[all] Not shown
}
whom-country = { $value ->
    [CN] China
    [KP] North Korea
    [other] Another country
    [not_stated] Not stated
   *[all] Not shown
}
whom-era-not-shown = Era not shown
choose-definition = { $text }. After: { $source }
card-acts = Kinds of act told inside this area, in all years, at least:
card-act = { $act }: { $reports }
card-acts-then = Kinds of act told inside this area in that time, at least:
card-no-acts-then = No kind of act can be shown inside this area in that time alone.
card-no-acts = No kind of act can be shown inside this area alone.
card-unknown = Not known from here: where inside the area, when inside the period, and what nobody told.
map-coverage = { $state ->
    [yes] Where people were asked stands on the page Method; an area of which nobody was asked has no colour either.
   *[no] The release does not say where people were asked, so an area without colour may be one of which nobody was asked.
}
quality-asked = Where and when were people asked?
quality-asked-says = Interviews, at least, that were about an area and a time. They do not add up: one interview may be about several places.
quality-interviews = Interviews, at least
quality-not-shown = Not shown
more-label = More reports than expected
more-found = { $count ->
    [0] None of the { $shown } areas shown stands out with its neighbours
    [one] One of the { $shown } areas shown stands out with its neighbours
   *[other] { $count } of the { $shown } areas shown stand out with their neighbours
}: more reports than chance alone would put there (local Gi*, false discovery rate 5 %). More reports may mean that more people were asked.
more-hidden = Areas that are not shown are left out of this, for they may be none or too few.
more-alone = Areas without a shown neighbour are compared by themselves: { $count }.
more-few = Of fewer than { $least } areas it cannot be said which hold more reports than expected.

## Map, further
nearest-says = Not shown as asked: { $what }.
nearest-between = {"; "}
nearest-both = { $act }, { $period }
nearest-unknown = the link names a { $field ->
    [plate] question
    [period] time
    [act] kind of act
   *[level] size of areas
} that the atlas does not know, so “{ $shown }” is shown
nearest-plate-unsafe = “{ $asked }” could not be made safe in this release, so “{ $shown }” is shown
nearest-plate-missing = this release does not answer “{ $asked }”, so “{ $shown }” is shown
nearest-period-untold = “{ $plate }” tells no times apart and so not “{ $asked }”: “{ $shown }” is shown
nearest-period-wider = no figure of “{ $plate }” tells “{ $asked }” by itself, only as part of a longer time, so “{ $shown }” is shown
nearest-period-missing = no figure of “{ $plate }” tells “{ $asked }” by itself, so “{ $shown }” is shown
nearest-act-untold = “{ $plate }” tells no acts apart and so not “{ $asked }”: “{ $shown }” is shown
nearest-act-wider = no figure of “{ $plate }” tells “{ $asked }” by itself, so its kind, “{ $shown }”, is shown
nearest-act-missing = no figure of “{ $plate }” tells “{ $asked }” by itself, so “{ $shown }” is shown
nearest-choice = of “{ $asked }” there are no reports, too few to show, or only such as are still held back, so “{ $shown }” is shown
nearest-level-untold = “{ $shown }” tells no places, so there is no map of it
nearest-level-finer = no figure of this choice can be placed as finely as “{ $asked }”, so “{ $shown }” is shown
nearest-cell = the area that the link names is not drawn on this map
layer-label = On the map
layer-rivers = Rivers
layer-provinces = Provinces
layer-names = Place names
layer-asked = Where nobody was asked
figure-unasked = Nobody asked, or too few to show
map-unasked = Lines mark areas of which nobody was asked, or too few to show, or only as part of a wider area; how many were asked of the other areas stands on the page Method.
card-both-sides = Its figure belongs to both sides, and to neither alone.
area-label = Areas, highest figure first
area-none = Choose an area
area-entry = { $number }. { $where }: at least { $reports }
rate-label = Reports per 100 interviews
rate-legend = Reports per 100 interviews about the area and era
rate-class = { $low ->
    [0] under 1
    [10] 10 or more
   *[other] about { $low }
}
rate-tip = Reports per 100 interviews: { $rate }
rate-bare = Reports, but interviews not told
rate-none = Not told
rate-not-here = Reports per 100 interviews: only for an era, at a size of areas for which interviews are told.
rate-refused = Rates per resident are refused: nobody knows how many women live there in hiding, so any such number would be invented.

## Steward
steward-title = Make a release
steward-lead = From your file to a release, step by step. Everything stays in the memory of this computer: nothing is written to disk and nothing is sent anywhere. When this page is closed, reloaded or left alone for long, all of it is forgotten.
steward-not-here = This page works only where the app listens on this computer alone. Start it with server.address = localhost.
steward-progress = Step { $step } of { $steps }: { $name }
steward-finished = All steps are done
steward-step-1 = Read the file
steward-step-2 = Refuse what must not come in
steward-step-3 = Match the columns
steward-step-4 = Read the rows, place by place
steward-step-5 = Say what the release shall be
steward-step-6 = Protect, attack, and save
steward-do-1 = Read this file
steward-do-2 = Screen the columns
steward-do-3 = Use these columns
steward-do-4 = Read the rows
steward-do-5 = Settle this
steward-do-6 = Protect
steward-undo = Undo this step
steward-forget = Forget everything
steward-trouble = This has to be mended first. Messages are in English; a word such as --persons names the field that bears it.
steward-internal = Something failed inside ({ $kind }, { $place }). Nothing was written. Please report this line.
steward-file = Your file
steward-file-help = CSV, TSV, XLSX, XLS, ODS, GeoJSON, GeoPackage, FlatGeobuf, zipped Shapefile or Parquet
steward-no-file = Choose a file first.
steward-more = More, if you need it
steward-mapping = A mapping of your own
steward-sheet = Sheet of the workbook
steward-recognised = Layout: { $layout }. { $rows } rows, { $columns } columns.
steward-encoding = Text read as { $encoding }.
steward-events = The file knows no persons: a case is an event, and k counts events.
steward-lacking = Not found yet: { $columns }.
steward-column = Column
steward-header = Header in your file
steward-reason = Why
steward-read-from = What is read from which header
steward-screened = Refused and already forgotten: { $columns } columns. If a column with names, numbers or notes is not in this list, stop.
steward-screened-none = No column was refused. If your file has a column with names, numbers or notes, stop.
steward-reason-looks-like-a-phone-number = looks like a phone number
steward-reason-looks-like-an-e-mail-address = looks like an e-mail address
steward-reason-looks-like-an-id-or-passport-number = looks like an ID or passport number
steward-reason-looks-like-an-id-number = looks like an ID number
steward-reason-looks-like-a-passport-number = looks like a passport number
steward-reason-looks-like-a-date-of-birth = looks like a date of birth
steward-reason-looks-like-a-present-location = looks like a present location
steward-reason-looks-like-an-address = looks like an address
steward-reason-looks-like-a-photo-or-recording = looks like a photo or recording
steward-reason-looks-like-a-link = looks like a link
steward-reason-looks-like-free-text = looks like free text
steward-reason-looks-like-a-facility-or-village = looks like a facility or village
steward-reason-looks-like-a-name = looks like a name
steward-reason-not-a-column-of-the-layout = not a column of the layout
steward-choose-column = Which header is { $column }?
steward-choose-none = None
steward-choose-absent = My file does not say it
steward-nothing-open = Nothing is left open: the columns below will be used.
steward-mapped = Used: { $columns } columns, giving { $rows } rows. Left out: { $dropped } columns.
steward-unlisted = Acts that no table of labels knows, counted as Z (not stated): { $rows }.
steward-decisions = Your list of decisions
steward-proposed = Best is to mend the file and begin again. Instead you can decide: { $drop } lines are left out, { $elsewhere } points count as outside the study area, { $acts } labels are read as not stated.
steward-accept = Accept these decisions
steward-save-decisions = Save the list (private)
steward-classified = { $used } of { $rows } rows are used; they are { $reports } reports.
steward-aside = Without a date: { $undated }. Without a place: { $unplaced }. Outside the study area: { $elsewhere }. Not authorised, left out: { $refused }. Left out by a decision: { $dropped }.
steward-placing = Reports, by how finely they may be placed at most
steward-class = Class of place
steward-class-A = A: crossings, routes, hiding, brokers
steward-class-B = B: private or mobile settings
steward-class-C = C: publicly known facilities
steward-name = Name of the release
steward-zip = File name
steward-as-of = As of, YYYY-MM (empty: this month)
steward-persons = How the keys of several sources relate
steward-persons-none = One source, or as the file says
steward-persons-linked = linked: one key over all sources
steward-persons-disjoint = disjoint: no person is in two sources
steward-persons-unlinked = unlinked: the same person may stand in two
steward-single = The work of one organisation
steward-synthetic = The rows are invented
steward-k = People that each figure needs, at least
steward-below = Below { $k }, which statistical offices hold to be the least.
steward-policy = A policy of your own
steward-folder = The folder that the release will stand in
steward-folder-help = If releases of this body of records exist already: give the newest one, and all ledgers and the log of its folder. What is not given cannot be known. If there are none, save the three files into an empty folder.
steward-previous = The newest release
steward-private = All .ledger files, and atlas.log
steward-new-series = Begin a new series
steward-all-now = Let nothing wait for the next edition
steward-coverage = Where people were asked
steward-universe = How many there were, where that is known
steward-against = Totals that someone else published
steward-approve = Second person who approves
steward-ordered = { $title }, as of { $as_of }: at least { $k } people in each figure.
steward-ordered-single = One organisation: no figure rests on three sources, and the release says so.
steward-protect-note = This takes from some seconds to a few minutes. Touch nothing on this page meanwhile: that would stop it.
steward-protecting = Protecting
steward-done = Release { $id } passed the audit.
steward-loss-lead = { $reports } reports of { $people } people: { $embargoed } wait for their embargo, { $pending } for the next edition; { $free } may be shown.
steward-audit = The auditor attacked { $sums } sums over { $margins } margins of fewer than k people; { $exposed } were exposed at first, none is now.
steward-loss-plate = Question
steward-loss-fine = In areas of r3 or finer
steward-loss-shown = Shown, pool left out
steward-loss-left-out = left out
steward-plate-who_what = By whom, which acts?
steward-plate-lag = How long until told?
steward-loss-all = The whole loss report, in English
steward-tombstoned = { $reports } reports of people who withdrew are still in your file and were left out: delete their rows from it.
steward-save-note = This page writes nothing to your disk: save all three files now, into the folder where the releases are. The release may be given away. The ledger and the log are private; the log takes the place of the one that is there. The next edition needs all of them, and the same secret.
steward-save-release = 1. Save the release (public)
steward-save-ledger = 2. Save its ledger (private)
steward-save-log = 3. Save the log (private)
steward-save-loss = Save the loss report (private)
steward-cases = Save the keys of these cases (private)

## Compare
nav-compare = Compare
compare-title-none = Two times, or two kinds of act, side by side
compare-title = { $what }: does the share of an area differ?
compare-title-areas = { $what }: does the share of an area differ? Of { $unknown } of { $areas } areas nobody can tell.
compare-none = This release does not hold two eras, or two kinds of act, by place: there is nothing to compare.
compare-overlap = Sources of this release may overlap unseen, so its figures do not add up and have no shares: there is nothing to compare.
compare-no-area = No area is shown for both, at any size: there is nothing to compare.
compare-few = Too few people to compare areas, so there is no map: it takes about { $least } on each side, and for certain there are { $people } in “{ $first }” and { $others } in “{ $second }”.
compare-answer = Beside “{ $first }”, “{ $second }” has a larger share of its reports in { $larger } areas, and a smaller share in { $smaller }; of the other { $unknown } nobody can tell.
compare-shares = Shares are compared, never numbers: fewer reports are not less harm, and a larger share of what was reported may only be heard of better.
compare-how = Each share lies between two ends that the published figures leave open. It is called larger or smaller only where it is so whatever they hide, and where chance alone would hardly make it so (false discovery rate 5 %). An area that is hidden on either side is one of which nobody can tell.
compare-side = { $side }: { $areas } areas are shown
compare-larger = Larger share than beside
compare-smaller = Smaller share than beside
compare-unknown = Nobody can tell
compare-ends = { $side }: between { $low } and { $high } of 100 reports
compare-hidden = { $side }: none, or too few to show
compare-alt = Map. { $heading }. { $title } { $answer } The table holds the same areas.
compare-column = { $side }
compare-column-ends = { $side }: of 100 reports
compare-range = { $low } to { $high }
compare-plate = Compare
compare-plate-where_when = Two times
compare-plate-where_what = Two kinds of act
compare-first = One side
compare-second = The other side

## Sheets and slides
sheet-release = Release { $id }.
sheet-scale = { $km } km at { $parallel }° N
sheet-bars = Reports by the year in which the act began, at least. Grey: border closure. A year without a bar has none, or too few to show. Reporting fell, not harm: since 2020 far fewer people could leave and tell.
package-codebook = What the figure's codes mean
package-files = { $map ->
    [yes] figure.csv holds the figures and areas.geojson the same with their outlines; an area without a row has no reports, or too few to show. codebook.csv says what the acts are. figure.ipynb draws the figure anew from these files; beneath.geojson, legend.json and words.json are what it needs for that.
   *[no] figure.csv holds the figures; what has no row has no reports, or too few to show. codebook.csv says what the acts are. figure.ipynb makes the table anew from these files and words.json.
}
package-needs = Needs geopandas, folium and matplotlib. Run all cells in the folder of the unpacked files.

## Decks
deck-title = What is reported from the Red Zone
deck-for = { $audience ->
    [un] Briefing for a United Nations side event
    [parliament] Briefing for members of parliament
    [press] Briefing for the press
   *[donors] Briefing for funders
}
deck-note = Before we begin
deck-note-1 = This briefing speaks of trafficking, forced marriage, sexual violence, detention and forced return. Nobody has to stay or to look.
deck-note-2 = No person is shown or told of: every figure is a minimum from a group of people, and no area is smaller than that protection allows.
deck-note-3 = The reports come from women and girls from North Korea who could tell of what happened. Most could not.
deck-cannot = What this cannot say
deck-un = Words as they are used here
deck-un-1 = “Forcibly returned”: returned to North Korea against her will, whatever the authorities call it.
deck-un-2 = “Women from North Korea” is what we say; “defectors” or “illegal migrants” is what others call them.
deck-un-3 = A report is one kind of act against one person, counted once for each year in which it began and each area. It is not a person, and not a case in court.
deck-un-4 = All figures are minimum estimates of what is documented. They say nothing of how common an act is.
deck-parliament = Questions that will be asked
deck-parliament-1 = “How many women are there?” Nobody knows. What can be said is how many are documented at least.
deck-parliament-2 = “Did it get better after 2020?” Reporting fell when the border closed. That does not tell whether harm did.
deck-parliament-3 = “Which town is the worst?” The areas are as large as the protection of people needs. No figure is of a town or a facility.
deck-parliament-4 = “Can we have the data?” The release is public and can be checked; the reports themselves stay with those who hold them.
deck-press = How to quote these figures
deck-press-1 = Write “at least N documented reports from at least M people”, and the period. A report is not a person.
deck-press-2 = Do not add figures of different maps or tables: they overlap, and each question is protected apart.
deck-press-3 = Show the legend and the source with the map. An area without colour has no reports or too few to show, not “no abuse”.
deck-press-4 = Do not try to find out who or where a report comes from. It can cost a life.
deck-donors = What the figures depend on
deck-donors-1 = They hold what was told, where people could be asked. Nothing is known of those who could not leave.
deck-donors-2 = Recent years are held back before they are told, so they always look lower than they are.
deck-donors-3 = More interviews bring more reports. A rise can mean more work of those who listen, and no more harm.
deck-donors-4 = What would help to know more: where and when people were asked, published beside what they told.

## Presenter
present-start = Start, full screen
present-jump = Type a page number, a place in the deck, an act or a question
present-hint = h: keys
present-nothing = No table of this release answers that, and we do not guess. It tells where, when and which acts were reported, as minimum figures of groups of people; whatever it does not show was not told, or was told by too few to be shown.
present-key-next = → Space
present-key-back = ← Backspace
present-key-ends = Home End
present-key-number = / 7 Enter
present-key-jump = / or g
present-key-blank = b or .
present-key-notes = n
present-key-window = w
present-key-timer = t
present-key-zero = z
present-key-screen = f
present-key-help = h or ?
present-does-next = next page
present-does-back = page before
present-does-ends = first and last page
present-does-number = page 7
present-does-jump = look for a page, an act or a question
present-does-blank = screen black, and back
present-does-notes = notes on this screen
present-does-window = notes in a window of their own
present-does-timer = stop and start the clock
present-does-zero = clock to zero
present-does-screen = full screen, and back
present-does-help = these keys
asked-how-many = How many women and girls are there in total?
asked-how-many-says = Nobody knows. People in hiding cannot be counted. What can be said is how many are documented at least, and every figure here is such a minimum.
asked-better = Did it get better after 2020? Is it getting less?
asked-better-says = Reporting fell when the border closed: far fewer people could leave and tell. Whether harm fell cannot be read from that, and we do not say it did.
asked-town = Which town, which village, which facility?
asked-town-says = No figure here is of a town or a facility. Areas are as wide as the protection of the people in them needs.
asked-one = Can you tell us of one case? Who is she?
asked-one-says = No. Nothing here is of one person, and nothing is left in it from which one could be found.
asked-where-now = Where are they now?
asked-where-now-says = The release holds no present place of anyone. Where something happened is told, coarsely, and years later.
asked-data = How do we know that this is true? Can we check it?
asked-data-says = The release is public: its figures can be recomputed, its files checked against their receipt, and its method is published. The reports themselves stay with those who hold them.

## Check of a deck
lint-word = “{ $word }”: better { $instead }.
lint-mark = An exclamation mark: let the figures speak.
lint-long = Longer than { $most } characters: too much to read in one look.
lint-title-number = A number in the title cannot follow the release: leave numbers to the pages.
lint-number = A number that this page does not hold. Take it from the page, or leave it out.
lint-empty = This release tells nothing here.
lint-source = The source is missing.
lint-twice = The same view stands in the deck twice.
lint-contrast = A text cannot be read on its ground.
lint-none = Nothing to mend.

## Briefing page
nav-briefing = Briefing
briefing-title = Put a briefing together
briefing-answer = Choose for whom, choose the views, check, save, present. Every figure comes from the release.
deck-frame = A deck begins with a title and a note on what people are about to hear, and ends with what the figures cannot say and what this audience most often needs. Nothing of it is kept when you leave.
deck-audience = For whom
deck-own-title = Title
deck-message = Your own sentence for this page, or none
deck-up = Up
deck-down = Down
deck-remove = Remove
deck-add = Add a view
deck-add-says = Type an act, or choose
deck-lint = Check
lint-page = Page { $page }
lint-deck = The deck
deck-save = { $form ->
    [pptx] Slides (PPTX)
    [pdf] Pages for print (PDF)
   *[html] Presenter in one file (HTML)
}
deck-present = Show and present here
save = Save this view
save-says = Each file names the release, what it cannot say and how to cite it, and can be checked later under “Check a file”.
save-as = { $form ->
    [png] Picture (PNG, 300 dpi)
    [svg] Drawing (SVG)
    [pdf-a4] Sheet (PDF, A4)
    [pdf-16x9] Sheet (PDF, 16:9)
    [pptx] Slides (PPTX)
    [html] Page (HTML, one file)
    [csv] Table (CSV)
    [geojson] Areas (GeoJSON)
    [geoparquet] Areas (GeoParquet)
   *[package] Data package with notebook (ZIP)
}
save-to-deck = Add to the briefing

## Receipts
nav-check = Check a file
check-title = Was this file changed since it left the atlas?
check-answer = Choose a file that was saved from the atlas, or a release: this page says whether a single byte of it was changed.
check-memory = The file is sent to this server and stays in its memory: it is written to no disk, no other reader sees it, and it is dropped with your session. Even so, choose no file that holds anything about a person.
check-file = The file
check-newest = The newest release that you have, to learn whether the file still stands
check-genuine = Genuine: not one byte of this file was changed.
check-altered = Altered: this file is not as it left the atlas. Rely on nothing in it, and get it anew. To open it in a program and save it again is enough to alter it.
check-not-ours = Not known here: this is no release and no file saved from the atlas. Or so much of it was changed that nobody can tell.
check-newest-unfit = What was given as the newest release is altered, or is no release: nothing was held against it.
check-kind = What it is: { $kind ->
    [release] a release (ZIP)
    [csv] a table (CSV)
    [geojson] figures with their areas (GeoJSON)
    [geoparquet] figures with their areas (GeoParquet)
    [html] a page (HTML)
    [svg] a drawing (SVG)
    [png] a picture (PNG)
    [pdf] a document for print (PDF)
    [pptx] slides (PPTX)
    [package] a data package (ZIP)
   *[other] { $kind }
}
check-release = Release: { $id }
check-as-of = As of: { $month }
check-view = What it shows, as a link of the atlas says it: { $view }
check-language = Language: { $name }
check-stands = { $standing ->
    [current] It stands: its release is the newest one that was given.
    [superseded] Superseded: a newer release holds what its release held. Use the newer one.
    [withdrawn] Withdrawn: its release should no longer be used.
    [not_named] Whether it still stands cannot be told: the release that was given cannot speak for its release. It may be older, of another series, or signed by another key.
   *[not_checked] Whether it still stands was not checked: for that, give the newest release as well.
}
check-unsigned = Not signed: the check detects change, not forgery. Whoever changes a file can also write a new receipt into it.
check-signed = Signed by the key { $fingerprint }: this detects forgery if you know the key.
check-means = Genuine means unchanged. It does not say that the figures are right, or that they are real: a file of invented data is genuine too.
