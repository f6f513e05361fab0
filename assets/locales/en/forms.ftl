form-rule-title = A rule of your own
form-rule-note = If you know the requirements that Microsoft asks of you, enter them: so many people for a level. What comes of it is marked as depending on what you entered.
form-portal-title = What the portal says
form-portal-note = Copy the points that Partner Center shows. With all of them the total of 100 is known, and where ours differ from the portal's it is said why.
form-held-title = What you hold
form-held-note = Without CompetencySummaryHistory.csv no file says until when you hold a competency. Leave the date empty to take it back.
form-company-title = Your company
form-company-note = What holds for the whole company.
form-external-title = A certificate of another body
form-external-note = No report lists certificates that others than Microsoft issued. Tick here what you have seen.
form-day-title = Look from another day
form-day-note = Everything is shown as of this day: what has expired by then no longer counts, and the rules of that day hold.

form-field-competency = Competency
form-field-level = Level
form-field-people = People
form-field-among = Who counts
form-field-certificates = One of
form-field-from = From
form-field-to = To
form-field-on = Figures of
form-field-enrolled = Enrolled
form-field-anniversary = Anniversary
form-field-track = Track
form-field-moved = Move to Partner Center
form-field-who = Person
form-field-credential = Certificate
form-field-has = Has it
form-field-day = Day

form-help-competency = The name as on the screen. A name that the catalog does not know becomes a competency of its own.
form-help-level = ← → to choose.
form-help-people = How many different people the level asks for.
form-help-among = Those whom the report itself marks as relevant, or those who hold one of the certificates you name.
form-help-certificates = Codes or names, with commas between them: AZ-104, AZ-305.
form-help-from = First day of the rule; empty: since ever. For example 1 Jan 2026.
form-help-to = Last day of the rule; empty: for good.
form-help-on = The day on which the portal showed these figures: 15 Sep 2026 or 2026-09-15.
form-help-points = 0 to { $most } points; empty: not known.
form-help-enrolled = Whether you have enrolled in the designation, that is, paid for it.
form-help-anniversary = The day by which it has to be renewed: 31 Mar 2027 or 2027-03-31.
form-help-track = Enterprise or SMB, as your designation is counted; both are shown as long as you do not say.
form-help-moved = The day your company moved from PMC to Partner Center. Associations in PMC count for six months after it.
form-help-who = E-mail address or MCID, or a name that only one person has.
form-help-credential = ← → to choose; a letter jumps.
form-help-has = No takes back what you ticked before.
form-help-day = 15 Sep 2026 or 2026-09-15; before or after the report.

form-choice-level-silver = Silver
form-choice-level-gold = Gold
form-choice-among-relevant = whom the report marks relevant
form-choice-among-one-of = who hold one of …
form-choice-enrolled-yes = yes
form-choice-enrolled-no = no
form-choice-has-yes = yes
form-choice-has-no = no
form-choice-track-not-said = not said
form-not-in-catalog = ? { $id } (not in the catalog)

form-wrong-date = “{ $typed }” is no date, or could be two. Write 15 Sep 2026 or 2026-09-15.
form-wrong-empty-date = A day is needed here: 15 Sep 2026 or 2026-09-15.
form-wrong-no-competency = Which competency?
form-wrong-no-certificates = Name at least one exam, certification or assessment: AZ-104, AZ-305.
form-wrong-not-enrolled = Only what you are enrolled in has an anniversary. Choose yes, or leave the anniversary empty.
form-wrong-who = “{ $typed }” is nobody in this report, or more than one. Give the e-mail address or MCID that the report lists.

item-track = Track: { $track }
item-moved = Moved from PMC to Partner Center on { $date }
item-held = { $what }: held until { $date }
item-tick = Performance met: { $path }
item-external = { $who } has { $credential }
item-portal = The portal on { $name }, { $date }: { $said }
item-portal-nothing = no figures
item-enrolled = enrolled
item-anniversary = anniversary { $date }
item-not-same = Two people: { $a } and { $b }
item-rule = { $level } of { $name } = { $count ->
    [one] one person
   *[other] { $count } people
} { $among }
item-rule-relevant = among those whom the report marks relevant
item-rule-one-of = who hold one of { $list }
item-rule-from = from { $from } on
item-rule-to = until { $to }
item-rule-between = from { $from } to { $to }

entered-list-title = What you entered
entered-list-empty = Nothing yet. On the Standing tab, i opens what can be entered.
entered-list-note = Enter changes one of them, Delete takes it back.

hint-edit = change
hint-keep = keep all
hint-next-field = next
hint-turn = choose
hint-take-back = take back
hint-enter-portal = portal’s figures
hint-enter-rule = own rule
cmd-enter-portal = Enter the portal’s figures of the designation
cmd-enter-rule = Enter a rule of your own for the competency, or change it
cmd-enter-held = Enter until when you hold the competency (anniversary)
cmd-enter-external = Tick somebody’s certificate of another body than Microsoft
cmd-enter-company = Enter track and day of the move to Partner Center
cmd-entered = Everything you entered: change it, take it back
cmd-take-back = Take back what you entered
cmd-tick = Tick the performance of the level as met, or take that back
cmd-day = Look from any day: what will have expired by then
also-enter-portal = total difference score 100 figures portail
also-enter-rule = requirement règle
also-enter-held = renewal anniversary renouvellement
also-enter-company = smb enterprise pmc migration
also-enter-external = scrum psm itil foreign
also-entered = undo annuler saisies
also-day = future projection date futur
prefix-i = enter
why-no-competency = Only competencies take this. P changes the programme.
why-no-designation = Only designations take this. Choose one; P changes the programme.
why-nothing-to-tick-here = Nothing to tick: this is no level that asks for performance.
why-nothing-to-take-back = There is nothing to take back here.
why-only-taken-back = There is nothing to change in it; Delete takes it back.
notice-entered = Kept. What comes of it depends on what you entered.
notice-entered-session = Kept until you leave, and not longer.
notice-nothing-changed = That is what was entered already: nothing changed.
undo-entered = what you entered
cmd-versions = What other rules would change for your people
also-versions = compare rules version july diff règles
versions-title = Compare with the rules of …
versions-note = Both are applied to your people as of this day: points won and lost, and who counts no longer.
versions-one = { $id } · { $from } to { $to }
why-no-versions = There are no other rules to compare with.
standing-rules-of-day = of the day
standing-own-rule = Your rule ({ $id })
standing-not-marked = The report has no column that says what is relevant for it.
counting-nowhere-by-rules = nowhere (rules)
standing-risk-waived = This anniversary was waived because of the pandemic: what is missing on that day was not asked for.
standing-state-held = { $look ->
    [yes] { $level } until { $date }, look now · { $state }
   *[no] { $level } until { $date } · { $state }
}
notice-taken-back = Taken back: { $value }
why-nothing-to-write = There is nothing to write here.
standing-by-last-known = * last known rules
