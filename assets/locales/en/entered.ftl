cli-about-entered = Print and change what you entered about the company: track, anniversaries, portal figures, rules of your own
cli-arg-set = Set something: track=smb, moved=2021-03-01, held=cloud-platform/gold:2021-09-30, portal=data-ai:skilling-intermediate=28@2026-09-10, external=ana@contoso.example:psm-i, not-same=ana@contoso.example,8000015; may be repeated
cli-arg-unset = Take something back: track, moved, held=cloud-platform/gold, portal=data-ai, portal=data-ai:skilling-intermediate, rule=own-1; may be repeated
cli-arg-tick = The performance text of the level PATH is met: cloud-platform/azure-consumption/gold; may be repeated
cli-arg-untick = Take that back; may be repeated
cli-arg-rule = A rule of your own: "cloud-platform/gold = 4 of relevant" or "cloud-platform/gold = 4 of AZ-104, AZ-305 from 2026-01-01 to 2026-12-31"; may be repeated

entered-no-state = With --no-state nothing is kept. Leave it out to change something.

entered-wrong-key = “{ $typed }” is nothing that can be set. There are: { $valid }.
entered-wrong-form = “{ $typed }” is not written as expected. For example: { $valid }
entered-wrong-date = “{ $typed }” is no date. Write it as { $valid }.
entered-wrong-number = “{ $typed }” is no number of points. For example: { $valid }
entered-wrong-yes-no = “{ $typed }” is neither. Valid: { $valid }.
entered-wrong-track = There is no track “{ $typed }”. There are: { $valid }.
entered-wrong-level = There is no level “{ $typed }”. There are: { $valid }.
entered-wrong-level-missing = Which level of “{ $typed }”? Write { $valid }.
entered-wrong-level-too-many = A designation has no level. Write { $valid } alone.
entered-wrong-metric = The portal has no metric “{ $typed }”. There are: { $valid }.
entered-wrong-metric-not-there = This designation has no points for { $typed }. It has: { $valid }.
entered-wrong-points = { $typed } points are not possible there. Valid: { $valid }.
entered-wrong-count = “{ $typed }” is no number of people. Valid: { $valid }.
entered-wrong-competency = There is no competency “{ $typed }”. For example: { $valid }.
entered-wrong-designation = There is no designation “{ $typed }”. There are: { $valid }.
entered-wrong-held = There is no competency and no designation “{ $typed }”. For example: { $valid }.
entered-wrong-credential = There is no exam, certification or assessment “{ $typed }”. For example: { $valid }.
entered-wrong-credentials = Of “{ $typed }” none is known. Name at least one exam, certification or assessment, for example { $valid }.
entered-wrong-path = “{ $typed }” is no level with something to tick. For example: { $valid }.
entered-wrong-period = { $typed }: the rule ends before it begins.
entered-wrong-rule = There is no rule “{ $typed }”. There are: { $valid }.
entered-wrong-same-person = “{ $typed }” is named twice. Name two people by e-mail address or MCID.

entered-column-what = WHAT
entered-column-value = VALUE
entered-column-note = NOTE
entered-where = { $company } · kept in { $file }
entered-not-kept = { $company } · nothing is kept (--no-state)
entered-nothing = Nothing was entered yet. For example: skilldeck entered FILE --set { $example }
entered-note-history = from the history, row { $row }
entered-note-config = from the config file
entered-note-not-in-report = not in this report
entered-note-now = replaces the date of the history
entered-note-suspected = may be one person
