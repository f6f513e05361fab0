## Files that do not open: what happened, where, what to do.
error-not-found = { $file }: there is no such file. Check the name and the folder, or drop the file on the terminal.
error-folder = { $file }: this folder holds no report. Give the path of the downloaded file, or a folder that holds one.
error-no-permission = { $file }: the system does not let it be read. Close it in other programs or copy it to a folder of your own.
error-not-a-file = { $file }: this is a pipe or a device, not a file. To read from a pipe, give “-” as the file name.
error-lock-file = { $file }: this is the lock file that Office leaves beside an open document. Open the document without “~$” in front of its name.
error-half-download = { $file }: the browser has not finished this download. Wait for it, or download the report again.
error-empty = { $file }: the file is empty (0 bytes). The download was cut off: download the report again.
error-password = { $file }: the workbook is protected by a password. Open it in Excel, save a copy without password, and open the copy.
error-damaged = { $file }: the file is damaged or cut off ({ $detail }). Download the report again; if you have it open in Excel, save it as .xlsx there.
error-unpacks-too-large = { $file }: unpacked, the workbook is larger than { $limit } MiB. If that is right, raise “unpacked-bytes” under [limits] in the config file.
error-too-large = { $file }: files of this format are read whole, and this one is larger than { $limit } MiB. Save it as .xlsx or .csv, which are read row by row.
error-too-many-rows = { $file }: more than { $limit } rows. If that is right, raise “rows” under [limits] in the config file.
error-cell-too-long = { $file }, row { $row }: a cell is larger than { $limit } KiB. Most likely a quotation mark is never closed there; save the report again as .xlsx.
error-html = { $file }: this is a web page, whatever its name says. In Partner Center use the download button rather than saving the page, or open the file in Excel and save it as .xlsx.
error-pdf = { $file }: this is a PDF. The program reads spreadsheets: in Partner Center choose Competencies > Download skills report.
error-unknown-format = { $file }: the content is neither a workbook (.xlsx, .xls, .xlsb, .ods) nor delimited text (.csv, .tsv). In Partner Center choose Competencies > Download skills report.
error-no-sheet = { $file }: there is no sheet “{ $name }”. There are: { $there }.
quoted = “{ $text }”
error-no-sheets-at-all = { $file }: a text file has no sheets. Leave --sheet out.
error-no-table = { $file }: no table was found. The program looked for a header row with MCID, Associated to PMC, Associated to PC and Relevant for Competencies. Get it in Partner Center under Competencies > Download skills report.
error-not-a-report = { $file }: no header row of a known download. Looked for: MCID, Associated to PMC, Associated to PC, Relevant for Competencies (in 18 languages), or the columns of TrainingCompletions. Found: { $found }. Get the report in Partner Center under Competencies > Download skills report, or name the columns with --map FIELD=HEADER.
error-other-kind = { $file }: this is the { $what }; it lists no skills of people. Open it together with a skills report or TrainingCompletions. { $place }
error-no-such-header = { $file }: there is no column “{ $header }” for the field { $field }.
error-cancelled = { $file }: reading was cancelled.
error-io = { $file }: the file could not be read: { $detail }.

## Downloads.
kind-skills-report = skills report
kind-training-completions = trainings from Insights
kind-users-report = exported users report
kind-users-report-place = The skills report is under Competencies > Download skills report.
kind-competency-history = Competency history (CompetencySummaryHistory)
kind-competency-history-place = The skills report is under Competencies > Download skills report; TrainingCompletions is under Insights > Download reports > Trainings.
kind-competency-performance = Competency performance (CompetencyPerformanceRequirement)
kind-competency-performance-place = The skills report is under Competencies > Download skills report; TrainingCompletions is under Insights > Download reports > Trainings.
kind-ms-learn = Microsoft Learn download (MSLearn)
kind-ms-learn-place = Exams and certifications are in TrainingCompletions: Insights > Download reports > Trainings.
kind-partner-profile = Partner profile
kind-partner-profile-place = The skills report is under Competencies > Download skills report; TrainingCompletions is under Insights > Download reports > Trainings.
kind-skilling-eligibility = Skilling eligibility table of a Solutions Partner designation
kind-skilling-eligibility-place = The whole list of certifications is in TrainingCompletions: Insights > Download reports > Trainings.
kind-training-dashboard = table of the Training dashboard
kind-training-dashboard-place = The whole list is in TrainingCompletions: Insights > Download reports > Trainings.
kind-transcript = list of exams from one Learn transcript
kind-transcript-place = The skills report is under Competencies > Download skills report.
kind-staff-list = list of people with e-mail addresses
kind-staff-list-place = The skills report is under Competencies > Download skills report; TrainingCompletions is under Insights > Download reports > Trainings.
kind-empty-report = report without rows

## Columns.
field-first-name = First name
field-last-name = Last name
field-display-name = Whole name
field-email = E-mail
field-email-private = Private e-mail
field-mcid = MCID
field-associated-pmc = Associated to PMC
field-associated-pc = Associated to Partner Center
field-skill-type = Kind of skill
field-skill-name = Name of the skill
field-skill-id = Code of the skill
field-skill-completion-date = Earned on
field-skill-status = Status
field-relevant = Relevant for competencies
field-skill-expiration-date = Valid until
field-AADUserId = Anonymous user id
field-MPNId = Location id
field-PGAMpnId = Global account id
field-PartnerName = Partner name
field-TrainingActivityId = Training number
field-Month = Month
field-IcMCP = Microsoft certified
field-PartnerCityLocation = City
field-PartnerCountryLocation = Country
field-CompetencyName = Competency
field-CompetencyLevel = Level
field-CompetencyStatus = State of the competency
field-CompetencyStartDate = Held since
field-CompetencyEndDate = Anniversary date

how-user = mapped by you
how-documented = documented
how-related = seen elsewhere
how-inferred = inferred
how-content = told by its cells

order-day-first = day first
order-month-first = month first

date-from-option = as given
date-from-document-created = creation of the document
date-from-document-modified = last change of the document
date-from-file-name = name of the file
date-from-file-time = time of the file

## Things noticed while reading.
warning-column-missing = The column “{ $value }” is missing. If it is there under another heading, map it (in the explorer: File read, Enter on the column; on the command line: --map).
warning-ambiguous-dates = “{ $column }”: day and month cannot be told apart in any cell; taken as { $value }. If that is wrong, use --date-order.
warning-mixed-dates = “{ $column }”: some dates are day first and some month first. Each was read the only way it can be; the others as { $value }. Check them in the file.
warning-bad-date = Row { $row }, “{ $column }”: “{ $value }” is no date and was left out{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-bad-yes-no = Row { $row }, “{ $column }”: “{ $value }” is neither yes nor no; counted as not said{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-error-cell = Row { $row }, “{ $column }”: the cell holds an error value of a formula and was left out{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-nobody-named = Row { $row } names nobody and was refused: { $value }{ $count ->
    [one] {""}
   *[other] {" "}(and { $more } more like it)
}
warning-name-alone = Row { $row } names “{ $value }” and says nothing else: no address, no MCID, no skill. It is counted as a person{ $count ->
    [one] .
   *[other] {" "}(and { $more } more).
}
warning-total-row = Row { $row } (“{ $value }”) is a sum and nobody; it was left out{ $count ->
    [one] .
   *[other] {" "}(and { $more } more).
}
warning-bad-email = Row { $row }, “{ $column }”: “{ $value }” is no e-mail address{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-bad-mcid = Row { $row }, “{ $column }”: “{ $value }” is no number, as an MCID is; it was kept as it is{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-unknown-type = Row { $row }, “{ $column }”: the kind of skill “{ $value }” is not known; it is shown as “other”{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-extra-cells = Row { $row } has more cells than there are headings; what stands behind the last was not read, and the others may stand in the wrong columns{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-missing-cells = Row { $row } has fewer cells than there are headings; those that are missing were read as empty{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-repeated-header = Row { $row } repeats the header row and was passed over{ $count ->
    [one] .
   *[other] {" "}(as were { $more } more).
}
warning-duplicate-header = The heading “{ $value }” stands twice; the first column is used.
warning-hidden-sheet = The report stands on the hidden sheet “{ $value }”.
warning-other-sheet = The sheet “{ $value }” looks like a report too. Use --sheet to read it instead.
warning-empty-report = Partner Center found no users with skills data. Either the account was created directly in Partner Center, or nobody had associated an MCP with PMC before the move. Check whether your users' certification profiles are associated with their Partner Center accounts.
warning-no-rows = There is a header row, but no row below it. Early in a month this is normal for downloads of Insights: choose a longer period.
warning-duplicate-row = Row { $row } repeats an earlier row and was counted once.
warning-mixed-encoding = Row { $row }, “{ $column }”: bytes that do not belong to the file's encoding; read as Western European text{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-merged-cells = { $count ->
    [one] One empty cell was
   *[other] { $count } empty cells were
} filled from the merged cell above.
warning-file-changed = The file changed while it was read. Reload it.
warning-shared-email = Row { $row }: “{ $value }” has two names and two MCIDs. It is counted as one person; if it is a shared mailbox, give each person an address of their own.
warning-short-span = The skills span { $value } only. From a download of a short period nobody can be said to have left or lost a skill: choose “Lifetime” when downloading.
warning-mapping-ignored = The mapping “{ $value }” was ignored: there is no such heading.
warning-no-competency = Row { $row } names no competency and was left out: { $value }{ $count ->
    [one] {""}
   *[other] {" "}(and { $more } more like it)
}
warning-bad-history = Row { $row }, “{ $column }”: “{ $value }” is not known there; what the row says of a competency was left out{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-no-anniversary = Row { $row }: “{ $value }” is held, but its end date is missing. Type the anniversary in yourself.
warning-unknown-competency = Row { $row }: the catalog has no competency “{ $value }”; it is kept under this name, and its requirements are not known.

## The filter.
filter-unknown-field = There is no field “{ $given }:”. Did you mean “{ $nearest }:”?
filter-no-such-field = There is no field “{ $given }:”. Some that there are: { $some } …
filter-bad-value = “{ $field }:” does not take “{ $given }”. For example: { $valid }.
filter-no-value = “{ $field }:” needs a value.
filter-open-quote = A quotation mark is not closed.

## What a field of the filter takes, separated by “, ”.
filter-values-presence = any, none
filter-values-association = yes, no, unknown, both
filter-values-yes-no = yes, no
filter-values-number = 0, >3, <=5
filter-values-skill = az-104
filter-values-competency = cloud-platform
filter-values-type = exam, certification, assessment, other
filter-values-status = active, expired, inactive
filter-values-earned = 2021, >2021-03-01, <90d
filter-values-expires = <90d, 2026-12, >=2027-01-01, never
filter-values-problem = any, pmc-only, not-associated, possible-duplicate, expiring, missing-mcid …
filter-values-severity = urgent, warning, info
