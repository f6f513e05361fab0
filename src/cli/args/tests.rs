//! Help and mistakes in both languages.

use super::*;

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

#[test]
fn every_command_and_option_has_its_text_in_both_languages() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let mut root = command(&texts);
        root.build();
        let mut all = vec![root.clone()];
        all.extend(root.get_subcommands().cloned());
        all.extend(root.get_subcommands().flat_map(clap::Command::get_subcommands).cloned());
        for mut sub in all {
            let help = sub.render_long_help().to_string();
            assert!(!help.contains('⟦'), "{lang:?} {}: {help}", sub.get_name());
            assert!(sub.get_arguments().all(|a| a.get_help().is_some()), "{}", sub.get_name());
        }
    }
}

#[test]
fn mistakes_are_said_in_the_users_language() {
    let said = |line: &str, lang: Lang| match parse(&words(line), &Texts::new(lang)) {
        Parsed::Mistake(message) => message,
        other => panic!("{other:?}"),
    };
    assert!(said("skilldeck summary", Lang::En).contains("FILE"));
    assert!(said("skilldeck summary --formt json x", Lang::En).contains("--format"));
    assert!(said("skilldeck summary --format yaml x", Lang::Fr).contains("« yaml »"));
    assert!(said("skilldeck summary --as-of yesterday x", Lang::En).contains("yesterday"));
    assert!(said("skilldeck summary --map colour=Hue x", Lang::En).contains("associated_pc"));
}

#[test]
fn the_language_is_known_before_the_rest() {
    assert_eq!(asked_lang(&words("skilldeck --lang fr --help")), Some(Lang::Fr));
    assert_eq!(asked_lang(&words("skilldeck --lang=en")), Some(Lang::En));
    assert_eq!(asked_lang(&words("skilldeck -- --lang fr")), None);
}
