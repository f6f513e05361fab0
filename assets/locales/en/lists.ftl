# Lists of people and the smaller downloads that are read beside a report.

## Kinds of file

kind-directory = users of the directory (Entra)
kind-directory-place = It names the accounts of a report that knows them by a user id only. The skills report is under Competencies > Download skills report; TrainingCompletions is under Insights > Download reports > Trainings.
kind-own-list = list written by skilldeck
kind-own-list-place = It says of people only what a report said. The skills report is under Competencies > Download skills report; TrainingCompletions is under Insights > Download reports > Trainings.

## Columns

field-team = Team or department
field-manager = Manager
field-country = Country
field-language = Language
field-technical = Technical
field-start-date = With the company since
field-leaving-date = Leaves on
field-partner-university = Access to Partner University
field-learning-account = Learn account
field-user-principal-name = Name to sign in with
field-certification-type = Level of the certification
field-solution-area = Solution area
field-CompetencyAttainmentOptionName = Option
field-MetricName = What is measured
field-MetricMonthlyContribution = What the month adds
field-TTMAggregate = Sum of twelve months
field-AnniversaryYearAggregate = Sum since the anniversary
field-GoldThreshold = Needed for Gold
field-SilverThreshold = Needed for Silver

## What is noticed

warning-no-address = Row { $row } has neither an address nor an MCID: “{ $value }” cannot be found in a report by name alone{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-bad-level = Row { $row }, “{ $column }”: “{ $value }” is neither Intermediate nor Advanced; counted as not said{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}
warning-bad-number = Row { $row }, “{ $column }”: “{ $value }” is no number and was left out{ $count ->
    [one] .
   *[other] {" "}({ $count } rows).
}

## In the summary

summary-joined = { $people ->
    [one] { $people } person of the report is in it
   *[other] { $people } people of the report are in it
}{ $nobody ->
    [0] {""}
    [one] , and { $nobody } row is about nobody in the report
   *[other] , and { $nobody } rows are about nobody in the report
}
summary-joined-nobody = Nobody of the report is in it.
summary-not-joined = It names people by their names alone; nobody is told by that.
summary-list-warnings = { $count ->
    [one] { $count } thing to know about the other files:
   *[other] { $count } things to know about the other files:
}
users-named = { $count ->
    [one] { $count } account is named by { $file }, not by the report.
   *[other] { $count } accounts are named by { $file }, not by the report.
}
users-named-several = { $files } files

## The filter

filter-values-fact = any, none
filter-values-technical = yes, no, unknown
facet-team = Team
facet-manager = Manager
facet-country = Country
facet-language = Language
facet-technical = Technical
value-technical = technical
value-not-technical = not technical
value-technical-unknown = not said

## What other files say of a person
person-staff-list = On your staff list
person-fact = { $name }: { $value }
person-technical = technical
person-not-technical = not technical
person-learned = On Microsoft Learn ({ $count }; counts for nothing)
person-learned-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
