cli-about-letters = Write a letter to each person: what only they can settle, their skills to confirm, or a renewal
cli-arg-user = One person: an e-mail address, an MCID or a name
cli-arg-kind = settle (what they can settle, the default), confirm (their list of skills) or renewal (what can be renewed free of charge)
cli-arg-letter-lang = All letters in this language: en, fr or de; otherwise each in the language that the staff list names for the person, else the report's
cli-arg-templates = Write the texts that come with the program to this folder, as a start for your own
cli-about-evidence = Gather what Microsoft Partner support asks for about one person, in a folder or a .zip
cli-arg-only-this-person = Instead of the whole files only their headings and the rows of this person

## Letters

letters-none = There is nobody to write to.
letters-to = To: { $to }
letters-subject = Subject: { $subject }
letters-to-nobody = no address
letters-written = { $count ->
    [one] One draft was written to { $folder }.
   *[other] { $count } drafts were written to { $folder }.
}
letters-without-address = { $count ->
    [one] One person has no address that a mail could go to:
   *[other] { $count } people have no address that a mail could go to:
} { $names }
letters-templates-written = The texts of the letters were written to { $folder }. What you change takes effect in the folder { $place }; leave out what you do not change.
letters-templates-nowhere = The texts of the letters were written to { $folder }.
letters-eml-output = Drafts are files: name a folder for them with -o FOLDER.
letters-eml-only = eml is a format of “skilldeck letters” alone.
letters-sheet = Letters
letters-no-address = There is no address that a mail could go to.
letters-mailto-too-long = The letter would make a link of { $length } characters, and mail programs take { $room }. Copy the text, or write a draft (.eml).

letters-problem = { $file }{ $place }: { $what }
letters-at-line = , line { $line }
letters-unreadable = it cannot be read: { $detail }
letters-syntax = it is no TOML: { $detail }
letters-schema = this program reads schema = 1.
letters-unknown-key = there is no such key.
letters-unknown-key-meant = there is no such key. Did you mean { $meant }?
letters-wants-text = a text belongs here: "…"
letters-wants-plural = two texts belong here: { "{" } one = "…", other = "…" { "}" }
letters-wants-texts = a list of texts belongs here: ["…", "…"]
letters-unknown-place = { $place } cannot be filled in here. There are { $known }.
letters-lone-brace = a brace has no other. A brace itself is written twice: { "{{" } or { "}}" }.

## One person

person-nobody = Nobody is called “{ $who }” in the report or the lists beside it. Give an e-mail address, an MCID or a name.
person-several = “{ $who }” may be any of these: { $names }. Give an e-mail address or an MCID.

## The support file

file-not-a-folder = { $file } is a file. Give the name of a folder.
evidence-title = About the skills of { $name }
evidence-unnamed = somebody without a name
evidence-as-of = Looked at on { $date }
evidence-file-date = of { $date }
evidence-file-rows = { $rows ->
    [one] one row
   *[other] { $rows } rows
}, { $own } of this person
evidence-file-left-out = (the rows of others were left out)
evidence-line = { $label }: { $value }
evidence-person = The person, as the report has them
evidence-in-no-report = In no row of the report.
evidence-no-skills = The report shows no skill.
evidence-skills = Skills that the report shows:
evidence-earned = earned on { $date }
evidence-until = until { $date }
evidence-found = What was found
evidence-nothing-found = Nothing.
evidence-log = What was done so far
evidence-still-to-add = Still to add
evidence-still-to-add-about = Put these beside the files here before you write to Microsoft Partner support (https://partner.microsoft.com/support).
evidence-proof-recent-report = The skills report, downloaded anew: support asks for the most recent one, and this one is older than a month.
evidence-proof-profile = The exported users report (User management > Export report of users) with this person in it, or a screenshot of My profile from them.
evidence-proof-transcript = Of exams and certifications: the official Microsoft certification transcript, from the person.
evidence-proof-completion = Of courses and assessments: the certificate of completion, from the person.

evidence-what-case = what was found, in plain words
evidence-what-report = the report as it was downloaded
evidence-what-report-rows = the rows of this person in the report
evidence-what-users-report = the users report as it was downloaded
evidence-what-users-report-rows = the rows of this person in the users report
evidence-what-still-to-add = what is still to be added
evidence-whose-everybody = { $others ->
    [one] with one other person
   *[other] with { $others } other people
} ({ $rows ->
    [one] one row
   *[other] { $rows } rows
})
evidence-whose-this-person = { $named ->
    [0] this person alone
    [one] this person; names one other account, perhaps theirs
   *[other] this person; names { $named } other accounts, perhaps theirs
}
evidence-whose-nobody = nobody's data
evidence-goes-in = This goes in:
evidence-of-others = { $rows ->
    [one] One row of { $others ->
        [one] one other person
       *[other] { $others } other people
    } goes in
   *[other] { $rows } rows of { $others ->
        [one] one other person
       *[other] { $others } other people
    } go in
}: Microsoft asks for the whole report. With --only-this-person they are left out.
evidence-written = Written to { $path }.
evidence-not-written = Nothing was written. Name a folder or a .zip with -o.
evidence-format = The list of what goes in is printed as text or json.
evidence-cannot-read = { $file } could not be read again: { $detail }
evidence-bytes = { $size ->
    [one] one byte
   *[other] { $size } bytes
}
evidence-kilobytes = { $size } kB
evidence-megabytes = { $size } MB
