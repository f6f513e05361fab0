cli-about-catalog = Print the rules of competencies and designations, or check rules of your own
cli-about-catalog-list = Print which rules there are, for when, and where they come from
cli-about-catalog-show = Print everything about a competency or a designation
cli-about-catalog-check = Check files with rules of your own: errors and warnings by file, line and key
cli-arg-catalog = Rules of your own, in a file or a folder of .toml files; may be repeated
cli-arg-id = A competency or designation, for example data-ai, or one option or version of it: cloud-platform/azure-consumption
cli-arg-catalogs = Files or folders with rules of your own

catalog-unknown-id = There is no competency and no designation “{ $id }”.{ $near } “skilldeck catalog list” names them all.
catalog-unknown-part = “{ $id }” has no option and no version “{ $part }”. There are: { $there }.
catalog-no-part = “{ $id }” has no options: its requirements are not known.
catalog-unusable = { $problem }{ $more ->
    [0] {""}
    [one] {" "}(and one more)
   *[other] {" "}(and { $more } more)
} “skilldeck catalog check” names everything.

catalog-programme-competencies = competencies
catalog-programme-designations = designations
catalog-designation = designation
catalog-competency = competency
catalog-level-silver = Silver
catalog-level-gold = Gold
catalog-confidence-low = low
catalog-confidence-medium = medium
catalog-confidence-high = high
catalog-state-in-force = in force
catalog-state-last-known = last known
catalog-state-historic = historic
catalog-state-not-on-this-day = not on this day
catalog-state-unused = not used
catalog-state-not-known = not known

catalog-column-id = ID
catalog-column-name = NAME
catalog-column-rules = RULES
catalog-column-from = PROVEN FROM
catalog-column-to = TO
catalog-column-state = ON { $date }
catalog-column-confidence = CONFIDENCE
catalog-column-sources = SOURCES
catalog-list-foot = “last known”: nothing is proven for that day, so the last proven rules are used and marked. “skilldeck catalog show ID” prints one of them whole.

catalog-heading = { $name } ({ $kind } { $id })
catalog-area = Area: { $area }
catalog-replaces = Took the place of: { $ids }
catalog-maps-to = Its place was taken by: { $ids }
catalog-gap = Not found: { $text }
catalog-not-known = Its requirements are not known, so none are shown.
catalog-level-not-known = { $level }: requirements not known.
catalog-version = Version { $id }
catalog-option = Option { $name } ({ $id }), rules { $rules }
catalog-period-between = from { $from } to { $to }
catalog-period-from = from { $from }
catalog-period-to = to { $to }
catalog-proven-between = proven from { $from } to { $to }
catalog-proven-from = proven from { $from }
catalog-proven-to = proven up to { $to }
catalog-proven-on = proven for { $from }
catalog-period-none = time not said
catalog-confidence = confidence: { $word }
catalog-said-by = according to { $keys }
catalog-entered = entered by you: what comes of it depends on what you entered
catalog-historic = historic
catalog-low = Evidence for this is weak: it is never used as a fact, and its content is not shown.
catalog-in-force = ▶ In force on { $date }.
catalog-last-known = ▶ Used for { $date } as the last known rules. They are proven up to { $proven } only.
catalog-before-first = Nothing is known for { $date }: the first rules are proven from { $from }.
catalog-programme-over = The competencies ended on { $end }: these rules are historic.
catalog-programme-not-begun = The designations began on { $start }: on { $date } there were none.
catalog-points-of = Points: performance { $performance }, skilling { $intermediate } (intermediate) and { $advanced } (advanced), usage growth { $growth }, deployments { $deployments }
catalog-track-rule = Track: { $text }
catalog-metric-intermediate = Intermediate certifications
catalog-metric-advanced = Advanced certifications
catalog-track-all = all tracks
catalog-track-enterprise = Enterprise
catalog-track-smb = SMB
catalog-metric = { $metric }, { $track }: { $max } points at most
catalog-metric-points = { $each } points for every person of the scored step, { $people ->
    [one] one person makes
   *[other] { $people } people make
} the maximum
catalog-step-gate = Step { $number }, a gate: { $people ->
    [one] one person
   *[other] { $people } different people
} with one of
catalog-step-gate-points = Step { $number }, a gate: { $people ->
    [one] one person
   *[other] { $people } different people
}, { $points } points once it is met, with one of
catalog-step-scored = Step { $number }, scored: points for every person with one of
catalog-stops-counting = counts until { $date }
catalog-stops-counting-unknown = withdrawn on { $date }; until when it counts was not found
catalog-grace = Withdrawn, and still counted for some time:
catalog-requirement = { $id }: { $count ->
    [one] one person
   *[other] { $count } different people
}{ $people ->
    [subset] {" "}out of those of { $of }
    [distinct] {", "}others than those of { $of }
   *[any] {""}
}
catalog-holds-any-of = with one of
catalog-holds-all-of = with all of
catalog-holds-any-set-of = with everything of one of these sets
catalog-holds-one-from-each = with one of each of these groups
catalog-holds-relevant-for = with a skill that the report marks as relevant for { $id }
catalog-and = and
catalog-nobody = asks for no people
catalog-performance = Besides people (no report tells it): { $text }
catalog-ambiguous = Left open: { $text }
catalog-note = Note: { $text }
catalog-score = Judged by points: Silver from { $silver }, Gold from { $gold }, of { $most }. A report tells only those for people.
catalog-score-people = { $name }: { $max } points; all of them with { $developed ->
    [one] one person
   *[other] { $developed } people
} (developing markets: { $developing })
catalog-score-other = { $name }: { $max } points; no report tells them
catalog-sources = Sources

catalog-check-counts = { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
}{ $warnings ->
    [0] {""}
    [one] , one warning
   *[other] , { $warnings } warnings
}
catalog-check-file = { $file }: { $counts }; { $competencies ->
    [one] one competency
   *[other] { $competencies } competencies
}, { $designations ->
    [one] one designation
   *[other] { $designations } designations
}
catalog-check-failed = { $file }: { $errors ->
    [one] one error. Put it right
   *[other] { $errors } errors. Put them right
}, then check again.
catalog-severity-error = error
catalog-severity-warning = warning
catalog-severity-note = note

catalog-expected-text = a text in quotation marks
catalog-expected-whole = a whole number
catalog-expected-number = a number
catalog-expected-date = a day without quotation marks, such as 2026-07-01
catalog-expected-texts = a list of texts, such as ["AZ-104", "AZ-305"]
catalog-expected-lists = a list of lists, such as [["AZ-104"], ["AZ-305", "AZ-400"]]
catalog-expected-table = a table
catalog-expected-tables = a list of tables, each under a heading in double brackets
catalog-named-credential = exam, certification or assessment
catalog-named-competency = competency
catalog-named-designation = designation
catalog-named-requirement = requirement of this level
catalog-named-source = source

catalog-trouble-not-found = there is no such file
catalog-trouble-no-permission = the system does not let it be read
catalog-trouble-too-large = larger than { $limit } KiB: that is no file of rules
catalog-trouble-not-utf8 = the text is not UTF-8: save it as UTF-8
catalog-trouble-io = it could not be read: { $detail }
catalog-trouble-empty-folder = there is no .toml file in this folder
catalog-trouble-syntax = this is not TOML: { $detail }
catalog-trouble-other-schema = written in version { $found } of the format; this program reads version 1
catalog-trouble-no-rules = there is neither a competency nor a designation in it
catalog-trouble-wrong-type = { $expected } is wanted here
catalog-trouble-missing = “{ $key }” is missing
catalog-trouble-unknown-key = this key is not known and has no effect.{ $near }
catalog-trouble-unknown-word = “{ $word }” is none of { $allowed }
catalog-trouble-unknown-id = there is no { $named } “{ $id }”.{ $near }
catalog-trouble-circle = these requirements refer to each other in a circle: { $ids }
catalog-trouble-too-small = { $value } is too small
catalog-trouble-duplicate = “{ $id }” stands in line { $line } already
catalog-trouble-repeated = “{ $id }” stands in this list twice
catalog-trouble-ends-before-it-begins = it begins on { $from } and ends before that, on { $to }
catalog-trouble-overlap = { $said ->
    [yes] holds at the same time as “{ $other }”, from { $from } on
   *[no] holds at the same time as “{ $other }”
}
catalog-trouble-asks-for-nothing = nothing is asked for here
catalog-trouble-more-than-the-whole = more people than the { $count } of “{ $of }”, of whom they are to be a part
catalog-trouble-not-in-step = “{ $id }” is not among what this step counts
catalog-trouble-people-points = gates and people together make { $sum } points; the metric has { $max }
catalog-trouble-sum = the parts make { $sum }, and { $whole } are wanted
catalog-trouble-more-than = { $value } is more than { $most }
catalog-trouble-nothing-scores = no step of this metric gives points for people
catalog-trouble-too-many-ways = more combinations than can be told apart; name them in fewer lists
catalog-trouble-unused = with low confidence this is never used
catalog-trouble-not-of-ones-own = this section is not read from a file of your own
