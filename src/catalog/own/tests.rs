//! A user's own rules among those that come with the program.

use super::*;
use crate::catalog::programmes::OptionKind;

fn put(folder: &tempfile::TempDir, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

const LEVEL: &str =
    "[[competency.option.level]]\nlevel = \"gold\"\n[[competency.option.level.requirements]]\ncount = 3\nany_of = [\"AZ-104\"]\n";

fn option(competency: &str, option: &str) -> String {
    format!("[[competency]]\nid = \"{competency}\"\n[[competency.option]]\nid = \"{option}\"\nvalid_from = 2021-01-01\n{LEVEL}")
}

fn competency<'p>(programmes: &'p Programmes, id: &str) -> &'p Competency {
    programmes.competencies.iter().find(|c| c.id == id).unwrap()
}

#[test]
fn the_same_id_takes_the_place_and_others_are_added() {
    let folder = tempfile::tempdir().unwrap();
    let new = "[[competency]]\nid = \"hiking\"\nname = \"Hiking\"\n";
    let paths = [
        put(&folder, "a.toml", option("cloud-platform", "azure-consumption")),
        put(&folder, "b.toml", option("cloud-platform", "mine")),
        put(&folder, "c.toml", new),
        put(&folder, "d.toml", option("security", "mine")),
    ];
    let with_own = with_own(&paths).unwrap();
    assert_eq!(with_own.problems, []);
    let all = with_own.programmes;
    assert_eq!(all.competencies.len(), programmes().competencies.len() + 1);
    let cloud = competency(&all, "cloud-platform");
    assert_eq!(cloud.options.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), ["azure-consumption", "mine"]);
    assert!(cloud.options.iter().all(|o| o.validity.entered && o.ruleset == "own"));
    assert_eq!((cloud.name.as_str(), cloud.area.as_str()), ("Cloud Platform", "Apps & Infrastructure"));
    assert_eq!(cloud.maps_to, ["infrastructure"]);
    assert!(cloud.gap.is_some());
    let OptionKind::Skills(levels) = &cloud.options[0].kind else { panic!("levels") };
    assert_eq!((levels.len(), levels[0].requirements[0].count, levels[0].requirements[0].id.as_str()), (1, 3, "r1"));
    assert_eq!(competency(&all, "security").options.len(), 1);
    assert_eq!(competency(&all, "hiking").name, "Hiking");
    let untouched = |c: &&Competency| !["cloud-platform", "security", "hiking"].contains(&c.id.as_str());
    assert!(all.competencies.iter().filter(untouched).eq(programmes().competencies.iter().filter(untouched)));
}

#[test]
fn versions_are_put_in_order() {
    let metric = "[[designation.version.metric]]\nmetric = \"intermediate\"\nmax_points = 40\npeople_for_max = 4\n\
                  [[designation.version.metric.step]]\nstep = 1\nrole = \"scored\"\nany_of = [\"devops-engineer-expert\"]\n";
    let version = |id: &str, from: &str| format!("[[designation.version]]\nid = \"{id}\"\nvalid_from = {from}\n{metric}");
    let folder = tempfile::tempdir().unwrap();
    let text = format!("[[designation]]\nid = \"data-ai\"\n{}{}", version("2026-07", "2026-07-01"), version("2025", "2025-01-01"));
    let all = with_own(&[put(&folder, "own.toml", text)]).unwrap().programmes;
    let designation = &all.designations[0];
    assert_eq!(designation.name, "Solutions Partner for Data & AI (Azure)");
    let versions: Vec<_> = designation.versions.iter().map(|v| (v.id.as_str(), v.validity.entered)).collect();
    assert_eq!(versions, [("2023-10", false), ("2025", true), ("2026-07", true)]);
    assert_eq!(designation.versions[1].categories.skilling_intermediate, 40.0, "where nothing is said, the metric says it");
}

#[test]
fn of_two_files_the_later_has_the_last_word() {
    let folder = tempfile::tempdir().unwrap();
    let first = put(&folder, "first.toml", option("security", "mine"));
    let second = put(&folder, "second.toml", option("security", "mine").replace("count = 3", "count = 5"));
    let count = |paths: &[PathBuf]| {
        let all = with_own(paths).unwrap().programmes;
        let OptionKind::Skills(levels) = &competency(&all, "security").options[0].kind else { panic!("levels") };
        levels[0].requirements[0].count
    };
    assert_eq!((count(&[first.clone(), second.clone()]), count(&[second, first])), (5, 3));
    assert_eq!(count(&[folder.path().to_owned()]), 5, "a folder is read in the order of the names");
}

/// A score may belong to a competency of the user's own, even one of another file.
#[test]
fn a_score_finds_its_competency() {
    let score = "[[score_option]]\ncompetency = \"hiking\"\nid = \"points\"\nsilver_from_points = 1\ngold_from_points = 2\nmax_points = 2\n\
                 [[score_option.metric]]\nmetric = \"m\"\nkind = \"performance\"\nmax_points = 2\n";
    let folder = tempfile::tempdir().unwrap();
    let hiking = put(&folder, "a.toml", "[[competency]]\nid = \"hiking\"\nname = \"Hiking\"\n");
    let score = put(&folder, "b.toml", score);
    let all = with_own(&[hiking, score.clone()]).unwrap().programmes;
    assert_eq!(competency(&all, "hiking").options[0].id, "points");
    let problems = with_own(&[score]).unwrap_err();
    assert_eq!(problems[0].trouble.code(), "unknown-id");
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let code = |path: PathBuf| {
        let problems = with_own(&[path]).unwrap_err();
        (problems[0].trouble.code(), problems[0].line)
    };
    assert_eq!(code(folder.path().join("gone.toml")), ("not-found", None));
    assert_eq!(code(folder.path().to_owned()), ("empty-folder", None));
    assert_eq!(code(put(&folder, "latin1.toml", b"# x\n# \xe9t\xe9\n")), ("not-utf8", Some(2)));
    assert_eq!(code(put(&folder, "large.toml", vec![b'\n'; (1 << 20) + 1])), ("too-large", None));
    assert_eq!(code(put(&folder, "broken.toml", "[[competency]\n")), ("syntax", Some(1)));
}
