cli-about-standing = Print where the company stands: per designation metric, or per competency, option, level and requirement
cli-arg-programme = designations or competencies; otherwise the programme of the day
cli-arg-track = enterprise or smb: of the designations only this track
cli-arg-rules = The rules of this version or set, such as 2023-10 or mpn-2018, whatever the day
cli-arg-explain = Everything about one entry, step or requirement: data-ai/intermediate/enterprise
cli-arg-compare = Two versions of the rules applied to your people, such as 2023-10 2026-07

standing-unknown-path = There is no entry “{ $path }”.{ $near } “skilldeck standing FILE” names them all.
standing-unknown-rules = There are no rules “{ $id }”. There are: { $there }.
standing-nothing-to-compare = “{ $id }” is no version of designations. There are: { $there }.

standing-head = { $company }, { $date }
standing-column-entry = ENTRY
standing-column-state = STATE
standing-column-until = IF NOBODY RENEWS
standing-column-path = PATH
standing-foot = “skilldeck standing FILE --explain PATH” tells everything about one of them: people, certificates, rows and rules.
standing-foot-skilling = Of the designations only the skilling points: performance and customer success are in no report.
standing-foot-historic = *: by the last known rules, which are not proven for this day.

standing-state-no-rules = no rules for this day
standing-state-not-known = requirements not known
standing-state-cannot-tell = cannot be told
standing-state-points = { $have } of { $most } points
standing-state-people-points = { $have } of { $most } points for people
standing-state-gate = { $gates ->
    [one] gate: { $have } of { $need }
   *[other] gate { $step }: { $have } of { $need }
}
standing-state-both = Enterprise { $enterprise }, SMB { $smb }
standing-state-both-points = Enterprise { $enterprise }, SMB { $smb } of { $most } points
standing-state-historic = { $state }*
standing-state-met = met
standing-state-confirm = performance to confirm
standing-state-short = short of { $count ->
    [one] one person
   *[other] { $count } people
}
standing-state-of-level = { $level }: { $state }
standing-state-marked = { $count ->
    [0] the report marks nobody
    [one] one person marked by the report
   *[other] { $count } people marked by the report
}
standing-state-at-risk = at risk on { $date }

standing-answer = { $answer } · { $grade }
standing-answer-no-rules = There are no rules for this day
standing-grade-proven = proven by the file
standing-grade-reserved = proven by the file, with the reservations below
standing-grade-entered = depends on what you entered
standing-grade-historic = by the last known rules, which are not proven for this day
standing-grade-cannot-tell = cannot be told from these files: { $why }
standing-why-historic = the rules are not proven for this day
standing-why-no-rules = nobody has the rules of this day
standing-why-not-known = the requirements are not known
standing-why-one-person = two people may be one
standing-why-retirement-unknown = nobody knows since when something is withdrawn
standing-why-strict-differs = the rules can be read in two ways
standing-why-external = certificates of others are in no report
standing-why-no-relevant-column = the report does not say what is relevant
standing-why-skills-not-named = the report does not name the skills
standing-why-too-large = too large to settle exactly
standing-why-performance = no report tells the performance

standing-safe = Safe: nothing ends.
standing-loses-nothing = No point is lost: nothing ends.
standing-until-safe = safe until { $date }
standing-until-loses = loses points on { $date }
standing-until-safe-brief = safe until { $date }
standing-until-loses-brief = loses on { $date }
standing-loses-on = { $count ->
    [one] Loses points on { $date }: by then a certificate of { $names } has ended.
   *[other] Loses points on { $date }: by then { $count } certificates have ended ({ $names }).
}
standing-safe-until = { $count ->
    [one] Safe until { $date }: then a certificate of { $names } ends.
   *[other] Safe until { $date }: then { $count } certificates end ({ $names }).
}
standing-renew-by = { $passed ->
    [yes] The day to begin by, { $date }, has passed. It can be renewed until { $last }, that day included: do it now.
   *[no] Renew by { $date }.
}
standing-points-left = Points left of this metric from { $date } on: { $points }.
standing-breaks-in = This concerns { $name }. Points left of it: { $points }.
standing-people-of = { $have ->
    [one] 1 person
   *[other] { $have } people
} ({ $need } needed)
standing-step-title = step { $number }
standing-step = Step { $number }{ $role ->
    [gate] , gate:
   *[scored] , points:
} { $have } of { $need ->
    [one] 1 person
   *[other] { $need } people
}
standing-requirement = { $id }: { $have } of { $need ->
    [one] 1 person
   *[other] { $need } people
}{ $people ->
    [subset] , out of those of { $other }
    [distinct] , others than those of { $other }
   *[any] {""}
}
standing-short-jointly = { $count ->
    [one] One more person is missing, if everybody is counted where they help most.
   *[other] { $count } more people are missing, if everybody is counted where they help most.
}
standing-nobody = Nobody yet.
standing-holds-any-of = { $count ->
    [one] with { $names }
   *[other] with one of { $names }
}
standing-holds-all-of = { $count ->
    [one] with { $names }
   *[other] with all of { $names }
}
standing-holds-any-set-of = { $count ->
    [one] with { $names }
   *[other] with one of these sets: { $names }
}
standing-holds-one-from-each = with one of each of these groups: { $names }
standing-holds-relevant-for = with a skill that the report marks as relevant for { $name }
standing-holds-and = {" "}and{" "}
standing-holder-until = until { $date }{ $by ->
    [retirement] {" "}(withdrawn)
    [move] {" "}(six months after your move)
   *[other] {""}
}
standing-holder-no-end = no end
standing-holder-row = row { $row }
standing-holder-inferred = inferred from { $exams } ({ $count ->
    [one] row
   *[other] rows
} { $rows })
standing-nearly = Nearly there, the cheapest first:
standing-nearly-more = … and { $count } more
standing-lacks-association = { $name }: only the association in Partner Center is missing. No exam is needed.
standing-lacks-lapsed = { $name }: had { $what }, which has ended or is inactive. It has to be earned again.
standing-lacks-withdrawn = { $name }: had { $what }, which has ended or is inactive, and can be earned no more. Another one is needed.
standing-lacks-one = { $name }: one thing is missing.
standing-lacks-one-of = { $count ->
    [one] { $name }: { $what } is missing.
   *[other] { $name }: one of { $what } is missing.
}

standing-points = Points
standing-gate-open = { $worth ->
    [yes] Step { $step } is met: { $points } { $n ->
        [one] point
       *[other] points
    }.
   *[no] Step { $step } is met.
}
standing-gate-closed = Step { $step } is not met: { $short ->
    [one] one person is missing.
   *[other] { $short } people are missing.
}
standing-step-closed = Step { $step } gives no points until step { $gate } is met.
standing-arithmetic = ({ $most } − { $gates }) / { $people ->
    [one] 1 person
   *[other] { $people } people
} = { $each } { $n ->
    [one] point
   *[other] points
} each
standing-arithmetic-people = Step { $step }: { $people ->
    [one] 1 person
   *[other] { $people } people
} = { $points } { $n ->
    [one] point
   *[other] points
}{ $capped ->
    [yes] , the most there are
   *[no] {""}
}
standing-points-sum = Together: { $points } of { $most } points
standing-of-hundred = Of the 100 points only the skilling points are shown. A designation takes { $least } in all, and every metric above zero.
standing-metrics = Metrics
standing-options = Options
standing-levels = Levels

standing-reserve = Reserve
standing-reserve-unknown = Too large to settle exactly.
standing-reserve-none-points = Nobody is to spare. Points are lost at once if one of these leaves:
standing-reserve-none = Nobody is to spare. It breaks at once if one of these leaves:
standing-reserve-points = { $count ->
    [one] One person may leave, whoever it is, and no point is lost.
   *[other] { $count } people may leave, whoever they are, and no point is lost.
}
standing-reserve-people = { $count ->
    [one] One person may leave, whoever it is, and it is still met.
   *[other] { $count } people may leave, whoever they are, and it is still met.
}
standing-leaves-points = { $name }: { $points } { $n ->
    [one] point
   *[other] points
} would be left

standing-pairs = Maybe one person
standing-if-one = { $what }: { $have }, or { $one } if these are one person
standing-if-one-step = People of step { $step }: { $have }, or { $one } if these are one person
standing-if-one-points = Points: { $have }, or { $one } if these are one person
standing-if-unknown = Points if what was withdrawn still counts: { $points }.

standing-performance = Besides people
standing-ticked = You ticked this as reached.
standing-not-ticked = No report tells this. Check it in Partner Center, and tick it when it is reached.
standing-marked = { $count ->
    [0] The report marks nobody
    [one] The report marks one person
   *[other] The report marks { $count } people
}
standing-only-report = { $count ->
    [one] The report marks one skill that the rules do not name:
   *[other] The report marks { $count } skills that the rules do not name:
}
standing-only-catalog = { $count ->
    [one] The rules name one skill that the report does not mark:
   *[other] The rules name { $count } skills that the report does not mark:
}
standing-score-metric = { $name }: { $have } of { $need ->
    [one] 1 person
   *[other] { $need } people
}, { $points } of { $max } points
standing-score-developing = In developing markets: { $points } of { $max } points; all of them with { $need ->
    [one] one person
   *[other] { $need } people
}.

standing-life = Life
standing-stage-not-started = Not started: nobody meets any requirement.
standing-stage-started = Started: some requirement is in progress.
standing-stage-qualified = Qualified: everything is met.
standing-stage-active = Active.
standing-stage-at-risk = At risk: too few people are left at the anniversary if nobody renews.
standing-anniversary = { $level }Anniversary on { $date }. Look at it from { $from } on.
standing-renewal = It can be renewed from { $first } to { $last }.
standing-phase-quiet = There is still time.
standing-phase-look = The anniversary is near: who passes something now still counts.
standing-phase-renewal = The renewal window is open.
standing-phase-over = The renewal window is closed.
standing-risk-no = Enough people are left at the anniversary.
standing-risk-yes = Too few people are left at the anniversary if nobody renews.
standing-risk-cannot-tell = Whether it is at risk cannot be told.
standing-window = It has to qualify on one day between { $first } and { $last }.
standing-enrolled = Enrolled: it stays until { $date }, whatever the points

standing-rules = Rules used
standing-rules-id = rules { $id }
standing-rules-historic = not proven for this day
standing-rules-by-hand = chosen by you
standing-rules-entered = entered by you
standing-source = { $key }: { $text }
standing-program-rules = How people are counted: { $rules } (“skilldeck rules”)

standing-notes = Notes
standing-note-historic = The rules are not proven for this day: the last known ones are used.
standing-note-by-hand = You chose these rules, whatever the day.
standing-note-entered = You entered these rules: everything here depends on them.
standing-note-not-known = The requirements are not known.
standing-note-skilling-only = Only the skilling points are computed: performance and customer success are in no report.
standing-note-people-points-only = Only the points for people are computed: the others are in no report.
standing-note-ambiguous = { $path } leaves something open and is read generously: { $text }
standing-note-strict-differs = Read strictly, it would not be met.
standing-note-retirement-unknown = { $name } is withdrawn, and nobody knows since when. It is not counted.
standing-note-external = { $name } is a certificate of others. No report proves it: tick who holds it.
standing-note-no-relevant-column = The report does not say what is relevant, and these rules ask for that.
standing-note-skills-not-named = The report does not name the skills, and these rules do.
standing-note-gate-out-of-order = { $path } is met and a step before it is not. It gives no points here: the rules have no example.
standing-note-waived = The anniversary was waived because of the pandemic. The fee was still due.
standing-note-too-large = Too large to settle exactly, so nothing is said.
standing-note-remark = The source adds: { $text }

standing-people-association-not-said = { $count ->
    [one] Of one person the file does not say whether the account is associated. It counts.
   *[other] Of { $count } people the file does not say whether the account is associated. They count.
}
standing-people-association-contradictory = { $count ->
    [one] Of one person the file says both that the account is associated and that it is not. It counts.
   *[other] Of { $count } people the file says both that the account is associated and that it is not. They count.
}
standing-people-inferred = { $count ->
    [one] Of one person the certification is inferred from exams: the file lists none.
   *[other] Of { $count } people the certification is inferred from exams: the file lists none.
}
standing-people-expiry-not-said = { $count ->
    [one] Of one person the certification should have a last day, and the file gives none.
   *[other] Of { $count } people the certification should have a last day, and the file gives none.
}
standing-people-pmc-only = { $count ->
    [one] One person is associated in PMC only, which counts for six months after your move.
   *[other] { $count } people are associated in PMC only, which counts for six months after your move.
}
standing-people-ticked = { $count ->
    [one] One person counts because you ticked a certificate.
   *[other] { $count } people count because you ticked a certificate.
}
standing-people-retirement-unknown = { $count ->
    [one] One person holds something withdrawn, and nobody knows since when.
   *[other] { $count } people hold something withdrawn, and nobody knows since when.
}
standing-caveat-association-not-said = association not said
standing-caveat-association-contradictory = association yes and no
standing-caveat-inferred = inferred from exams
standing-caveat-expiry-not-said = last day not said
standing-caveat-pmc-only = PMC only
standing-caveat-ticked = ticked by you
standing-caveat-retirement-unknown = withdrawn, nobody knows since when

standing-reason-counts = counts
standing-reason-counts-until = counts until { $date }
standing-reason-not-associated = counts once it is associated in Partner Center
standing-reason-pmc-only = associated in PMC only: counts once it is associated in Partner Center
standing-reason-not-yet = not yet earned on this day
standing-reason-expired = ended on { $date }
standing-reason-inactive = inactive according to the file
standing-reason-retired = withdrawn, counted until { $date }
standing-reason-retirement-unknown = withdrawn, and nobody knows since when
standing-ends-nothing = does not end
standing-ends-expiry = expires
standing-ends-retirement = is withdrawn and no longer counts
standing-ends-move = six months after your move are over

standing-compare-head = From rules { $old } to rules { $new }
standing-compare-metric = { $name }: { $before } → { $after } points{ $change ->
    [more] , { $by } more
    [unknown] {" "}(the other rules are not known)
    [less] , { $by } less
   *[same] , no change
}
standing-compare-none = –
standing-compare-nothing = There are no designations in these rules.
standing-compare-lost = { $count ->
    [one] One person no longer counts
   *[other] { $count } people no longer count
}
standing-compare-gained = { $count ->
    [one] One person newly counts
   *[other] { $count } people newly count
}

## What was entered from the portal.
standing-state-portal = { $state }, portal { $points }
standing-of-hundred-portal = Of the 100 points only the skilling points are computed here. A designation takes { $least } in all, and every metric above zero.
standing-enrolled-until-when = Enrolled. Until when it stays is not known: the anniversary was not entered
standing-category-performance = Performance
standing-category-skilling-intermediate = Intermediate skilling
standing-category-skilling-advanced = Advanced skilling
standing-category-usage-growth = Usage growth
standing-category-deployments = Deployments
standing-portal = What the portal said on { $date }
standing-portal-no-rules = There are no rules for this day: which metrics count, and so the total, is not known.
standing-portal-total = Total: { $points } of 100 points
standing-portal-open = Total not known: { $missing } not entered; { $so_far } points so far
standing-portal-enough = That is enough: it takes { $least } points, and every metric above zero.
standing-portal-unsettled = Whether that is enough is not settled: it takes { $least } points, and every metric above zero.
standing-portal-too-few = That is not enough: it takes { $least } points.
standing-portal-zero = That is not enough: every metric has to be above zero. Zero: { $names }.
standing-portal-out-of-reach = That is not enough, whatever is missing: it takes { $least } points.
standing-portal-with-ours = With our skilling points instead: { $points } of 100, { $enough ->
    [yes] enough
   *[no] not enough
}
standing-portal-figure = { $name }: { $points }{ $most }
standing-portal-figure-missing = { $name }: not entered{ $most }
standing-portal-most = {" "}(of { $most })
standing-portal-same = ours the same
standing-portal-ours = skilldeck { $points } on { $date }
standing-portal-of-track = { $track } { $points }
standing-portal-later = The portal’s figures are of a later day than { $date }, the one looked at: they are not compared.
standing-portal-which-track = Your track was not entered, and the figures are compared only within one: enter it with i c, or with “entered FILE --set track=smb”.
standing-portal-not-there = The rules of this day have no such metric: the figure is not compared.
standing-differs = { $name }: portal { $portal }, skilldeck { $ours }
standing-differs-here = Difference
standing-differs-reason = { $certain ->
    [yes] Certain
   *[no] Possible
} · { $reason } · { $certain ->
    [yes] {""}
   *[no] up to{" "}
}{ $points } { $n ->
    [one] point
   *[other] points
} · { $rule }
standing-differs-too-recent = { $count ->
    [one] one person counts by something earned or renewed
   *[other] { $count } people count by something earned or renewed
} after { $settled }, too late for the portal’s figure of { $date }
standing-differs-ended = { $count ->
    [one] one person still counted on { $date } by something that has ended since
   *[other] { $count } people still counted on { $date } by something that has ended since
}
standing-differs-suspected = { $count ->
    [one] two of the people counted may be one
   *[other] { $count } pairs of the people counted may be one person each
}
standing-differs-association-open = { $count ->
    [one] of one person counted the file does not say clearly whether the account is associated
   *[other] of { $count } people counted the file does not say clearly whether the account is associated
}
standing-differs-inferred = { $count ->
    [one] one person counts by a certification that is inferred from exams
   *[other] { $count } people count by a certification that is inferred from exams
}
standing-differs-steps = { $count ->
    [one] step { $steps }
   *[other] steps { $steps }
}
standing-differs-earned = { $proof } · earned { $date }
standing-differs-settled = That explains all of it.
standing-differs-may-be = If what is only possible is so, that explains all of it.
standing-differs-rest = Left without a reason: { $points } { $n ->
    [one] point
   *[other] points
}.
standing-differs-nothing = Nothing in these files gives a reason: { $points } { $n ->
    [one] point
   *[other] points
}.

## Metrics in the list.
standing-short-intermediate = Intermediate
standing-short-advanced = Advanced

## Figures of other downloads, beside the program's own
standing-figure = { $name }: { $figures }
standing-figure-trailing = last 12 months { $value }
standing-figure-year = since the anniversary { $value }
standing-figure-month = this month { $value }
standing-figure-silver = Silver asks for { $value }
standing-figure-gold = Gold asks for { $value }
standing-eligible = By Microsoft’s own table ({ $file })
standing-eligible-intermediate = With an intermediate certification: { $count ->
    [one] 1 person
   *[other] { $count } people
}
standing-eligible-advanced = With an advanced certification: { $count ->
    [one] 1 person
   *[other] { $count } people
}
standing-eligible-other = With a certification of neither level: { $count ->
    [one] 1 person
   *[other] { $count } people
}
standing-eligible-about = It names people by their names alone, so it is not counted with: compare it with the people of the steps.
