cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-about-skilldeck = Explore Microsoft partner skills reports: who is there, who is not associated, what counts.
    Without a command, FILE opens in the explorer. Try “skilldeck demo”.
cli-about-summary = Print what was read and how, and counts
cli-about-users = Print one entry per account: associations and skills
cli-about-columns = Print how each column of a file was recognised
cli-about-demo = Open the explorer on the bundled sample of an invented company
cli-about-completions = Print completions for a shell
cli-about-rules = Print the rules the program goes by, with their sources
cli-about-man = Print the manual page
cli-arg-files = Files or folders with downloads of Partner Center; “-” reads csv or tsv from standard input (printing commands)
cli-arg-filter = Only the accounts that match, for example "pc:no pmc:yes"
cli-arg-report = The report to begin with: skills (2021) or trainings (2026)
cli-arg-shell = bash, elvish, fish, powershell or zsh
cli-arg-format = text, json, csv, xlsx (with -o) or md, of letters also eml (drafts, with -o FOLDER); otherwise what the ending of the output file tells
cli-arg-output = Write to this file instead of the terminal; an existing file is kept
cli-arg-force = Overwrite the file of --output
cli-arg-as-of = Look at the report from this day (YYYY-MM-DD) instead of today or the report's date
cli-arg-report-date = The date of the report (YYYY-MM-DD) instead of the one found
cli-arg-lang = Language of the program: en or fr
cli-arg-map = The field FIELD stands in the column HEADER; may be repeated
cli-arg-sheet = The sheet to read instead of the one found
cli-arg-date-order = day-first or month-first, for dates such as 03/04/2021
cli-arg-company = Name of the company instead of the one found
cli-arg-color = auto, always or never
cli-arg-theme = the explorer's looks: auto, auto-light, dark, light, contrast, deuteranopia, tritanopia, mono
cli-arg-no-mouse = Leave the mouse to the terminal
cli-arg-no-state = Neither read nor write the data folder
cli-arg-state = The file in which cases are kept, in place of the data folder: one that a deputy shares, say
cli-arg-quiet = Leave out warnings
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-examples = Examples:
    {"  "}skilldeck demo
    {"  "}skilldeck "Downloads/skills report.xlsx"
    {"  "}skilldeck summary report.xlsx
    {"  "}skilldeck users report.xlsx --filter "pc:no pmc:yes" --format csv -o priority.csv
cli-unknown-argument = “{ $arg }” is not known.
cli-invalid-value = { $arg } does not take “{ $value }” ({ $valid }).
cli-value-missing = { $arg } needs a value.
cli-missing = { $arg } is missing.
cli-conflict = { $arg } does not go with the rest.
cli-xlsx-output = A workbook is not for the terminal: name a file with -o FILE.xlsx.
cli-wrong-usage = The command line was not understood.
cli-did-you-mean = Did you mean “{ $suggestion }”?
cli-see-help = See “skilldeck --help”.
cli-config = the config file { $file } was not understood: { $reason }
cli-exists = { $file } exists already. Choose another name, or overwrite it with --force.
cli-is-folder = { $file } is a folder. Give the name of a file.
cli-is-input = { $file } is one of the files that were read. Choose another name.
cli-newest-of = shown: { $file }, the newest of { $count } reports.
cli-no-folder = { $file } could not be written: there is no such folder.
cli-no-permission = { $file } could not be written: you may not write in that folder.
cli-disk-full = { $file } could not be written: the disk is full.
cli-cannot-write = { $file } could not be written: { $detail }
file-exists = { $file } exists already.
sheet-too-many-rows = A sheet of a workbook holds { $limit } rows, and these are { $rows }. Save them as .csv, or filter them first.
sheet-failed = The workbook could not be made: { $detail }
cli-no-file = which report? Give the path of a downloaded skills report or TrainingCompletions, or try “skilldeck demo”. In Partner Center you get it under Competencies > Download skills report, or Insights > Download reports > Trainings.
cli-no-terminal = the explorer needs a terminal. To print into a pipe or a file use “skilldeck summary FILE” or “skilldeck users FILE”.
cli-explorer-stdin = the explorer needs the keyboard and cannot read the report from standard input. Give its path, or use “skilldeck summary -”.

yes = yes
no = no
yes-and-no = yes and no

summary-sheet = {" "}· sheet “{ $sheet }”, headings in row { $row }
summary-line = {" "}· headings in line { $row }
summary-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}{ $refused ->
    [0] {""}
   *[other] , { $refused } refused
}{ $doubled ->
    [0] {""}
   *[other] , { $doubled } repeated
}
summary-company = Company: { $name }
summary-date = Report of { $date } ({ $from }), looked at from { $as_of }
summary-people = { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}
summary-associated = Associated in Partner Center: { $yes } yes, { $no } no
summary-association-not-said = This file does not say who is associated: it lists people who are linked to the company.
summary-skills = { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
}, { $counting } of them count
summary-skills-only = { $skills ->
    [one] { $skills } skill
   *[other] { $skills } skills
}; this file does not say where they count
summary-warnings = { $count ->
    [one] One thing to look at:
   *[other] { $count } things to look at:
}
summary-more = … and { $count } more (skilldeck summary --format json lists all)

columns-header = HEADING
columns-field = MEANS
columns-how = HOW
columns-language = LANGUAGE

users-name = Name
users-first-name = First name
users-last-name = Last name
users-email = E-mail
users-mcid = MCID
users-pmc = Associated in PMC
users-pc = Associated in Partner Center
users-skills = Skills
users-skills-counting = Skills that count
users-competencies-by-rules = Counts for, by the rules
users-competencies = Competencies
users-problem = First problem
users-found = Skill found
users-earned = Earned on
users-until = Valid until
users-count = { $shown } of { $all ->
    [one] { $all } account
   *[other] { $all } accounts
}

skill-type-exam = exam
skill-type-certification = certification
skill-type-assessment = assessment
skill-type-other = other
skill-counts-or-not = Counts
skill-file = File
skill-file-row = Row of the file
users-near = Nobody matches exactly; these come close.
