use super::*;
use crate::i18n::Lang;
use proptest::prelude::*;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn one(input: &str) -> (bool, Term) {
    let mut terms = parse(input, day("2021-05-19")).unwrap().terms;
    assert_eq!(terms.len(), 1, "{input}");
    terms.remove(0)
}

#[rstest]
#[case("José", false, Term::Word("jose".into()))]
#[case("-muller", true, Term::Word("muller".into()))]
#[case("\"van der Berg\"", false, Term::Phrase("van der berg".into()))]
#[case("pc:NO", false, Term::Pc(Association::No))]
#[case("pmc:oui", false, Term::Pmc(Association::Yes))]
#[case("-skill:AZ-104", true, Term::Skill("az-104".into()))]
#[case("skill:\"Azure Administrator\"", false, Term::Skill("azure administrator".into()))]
#[case("competency:Cloud-Platform", false, Term::Competency("cloud platform".into()))]
#[case("skills:0", false, Term::Skills(Compare::Equal, 0))]
#[case("counting:>=2", false, Term::Counting(Compare::AtLeast, 2))]
#[case("mcid:none", false, Term::Mcid(Presence::None))]
#[case("mcid:8000", false, Term::Mcid(Presence::Holds("8000".into())))]
#[case("expires:<90d", false, Term::Expires(When::Between(Some(day("2021-05-19")), Some(day("2021-08-17")))))]
#[case("expires:2022-02", false, Term::Expires(When::Between(Some(day("2022-02-01")), Some(day("2022-02-28")))))]
#[case("expires:never", false, Term::Expires(When::Never))]
#[case("earned:>2021-01-01", false, Term::Earned(When::Between(Some(day("2021-01-02")), None)))]
#[case("earned:<30d", false, Term::Earned(When::Between(Some(day("2021-04-19")), Some(day("2021-05-19")))))]
#[case("earned:>1y", false, Term::Earned(When::Between(None, Some(day("2020-05-18")))))]
#[case("10:30", false, Term::Word("10:30".into()))]
#[case("nom:Weiß", false, Term::Name(Presence::Holds("weiss".into())))]
#[case("e-mail:x", false, Term::Email(Presence::Holds("x".into())))]
#[case("prenom:Zoé", false, Term::Name(Presence::Holds("zoe".into())))]
#[case("etat:expiré", false, Term::Status("expired"))]
#[case("problème:pmc-seulement", false, Term::Problem(Some(Problem::PmcOnly)))]
#[case("problem:contradictory", false, Term::Problem(Some(Problem::ConflictingAssociation)))]
#[case("problem:none", false, Term::NoProblem)]
#[case("gravité:à-régler", false, Term::Severity(Gravity::Warning))]
#[case("-pc:yes,non", true, Term::AnyOf(vec![Term::Pc(Association::Yes), Term::Pc(Association::No)]))]
#[case("expires:<90", false, Term::Expires(When::Between(Some(day("2021-05-19")), Some(day("2021-08-17")))))]
#[case("expires:<2022", false, Term::Expires(When::Between(None, Some(day("2021-12-31")))))]
#[case("expire:<90j", false, Term::Expires(When::Between(Some(day("2021-05-19")), Some(day("2021-08-17")))))]
fn terms(#[case] input: &str, #[case] negated: bool, #[case] term: Term) {
    assert_eq!(one(input), (negated, term));
}

#[rstest]
#[case("kim,amelie", &["kim", "amelie"])]
#[case("Kim; Amélie", &["kim", "amelie"])]
#[case(" , kim ;", &["kim"])]
#[case("\"kim, amelie\"", &["kim, amelie"])]
fn commas_stand_between_words(#[case] input: &str, #[case] words: &[&str]) {
    assert_eq!(parse(input, day("2021-05-19")).unwrap().words(), words);
}

#[rstest]
#[case("emial:x", 0, Reason::UnknownField { given: "emial".into(), nearest: Some(FieldName::Email) })]
#[case("ana  competancy:x", 5, Reason::UnknownField { given: "competancy".into(), nearest: Some(FieldName::Competency) })]
#[case("zzz:x", 0, Reason::UnknownField { given: "zzz".into(), nearest: None })]
#[case("pc:", 0, Reason::NoValue { field: FieldName::Pc })]
#[case("pc:no,", 0, Reason::NoValue { field: FieldName::Pc })]
#[case("pc:maybe", 0, Reason::BadValue { field: FieldName::Pc, given: "maybe".into(), begins: false })]
#[case("pc:no,maybe", 0, Reason::BadValue { field: FieldName::Pc, given: "maybe".into(), begins: false })]
#[case("expires:soon", 0, Reason::BadValue { field: FieldName::Expires, given: "soon".into(), begins: false })]
#[case("skills:1,2", 0, Reason::BadValue { field: FieldName::Skills, given: "1,2".into(), begins: false })]
#[case("ana \"van der", 4, Reason::OpenQuote)]
fn mistakes_are_named(#[case] input: &str, #[case] at: usize, #[case] reason: Reason) {
    assert_eq!(parse(input, day("2021-05-19")), Err(QueryError { at, reason }));
}

/// While it is typed nothing that is right is called wrong.
#[rstest]
#[case("pc:oui")]
#[case("pc:yes,unknown")]
#[case("type:certification")]
#[case("status:expiree")]
#[case("skills:>=12")]
#[case("expires:>=2026-12-31")]
#[case("expires:<90d")]
#[case("earned:jamais")]
#[case("probleme:sans-qualification")]
#[case("e-mail:ana")]
fn the_beginning_of_a_value_is_unfinished(#[case] whole: &str) {
    for end in whole.find(':').unwrap() + 1..=whole.len() {
        let error = parse(&whole[..end], day("2021-05-19")).err();
        assert!(error.as_ref().is_none_or(QueryError::is_unfinished), "{}: {error:?}", &whole[..end]);
    }
    assert!(parse(whole, day("2021-05-19")).is_ok());
}

#[rstest]
#[case("pc:ouf")]
#[case("expires:2026-13")]
#[case("expires:2026-12-31x")]
#[case("expires:<x")]
#[case("skills:many")]
fn what_cannot_become_a_value_is_wrong(#[case] filter: &str) {
    assert!(!parse(filter, day("2021-05-19")).unwrap_err().is_unfinished(), "{filter}");
}

#[test]
fn mistakes_are_told_in_the_users_language() {
    let said = |filter: &str, lang| parse(filter, day("2021-05-19")).unwrap_err().message(&Texts::new(lang));
    assert!(said("competancy:x", Lang::Fr).contains("« competence: »"));
    assert!(said("statut:x", Lang::Fr).contains("« statut: »") && said("statut:x", Lang::En).contains("“status:”"));
    for lang in Lang::ALL {
        assert!(said("zzz:x", lang).contains(if lang == Lang::Fr { "nom: pc: qualification:" } else { "name: pc: skill:" }));
    }
}

#[test]
fn a_longer_word_narrows() {
    let q = |s| parse(s, day("2021-05-19")).unwrap();
    assert!(q("pc:no josef").narrows(&q("pc:no jose")));
    assert!(!q("jos").narrows(&q("jo")), "two letters match only as they stand");
    assert!(q("jo pc:no").narrows(&q("jo")));
    assert!(!q("pc:no so").narrows(&q("pc:no jo")));
    assert!(!q("jo").narrows(&q("jo ana")));
    assert!(!q("-jos").narrows(&q("-jo")));
    assert!(q("kim, amelie").narrows(&q("kim,")));
    assert!(q("sc 50").narrows(&q("sc")));
    assert!(!q("sc 50011").narrows(&q("sc 5001")), "a code, and no code any more");
}

proptest! {
    #[test]
    fn no_input_makes_the_parser_panic(input in any::<String>()) {
        let _ = parse(&input, day("2021-05-19"));
    }
}
