too-small = Please make the window larger: 40 × 10 at least.

title-report = report of { $date }
title-as-of = seen from { $date }
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
overview-look-at = To look at
overview-nothing-to-look-at = Nothing stands out.
overview-warnings = Noticed in the file
overview-no-warnings = Everything in the file was understood.
overview-months = Skills earned per month
overview-no-dates = No skill in this file has a date.

figure-listed = listed
figure-mcid = with an MCID
figure-associated = associated
figure-skilled = with a skill
figure-counting = with one that counts
figure-pmc-only = only in the old portal (PMC)
figure-not-associated = not associated in Partner Center
figure-contradictory = associated: yes and no
figure-expiring = expires within 90 days
figure-no-mcid = without an MCID
figure-no-skills = without skills

fact-company = Company
fact-report = Report of
fact-report-date = { $date } ({ $from })
fact-age = Age
fact-age-days = { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
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
}, { $counting } count
fact-skills-only = { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
}
fact-file = File
fact-file-value = { $kind }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}

both = both
not-said = the file does not say
users-pc-short = P. Center
users-title = Users · { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}
users-title-filtered = Users · { $shown } of { $all } accounts, { $people ->
    [one] { $people } person
   *[other] { $people } people
}
users-hidden = +{ $count }: { $names } →
users-hidden-left = ←
users-sorted = by { $by }
users-none = This report lists nobody.
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
person-rows = { $count ->
    [one] Line { $rows } of the file
   *[other] { $count } lines of the file: { $rows }
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
help-keys = Keys
help-what = What they do

filter-field-name = part of the name; any, none
filter-field-email = part of the address; any, none
filter-field-mcid = part of the MCID; any, none
filter-field-pc = associated in Partner Center: yes, no, unknown, both
filter-field-pmc = associated in the old PMC: yes, no, unknown, both
filter-field-skills = how many skills: 0, >3, <=5
filter-field-counting = how many that count: 0, >0
filter-field-skill = code or part of the title: az-104
filter-field-type = exam, certification, assessment, other
filter-field-status = active, expired, inactive
filter-field-earned = 2021, >2021-03-01, <90d (in the last 90 days)
filter-field-expires = <90d (in the next 90 days), 2026-12, never
filter-field-competency = part of “Relevant for …”: cloud-platform
filter-field-relevant = whether the file says where it counts: yes, no

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
