too-small = Please make the window larger: 40 × 10 at least.

title-report = report of { $date }
title-as-of = seen from { $date }
title-today = seen from today
title-as-of-today = seen from today, { $date }
title-of-reports = report { $number } of { $count }

tab-overview = Overview
tab-users = Users
tab-data = File read

loading-title = Opening
loading-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} read · Esc stops
failed-title = This file could not be opened
failed-help = R tries again, q leaves. “skilldeck demo” shows the program on a sample.

overview-empty = There is nobody in this report
overview-report = Report
overview-funnel = From listed to counting
overview-people = people
overview-do-first = Do first
overview-to-settle = { $count } to settle
overview-look-at = To look at
overview-nothing-to-look-at = Nothing stands out.
overview-warnings = Noticed in the file
overview-no-warnings = Nothing to put right.
overview-months = Skills earned per month
overview-no-dates = No skill in this file has a date.

figure-listed = listed
figure-mcid = with an MCID
figure-associated = { $count ->
    [one] associated
   *[other] associated
}
figure-skilled = with a skill
figure-counting = with one that counts
figure-pmc-only = only in the old portal (PMC)
figure-not-associated = { $count ->
    [one] not associated in Partner Center
   *[other] not associated in Partner Center
}
figure-conflicting-association = { $count ->
    [one] associated: yes and no
   *[other] associated: yes and no
}
figure-expiring = with a skill expiring in 90 days
figure-missing-mcid = without an MCID
figure-no-skills = without skills

fact-company = Company
fact-report = Report of
fact-report-date = { $date } ({ $from })
fact-age = When
fact-age-days = { $days ->
    [0] today
    [one] { $days } day ago
   *[other] { $days } days ago
}
fact-own-day = seen from its own day
fact-people = People
fact-people-value = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
}
fact-skills = Skills
fact-skills-counting = { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
}, { $counting } { $counting ->
    [one] counts
   *[other] count
}
fact-skills-only = { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
}
fact-associations = Associations
fact-no-associations = none in this file; open a skills report for them
fact-label = { $name }:{" "}
fact-file = File
fact-file-value = { $kind }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}

both = both
not-said = the file does not say
column-name = Name
column-found = Found
column-until = Valid until
column-email = E-mail
column-mcid = MCID
column-pmc = PMC
column-pc = Partner Center
column-pc-short = P. Center
column-skills = Skills
column-skills-short = Skills
column-competencies-by-rules = Counts for (rules)
column-competencies = Competencies
column-problem = First problem
users-title = Users · { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
}
users-title-filtered = Users · { $shown } of { $all } accounts
users-title-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
users-hidden = +{ $count }: { $names } →
users-sorted = by { $by }
users-none = This report lists nobody.
users-no-associations = This file does not say who is associated. Open a skills report. Esc clears the filter.
users-none-match = Nobody matches “{ $filter }”. Esc clears the filter.
sort-title = Sort users by
sort-match = best match
sort-file = order of the file

person-title = Person
person-skills = { $skills ->
    [0] no skills
    [one] { $skills } skill
   *[other] { $skills } skills
}
person-skills-counting = { $skills ->
    [0] No skills
    [one] { $skills } skill
   *[other] { $skills } skills
}{ $skills ->
    [0] {""}
   *[other] , { $counting } { $counting ->
        [one] counts
       *[other] count
    }
}
person-no-skills = The file lists no skill for this account. Nothing relevant was earned yet, or the skills stand under another MCID.
person-others = { $count ->
    [one] Another account of this person
   *[other] Other accounts of this person
}
leaving-title = { $accounts ->
    [one] If this person leaves
   *[other] If this person leaves, with { $accounts } accounts
}
leaving-in-short = { $title }: { $count ->
    [0] nothing is lost
    [one] one thing is lost
   *[other] { $count } things are lost
}{ $historic ->
    [yes] {" "}(last known rules)
   *[no] {""}
}
leaving-line = { $first }: { $then }
leaving-historic = By the last known rules, { $id }, not proven for this day:
leaving-points = { $before } → { $after } { $n ->
    [one] point
   *[other] points
}
leaving-gate = gate { $step } breaks ({ $have } of { $need })
leaving-and = ;{" "}
leaving-reserve = nothing lost, { $count } in reserve
leaving-nothing = nothing lost
leaving-no-points = gives no points yet
leaving-level = breaks ({ $have } of { $need ->
    [one] 1 person
   *[other] { $need } people
})
leaving-breaks = breaks
leaving-maybe = whether it is still met cannot be told
leaving-cannot-tell = cannot be told
leaving-not-met = not met anyway
leaving-more = … and { $count } more{ $losses ->
    [0] , nothing lost
    [one] , one of them lost
   *[other] , { $losses } of them lost
}
person-rows = { $count ->
    [one] Line { $rows } of the file
   *[other] { $count } lines of the file: { $rows }
}
person-rows-files = { $count ->
    [one] Line { $rows }
   *[other] { $count } lines: { $rows }
}
person-rows-sheet = { $count ->
    [one] Row { $rows } of sheet “{ $sheet }”
   *[other] { $count } rows of sheet “{ $sheet }”: { $rows }
}

kind-of-skill-exam = exam
kind-of-skill-certification = cert.
kind-of-skill-assessment = asmt.
kind-of-skill-other = other
skill-kind = Kind
skill-title = Skill
skill-earned = Earned
skill-until = Valid until
skill-counts = Counts for
skill-printed = In the file: { $title }
skill-unknown = Not in the certification catalog; shown as printed.
skill-relevant = Relevant for: { $entries }
skill-earned-on = Earned on { $date }
skill-would = Would count for: { $entries }
skill-row = Row { $row } · Enter shows it whole
counting-not-associated = not associated
counting-expired = expired
counting-inactive = inactive
counting-nowhere = nowhere

data-files = Files
data-sheet = sheet “{ $sheet }”
data-header-row = headings in row { $row }
data-remembered = with your mapping
data-columns = { $count ->
    [one] { $count } column
   *[other] { $count } columns
}
data-no-columns = The file has no columns.
data-no-notices = Everything in the file was understood.
data-heading = Heading
data-means = Taken for
data-how = How known
data-language = Lang.
data-unnamed = (column { $number })
data-notices = { $count ->
    [0] Noticed
    [one] { $count } thing noticed
   *[other] { $count } things noticed
}
map-title = What is “{ $heading }”?
map-automatic = whatever is recognised

rows-title = As it stands in the file
rows-row = Row { $row }
rows-reading = Reading the file again …
rows-none = This row is no longer in the file.
message-title = Message
more-below = more below

rules-title = Rules
palette-title = Commands
palette-none = No such command.
help-title = Keys
help-here = On this screen
help-elsewhere = Elsewhere
help-filter = The filter
help-filter-text = Words are looked for in name, e-mail, MCID, skill code and title, with or without accents. “field:value” narrows exactly, “-” in front turns a condition round, quotation marks keep words together. Conditions on skills hold for one and the same skill. Example: pc:no pmc:yes
help-skills = In the column Skills, 2/5 means: two skills that count, of five in all.
help-keys = Keys
help-what = What they do

filter-field-name = part of the name; any, none
filter-field-email = part of the address; any, none
filter-field-mcid = part of the MCID; any, none
filter-field-pc = associated in Partner Center: yes, no, unknown, both
filter-field-pmc = associated in the old PMC: yes, no, unknown, both
filter-field-skills = how many skills: 0, >3, <=5
filter-field-counting = how many that count: 0, >0
filter-field-skill = code (finds its certification too) or part of the title: az-104
filter-field-type = exam, certification, assessment, other
filter-field-status = active, expired, inactive
filter-field-earned = 2021, >2021-03-01, <90d (in the last 90 days)
filter-field-expires = <90d (in the next 90 days), 2026-12, never
filter-field-competency = part of “Relevant for …”, or by the rules: data-ai
filter-field-relevant = whether the file says where it counts: yes, no
filter-field-for = what the skills of the account count for: data-ai
filter-field-problem = to settle, or to know: any, none, pmc-only, expiring …
filter-field-severity = how much it matters: urgent, warning, info

why-at-the-root = There is nothing to go back to. q leaves.
why-filter-wrong = Correct the filter, or Esc puts back the one before.
map-sample = There stands: { $cells }
overview-steps = people, step by step
why-no-older = There is no older report.
why-no-newer = There is no newer report.
why-no-filter = There is no filter.
why-nothing-here = There is nothing to open here.
why-demo = The sample is always the same.
why-same-day = The report is of today.
notice-mapping-kept = Mapping kept. The file is read again.
notice-mapping-not-kept = The mapping holds for this session only; it could not be kept: { $value }
notice-internal-error = An internal error was caught. What you see is unchanged.

cmd-down = One row down
cmd-up = One row up
cmd-open = Open what is selected
cmd-into = Open what is selected
cmd-out = Back
cmd-columns-right = Show columns further right
cmd-columns-left = Show columns further left
cmd-back = One step back: window, filter, person, tab
cmd-page-down = One page down
cmd-page-up = One page up
cmd-half-down = Half a page down
cmd-half-up = Half a page up
cmd-top = To the first row
cmd-bottom = To the last row
cmd-filter = Filter users as you type
cmd-clear-filter = Clear the filter
cmd-sort = Sort users by a column
cmd-reverse = Reverse the order
cmd-row = Show the row of the file
cmd-pane = Next pane
cmd-pane-back = Previous pane
cmd-tab-overview = Go to Overview
cmd-tab-users = Go to Users
cmd-tab-data = Go to File read
cmd-tab-next = Next tab
cmd-tab-previous = Previous tab
cmd-older = Look at the older report
cmd-newer = Look at the newer report
cmd-as-of = Look from today, or from the day of the report
cmd-reload = Read the files again
cmd-language = Switch between English and French
cmd-palette = All commands
cmd-rules = The rules the program goes by
cmd-help = Keys and filter language
cmd-quit = Close what is in front; leave
cmd-quit-now = Leave at once

hint-choose = choose
hint-open = open
hint-back = back
hint-filter = filter
hint-sort = sort
hint-row = row of the file
hint-pane = next pane
hint-newer = newer report
hint-reload = try again
hint-older = older report
hint-palette = commands
hint-help = help
hint-quit = quit
hint-keep-filter = keep
hint-drop-keys = never mind
hint-drop-filter = as before
hint-move = move

## Names of keys, as they stand on the keyboard.
key-Enter = Enter
key-Esc = Esc
key-Tab = Tab
key-Shift-Tab = Shift-Tab
key-Backspace = Backspace
key-Delete = Delete
key-Home = Home
key-End = End
key-PgUp = PgUp
key-PgDn = PgDn
key-Space = Space

## Prefixes: what the keys after them are for.
prefix-g = go to
prefix-y = copy

## Messages.
notice-plain = { $value }
notice-file-changed = A file that is open was changed on disk. { $value } reads it again.
notice-read-again = The files were read again.
notice-undone = Undone: { $value }
notice-redone = Done again: { $value }
notice-marked = { $count ->
    [0] Nobody is marked
    [one] { $count } row is marked
   *[other] { $count } rows are marked
}
notice-match = “{ $value }” found { $count ->
    [one] { $count } row
   *[other] { $count } rows
}: n goes to the next one, N to the one before
notice-no-match = Nobody listed here was found by “{ $value }”.
notice-copied = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} copied to the clipboard
notice-copied-terminal = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} handed to your terminal's clipboard (OSC 52). If nothing can be pasted, e writes a file.
notice-copied-file = No clipboard takes this: { $count ->
    [one] { $count } row is
   *[other] { $count } rows are
} in { $value }
notice-not-copied = Nothing was copied: { $value }
notice-written = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} written to { $value }
undo-filter = filter
undo-order = order
undo-columns = columns
messages-title = Messages
title-reading = reading … { $percent } %
title-changed = changed on disk: { $key } reads it again

keys-taken = Config file, [keys]: { $command } cannot have “{ $keys }”, because { $other } has it. The usual keys stay.
keys-no-command = Config file, [keys]: there is no command “{ $command }”. The nearest is { $other }.
keys-no-key = Config file, [keys]: { $command } names a key “{ $keys }” that does not exist. Examples: x, Ctrl-t, F2, g x
keys-doubles = Config file, [keys]: { $command } cannot have “{ $keys }”: terminals take it for Backspace, Tab or Enter.
keys-needed = Config file, [keys]: { $command } must have a key. The usual keys stay.

## Columns, values, marks.
columns-title = Columns
columns-note = Space or Enter shows and hides
columns-found = (while a filter asks for a skill)
columns-skills = (those that count / all)
columns-silent = (this file says nothing here)
why-name-stays = The name always stays: it says which row is which.
users-marked = { $count ->
    [one] { $count } marked
   *[other] { $count } marked
}
users-marked-hidden = { $count ->
    [one] { $count } marked, not shown
   *[other] { $count } marked, { $hidden } not shown
}
users-email-domain = E-mail, after the @
facets-title = Filter { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
values-title = { $column } · { $values ->
    [one] { $values } value
   *[other] { $values } values
}, { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
values-none = There is nothing here to count.
values-counting = Counting …
value-nothing = (empty)
value-no-skills = without skills
value-with-skills = with skills
value-expired = expired
value-exam = exam
value-certification = certification
value-assessment = assessment
value-other = other
value-active = active
value-inactive = inactive
value-30d = within 30 days
value-90d = within 90 days
value-180d = within 180 days
value-never = never
facet-severity = How much it matters
facet-problem = Something to settle
facet-to-know = Good to know
facet-pc = Associated in Partner Center
facet-pmc = Associated in the old portal (PMC)
facet-skills = Skills
facet-type = Kind of skill
facet-status = State of a skill
facet-expires = A skill expires
facet-competency = Counts for
facet-skill = Holds

## Themes.
theme-title = Theme
theme-auto = the terminal's own 16 colours
theme-auto-light = the same, on a light background
theme-dark = dark
theme-light = light
theme-contrast = high contrast
theme-deuteranopia = for red-green blindness (deuteranopia)
theme-tritanopia = for blue-yellow blindness (tritanopia)
theme-mono = no colours

## Copy and export.
export-title = Write to a file
export-note = The ending decides: .xlsx for Excel (also without one), .csv, .tsv, or .md for a table as text. A file that is there is not replaced unasked.
export-users = Users
export-person = Skills
export-overview = Overview
export-file = File
replace-title = Replace it?
replace-note = There is a file already: { $file }
replace-yes = Replace it
replace-no = Choose another name
take-accounts = Accounts
take-row = Row
start-else = Something else
start-path-choice = Type or paste a path …

why-nothing-to-tick = There is nothing to tick here.
why-no-marks = Nothing is marked.
why-no-search = Nothing was filtered yet.
why-nothing-to-undo = There is nothing to undo.
why-nothing-to-redo = There is nothing to do again.
why-no-messages = Nothing was said yet.
why-nothing-to-copy = There is nothing to copy here.
why-no-job-control = Not on this system.
filter-what = A name, an address, AZ-104 …, or pc:no skill:az-104 expires:<90d problem:any
why-elsewhere = This works on another screen.
why-nothing-to-complete = There is nothing to complete here.
why-no-filter-here = There is nothing to search here.
why-no-path = Type a path first.
why-nothing-open = Nothing is open yet: open a report first.
why-no-format = The name must end in .xlsx, .csv, .tsv or .md.

cmd-column-first = To the first column
cmd-column-last = To the last column
cmd-facets = Filter by choosing: association, kind, competency …
cmd-problems = Only those with something to settle
cmd-next-match = To the next row of the last filter
cmd-previous-match = To the previous row of the last filter
cmd-values = What is in this column, counted
cmd-columns = Choose the columns
cmd-mark = Mark a row; tick a line
cmd-mark-to-here = Mark from the row marked last to this one
cmd-mark-all = Mark all rows shown, or none
cmd-unmark = Take all marks away
cmd-copy-cell = Copy the cell
cmd-copy-row = Copy the row, or the marked ones
cmd-copy-markdown = Copy the row, or the marked ones, as a Markdown table
cmd-copy-view = Copy everything shown, with headings
cmd-export = Write what is shown, or marked, to a file
cmd-zoom = Give the pane all the room, or take it back
cmd-undo = Undo: filter, order or columns
cmd-redo = Do again what was undone
cmd-open-file = Open another file
cmd-add-file = Add another file to what is open
cmd-theme = Choose a theme
cmd-messages = What was said so far
cmd-suspend = Back to the shell for a while (fg returns)

hint-facets = choose a filter
hint-problems = only problems
hint-values = what is in here
hint-columns = columns
hint-mark = mark
hint-tick = tick
hint-search = search
hint-export = export
hint-open-file = open a file
hint-read-again = read again
hint-run = run
hint-filter-on = filter on it
hint-earlier = earlier filters
hint-complete = complete
hint-write = write
hint-never-mind = never mind

## The start screen.
start-title = Open a report
start-recent = Opened before
start-downloads = Newest reports in your downloads
start-searching = Looking …
start-none = No report was found in your download folder. “How to get the report” says where one comes from; a file from elsewhere is opened by its path.
start-demo = Sample: the trainings report of 2026
start-demo-old = Sample: the skills report of 2021, with associations
start-path = Path of a report or folder
add-path = Add a file or folder
add-path-about = It is read beside what is open: a staff list, the users report, another report.
start-how = How to get the report from Partner Center
start-how-choice = How to get the report …
start-more = more: “{ $choice }”
start-step-1 = Sign in to Partner Center as an MPN partner admin or with the role “Executive report viewer”: only these see names.
start-step-2 = Open Insights (the tile, or the menu on the left) and choose “Download reports”.
start-step-3 = Create a report of the type “Trainings”, with the longest period (lifetime) and the format csv.
start-step-4 = When it is ready, choose “Download”. Partner Center keeps it for 14 days.
start-step-5 = Skills reports from earlier years (“Download skills report”, an .xlsx) open just as well, in every language.

## Competencies and designations.
tab-standing = Standing
standing-designations = Standing · designations
standing-competencies = Standing · competencies
standing-track-all = all tracks
standing-track-enterprise = Enterprise track
standing-track-smb = SMB track
standing-none = There are no rules for this day.
standing-page = In full
standing-entry = Asked for
standing-have = There
standing-need = Needed
standing-state = State
standing-last-day = Safe until
export-standing = Standing
why-no-tracks = Competencies have no tracks.
why-nobody-here = This line names nobody to open.
cmd-tab-standing = Go to Standing
cmd-programme = Switch between designations and competencies
cmd-track = Track of the designations: all, Enterprise, SMB
hint-programme = other programme
hint-track = track

## What commands are also looked for by; never shown.
also-filter = search find look query chercher rechercher
also-facets = choose narrow facet criteria critères
also-problems = issues errors missing trouble problème
also-clear-filter = reset remove everybody all enlever réinitialiser
also-sort = order arrange rank trier classer
also-reverse = descending ascending backwards décroissant
also-values = statistics distribution group pivot répartition
also-columns = hide show fields masquer cacher colonnes
also-mark = select tick check sélectionner cocher
also-mark-to-here = select range until sélectionner plage
also-mark-all = select everything sélectionner tout
also-unmark = deselect none clear désélectionner
also-copy-cell = clipboard value presse-papiers coller
also-copy-row = clipboard line presse-papiers coller
also-copy-markdown = clipboard md table presse-papiers coller
also-copy-view = clipboard list table excel presse-papiers coller
also-export = save excel xlsx csv tsv download print exporter enregistrer imprimer
also-row = raw source original line brute
also-pane = window focus switch fenêtre
also-zoom = maximize full screen enlarge agrandir plein écran
also-tab-overview = home summary dashboard accueil résumé
also-tab-users = people list employees staff accounts personnes liste
also-tab-data = columns source mapping warnings données correspondance
also-older = before last history précédent
also-newer = after next latest suivant
also-as-of = date day today yesterday aujourd’hui
also-undo = ctrl-z revert annuler
also-redo = ctrl-y repeat refaire rétablir
also-reload = refresh update again actualiser recharger
also-open-file = load browse choose ouvrir fichier parcourir
also-add-file = staff list liste ajouter second join beside users report
also-theme = colour color dark light contrast looks couleur clair sombre
also-language = language translate langue français anglais
also-rules = how counts policy règles explain
also-messages = log history notices errors journal
also-help = manual shortcuts keyboard aide raccourcis
also-suspend = background shell terminal pause
also-quit = exit close end leave quitter fermer
also-quit-now = exit close end kill quitter fermer
overview-standing = Where we stand

## Cases in the queue
queue-due = Due today
queue-due-about = A wait is over, or nobody has answered for a week. Whatever you do about it (remind, wait on, pass on, done) takes it off this list.
queue-others = Followed, not in this report
queue-others-about = Points you follow that this report does not show: people who are in no file, checklists of the company, points of another report.
queue-settled = Settled, or left alone
queue-settled-about = Done by you, proven by a newer report, or left alone with a reason. Enter unfolds them; c r opens one again.
case-stands = How it stands: { $state }
case-log = What happened so far
case-marked = you: { $mark } · { $moment }
case-mark-done = done
case-mark-failed = not so
case-mark-not-applicable = does not matter here
prefix-c = case
cmd-mark-step = Mark the step: done, not so, does not matter, open again
hint-mark-step = mark the step
cmd-case-asked = Note that the person was asked today; asked before: reminded
cmd-case-answered = Note that an answer came today
cmd-case-note = Write a note
cmd-case-wait = Wait, until a day if you like
cmd-case-days = Enter the days: earned, associated, merged, next possible
cmd-case-support = Passed to Microsoft support, with the ticket’s number
cmd-case-done = Settled
cmd-case-leave = Leave it alone, with a reason
cmd-case-reopen = Open it again
cmd-case-person = Follow somebody who is in no file: a new joiner, say
also-mark-step = tick check cocher étape
also-case-asked = remind relancer demander mail
also-case-answered = reply réponse
also-case-note = comment remarque
also-case-wait = clock later attendre
also-case-days = dates 72 hours heures earned
also-case-support = ticket microsoft assistance
also-case-done = close solved clore résolu
also-case-leave = ignore no action ignorer
also-case-reopen = rouvrir open again
also-case-person = new joiner nouveau arrivé dossier
why-no-case = Choose a point to settle first: a person’s, or a checklist of the company.
why-no-step = This line is no step of a checklist.
undo-case = what you did in the case
notice-case-kept = Kept in the case.
notice-case-asked = Noted: asked today. It comes back after seven days without an answer.
notice-case-reminded = Noted: reminded today.
notice-case-answered = Noted: an answer came today.
notice-case-done = Settled. The next report tells whether it shows.
notice-case-reopened = Open again.
notice-step-done = Step marked: done.
notice-step-failed = Step marked: not so.
notice-step-not-applicable = Step marked: does not matter here.
notice-step-open = Step open again.
notice-report-settles = { $count ->
    [one] This report proves one point settled; u takes that back.
   *[other] This report proves { $count } points settled; u takes that back.
}
notice-report-reopens = { $count ->
    [one] One settled point is in this report again: it is open.
   *[other] { $count } settled points are in this report again: they are open.
}
notice-report-settles-and-reopens = Points that this report proves settled: { $count }; open again: { $value }. u takes both back.
