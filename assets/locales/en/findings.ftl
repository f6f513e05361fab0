cli-about-findings = Print what there is to settle, each point with its proof and with what to do
cli-arg-fail-on = End with exit code 1 when there is such a finding: urgent, or warning (which includes urgent)

severity-urgent = urgent
severity-warning = to settle
severity-info = to know
confidence-certain = certain
confidence-likely = likely
confidence-possible = possible

finding-pmc-only = Only in the old portal (PMC)
finding-empty-report = Nobody in the report
finding-column-missing = A required column is missing
finding-nobody-associated = Nobody is associated
finding-report-old = The report is old
finding-short-span = The period is short
finding-anniversary-near = An anniversary is near
finding-not-associated = Not associated in Partner Center
finding-missing-from-report = On your list, not in the report
finding-possible-duplicate = Maybe one person, two MCIDs
finding-conflicting-association = Yes and No in different rows
finding-expiring = Expires soon, can be renewed
finding-missing-mcid = No MCID
finding-left-company = Not on your staff list
finding-reports-disagree = The two reports disagree
finding-email-mismatch = Another address in another file
finding-no-skills = No skills
finding-skill-not-counting = Counts nowhere
finding-expired = Expired
finding-retired-still-listed = Withdrawn by Microsoft, still listed
finding-too-recent = Earned only just now
finding-bad-email = Not an e-mail address
finding-duplicate-row = The same row again

## What is so

finding-says-pmc-only = { $skills ->
    [one] One skill is associated in the old portal (PMC) alone.
   *[other] { $skills } skills are associated in the old portal (PMC) alone.
} { $clock }{ $gain }
finding-clock-unknown = What only PMC has counts for six months after your company's move to Partner Center; the day of the move is not known.
finding-clock-shut-down = PMC was shut down in May 2022: what only PMC has counts no more.
finding-clock-runs = What only PMC has counts until { $date } ({ $days ->
    [0] today
    [one] one more day
   *[other] { $days } more days
}), and then no more.
finding-clock-over = The six months after your company's move ended on { $date }: what only PMC has counts no more.
finding-gain-points = {" "}An association in Partner Center brings { $points ->
    [1] one point
   *[other] { $shown } points
} for { $where }.
finding-gain-people = {" "}An association in Partner Center fills { $people ->
    [one] one missing place
   *[other] { $people } missing places
} for { $where }{ $meets ->
    [yes] , which then has all its people
   *[other] {""}
}.
finding-gain-historic = {" "}By older rules it would fill { $people ->
    [one] one missing place
   *[other] { $people } missing places
} for { $where }.
finding-says-empty-report = The file lists nobody.
finding-says-column-missing = The column “{ $column }” was not found: what needs it cannot be looked for.
finding-says-nobody-associated = Nobody in this report is associated in Partner Center, so no skill counts.
finding-says-report-old = The report is { $days } days old. What happened since then is not in it.
finding-says-short-span = The file covers only { $from } to { $to }: who or what is not in it may be there all the same.
finding-says-anniversary-near = { $what }: { $days ->
    [0] the anniversary is today ({ $date }).
    [one] one day to the anniversary on { $date }.
   *[other] { $days } days to the anniversary on { $date }.
}{ $risk }
finding-says-anniversary-passed = { $what }: the anniversary was on { $date }; it can be renewed until { $until }.{ $risk }
finding-risk-yes = {" "}By today's data it will be missed if nobody passes or renews anything.
finding-risk-no = {" "}The people it needs are there.
finding-risk-unknown = {""}
finding-says-not-associated = The account is not associated in Partner Center. { $skills ->
    [0] No skill of the report is lost by that.
    [one] One skill would count.
   *[other] { $skills } skills would count.
}{ $gain }
finding-learn-yes = {" "}By the users report their Learn account is associated.
finding-learn-no = {" "}By the users report no Learn account is associated.
finding-says-missing-from-report = { $technical ->
    [yes] Your staff list calls this person technical, and no row of the report is about them.
    [no] On your staff list, as not technical, and in no row of the report.
   *[unknown] On your staff list, and in no row of the report.
}{ $trainings ->
    [yes] {" "}This file lists only people who have passed something.
   *[no] {""}
}
finding-missing-namesake = {" "}Somebody of the same name is in the report as { $other }: perhaps the same person with another address.
finding-says-possible-duplicate = { $confidence ->
    [certain] The same person as { $other } (MCID { $mcid })
    [likely] Probably the same person as { $other } (MCID { $mcid })
   *[possible] Maybe the same person as { $other } (MCID { $mcid })
}: { $reasons }.
finding-says-shared-mailbox = The same address as { $other } (MCID { $mcid }), but another name: perhaps two people with one mailbox.
finding-name-same = the same name
finding-name-spelling = the same name in another spelling
finding-name-short-form = a short form of the name
finding-name-initial = an initial in place of a name
finding-name-further = the name with a further one
finding-name-unnamed = one without a name
finding-name-different = different names
finding-address-same = the same address
finding-address-private-alike = a private address that is like the company's
finding-address-private = a private address beside the company's
finding-address-one-without = one account without an address
finding-address-none-of-company = no address of the company
finding-address-both-of-company = two addresses of the company
finding-holdings-complete = the exams on one account and their certification on the other
finding-holdings-apart = no skill in common
finding-holdings-one-empty = one account without skills
finding-holdings-repeated = a skill of the same day on both
finding-holdings-overlap = but a skill on both, of different days
finding-says-conflicting-pc = The report says yes in one row and no in another for the association in Partner Center.
finding-says-conflicting-pmc = The report says yes in one row and no in another for the association in PMC.
finding-says-conflicting-both = The report says yes in one row and no in another for both associations.
finding-says-expiring = { $skill } ends on { $date } ({ $days ->
    [0] today
    [one] one more day
   *[other] { $days } more days
}); the free renewal is open.
finding-says-missing-mcid = The account has no MCID: its skills cannot be matched with anybody's certification profile.
finding-says-mcid-elsewhere = The account has no MCID here; other rows of the same address have { $mcid }.
finding-says-left-company = In the report, but on none of your staff lists. A list may be old or leave people out.
finding-says-left-company-day = By your staff list the last day was { $date }, and the report still has them.
finding-says-email-mismatch = The report has { $own }, { $count ->
    [one] another file has { $others }
   *[other] other files have { $others }
}: the same person by the { $by ->
    [mcid] MCID
    [email_private] private address
   *[object_id] object id of the directory
}.
finding-says-no-skills-elsewhere = No skills here: the other account of the same person (MCID { $mcid }) holds them.
finding-says-no-skills-maybe = No skills here: the account of { $other } (MCID { $mcid }), who may be the same person, holds some.
finding-says-no-skills-not-associated = No skills, and no association in either portal: without one, none can show.
finding-says-no-skills-nothing = No skills. The file names no other account they could be on: nothing relevant earned yet, or earned under another MCID.
finding-says-not-counting-file = { $skill } counts nowhere: the report names no competency or programme for it.
finding-says-not-counting-rules = { $skill } counts nowhere: no designation asks for it on this day.
finding-says-not-counting-inactive = { $skill } does not count: the file calls it inactive.
finding-says-expired = { $skill } ended on { $date }, and no later row renews it.
finding-says-retired = { $skill } was withdrawn by Microsoft on { $date }. { $counts ->
    [yes] It goes on counting until { $until } where rules name it.
   *[other] It has not counted since { $until }, unless a rule says otherwise.
}
finding-says-retired-unknown = { $skill } was withdrawn by Microsoft; on which day is not known, nor how long it counts.
finding-says-too-recent = { $skill } was earned on { $earned }: it may not show everywhere until { $date }.
finding-says-bad-email = “{ $email }” is not an e-mail address.
finding-says-reports-disagree = { $what ->
    [earned] { $skill } was earned on { $first } by { $file }, and on { $second } by { $other }.
    [expires] { $skill } ends on { $first } by { $file }, and on { $second } by { $other }.
   *[status] { $skill } is { $first } by { $file }, and { $second } by { $other }.
}
finding-disagree-taken = The program goes by { $taken }.
finding-disagree-active = active
finding-disagree-inactive = inactive
finding-says-duplicate-row = { $rows ->
    [one] One row repeats another one word for word. It counts once.
   *[other] { $rows } rows repeat others word for word. They count once.
}

## What to do

finding-do-pmc-only = Ask { $name } to associate both in Partner Center under My profile, now: “Microsoft exams and certifications” and “Microsoft training and assessments”. Only they can do it. It shows after one to three days.
finding-do-empty-report = Check whether your users have associated their certification profiles with their Partner Center accounts; then download the report again.
finding-do-column-missing = Point the column out with --map { $field }=HEADING, or download the report again without changing it.
finding-do-nobody-associated = Begin with the people who hold skills: each associates their profile in Partner Center under My profile.
finding-do-report-old = Download the report again.
finding-do-short-span = Download it again with the period Lifetime.
finding-do-anniversary-near = Look at the standing (tab 3, or “skilldeck standing”) for what is missing, and who can still renew or pass something in time.
finding-do-not-associated = Ask { $name } to associate both in Partner Center under My profile: “Microsoft exams and certifications” and “Microsoft training and assessments”. Only they can do it. It shows after one to three days.
finding-do-not-associated-nothing = Ask { $name }, if they work with Microsoft products, to associate their profile in Partner Center under My profile.
finding-do-not-associated-learn = The association may be newer than the report. Download the report again after three days; if it still says no, ask { $name } for a screenshot of My profile.
finding-do-missing-from-report = See that { $name } has a Partner Center user account in your company, and ask for both associations under My profile: “Microsoft exams and certifications” and “Microsoft training and assessments”. Whoever has passed nothing that counts may be missing all the same.
finding-do-missing-namesake = First ask { $name } which address the Partner Center user account has. If it is the one in the report, correct your list; if they are two people, the missing one needs an account and both associations under My profile.
finding-do-possible-duplicate = First ask { $name } for the MCID on the transcript of their certifications. Both MCIDs stand in this report, so only with it can it be told which profile is merged into which; a merge cannot be undone. If they are two people, enter that, and you are not asked again.
finding-do-shared-mailbox = Ask who uses the address. Two people need an address each; one person with two profiles gives you the MCID on the transcript before anything is merged, for a merge cannot be undone.
finding-do-conflicting-association = Ask { $name } what My profile shows in Partner Center, and go by that. The next report should agree with it.
finding-do-expiring = Ask { $name } to take the free renewal assessment on Microsoft Learn by then. After the last day only the exam is left.
finding-do-missing-mcid = Ask { $name } to link their certification profile in Partner Center under My profile; then they show up with an MCID.
finding-do-left-company = Ask whether { $name } has really left before you remove anything. If so, see in the explorer what is lost (“If this person leaves”), then have the account removed in Partner Center.
finding-do-reports-disagree = Ask { $name } for the transcript from Microsoft Learn, and go by that. Download both reports on one day: TrainingCompletions is renewed every five days. If they still disagree, send the support both rows and the transcript. If they disagree about nearly everybody, day and month may be exchanged in one of them (--date-order).
finding-do-email-mismatch = Ask { $name } which address the Partner Center user account has. Exams and courses have to be taken with that one; whoever used another turns to the account admin.
finding-do-no-skills-elsewhere = Ask { $name } for the MCID on their transcript before anything is merged or associated anew: a merge cannot be undone.
finding-do-no-skills-not-associated = Ask { $name } to associate both items under My profile in Partner Center, and look again after three days.
finding-do-no-skills-nothing = Ask { $name } whether anything was earned. If so, compare the MCID on the transcript with the one here; if not, nothing is wrong.
finding-do-skill-not-counting = Nothing. Plan something that is asked for, if { $name } is to count.
finding-do-expired = It cannot be renewed any more. If it is needed, { $name } takes the exam again.
finding-do-retired-still-listed = Nothing. Plan what takes its place before it stops counting.
finding-do-too-recent = Wait until { $date }, then download the report again. Only after that is it worth asking why it does not count.
finding-do-bad-email = Correct the address in the user's Partner Center account, or ask { $name } to do so.
finding-do-duplicate-row = Nothing, unless you put files together yourself: then see that none is in it twice.

## The list

findings-none = Nothing to settle was found.
findings-group = { $title } ({ $count })
findings-each = each of them
findings-do = What to do: { $advice }
findings-rests-on = Rule: { $rules }
findings-rows = { $rows ->
    [one] row { $list }
   *[other] rows { $list }
}
findings-file-rows = { $file }: { $rows }
findings-list-row = { $file }: row { $row }
findings-more-rows = { $list }, …
findings-more = … and { $count } more; --format csv lists them all.
findings-silent = Not looked for:
findings-silent-line = { $title }: { $why }
findings-why-column = the file has no column “{ $column }”.
findings-why-nothing = the column “{ $column }” says nothing about anybody.
findings-why-report-date = the day of the report is not known; --report-date sets it.
findings-why-short-span = the file covers a short period only.
findings-why-rules = no rules are proven whole for this day.
findings-why-names = the file gives neither names nor addresses.
findings-why-no-staff-list = no staff list was opened with the report.
findings-why-no-list = neither a staff list nor a users report was opened with the report.
findings-why-other-people = the lists have nobody of this report; perhaps they are about another company.
findings-why-part-of-company = the staff list has fewer than half of the people of this report, so it seems to cover a part of the company: who is not on it is not asked about.
summary-findings = To settle (“skilldeck findings” tells all about it):
summary-finding = { $title }: { $count }
