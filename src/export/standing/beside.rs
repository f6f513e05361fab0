//! What the smaller downloads say beside the program's own figures: the performance of a competency, and Microsoft's own table
//! of who counts for a designation. Both are shown, and neither is counted with: they name months and people as they like.

use std::collections::BTreeMap;

use super::Tone;
use super::words::Teller;
use crate::model::lists::{CertificationLevel, Eligible, Metric};
use crate::standing::{CompetencyStanding, DesignationStanding, OptionStanding};
use crate::{text, tr};

/// Names as different files write them: letter case, signs and doubled blanks tell nothing apart.
fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| text::fold(name).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (plain(a), plain(b));
    !a.is_empty() && a == b
}

fn file_name(path: &str) -> String {
    text::clean(path.rsplit(['/', '\\']).next().unwrap_or_default()).into_owned()
}

/// Of each metric the figures of the last month: months of the form `2021-05` by their order, others by that of the file.
fn newest<'m>(metrics: impl Iterator<Item = Metric<'m>>) -> Vec<Metric<'m>> {
    let is_sorted = |month: &str| month.len() >= 7 && month.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let mut of: Vec<Metric<'m>> = Vec::new();
    for metric in metrics {
        match of.iter_mut().find(|known| same(known.name, metric.name)) {
            Some(known) if is_sorted(known.month) && is_sorted(metric.month) && metric.month < known.month => {}
            Some(known) => *known = metric,
            None => of.push(metric),
        }
    }
    of
}

impl Teller<'_> {
    /// Below the performance text of a level: what CompetencyPerformanceRequirement says of the option.
    pub fn figures(&mut self, of: &CompetencyStanding, option: &OptionStanding) {
        let Some(lists) = self.lists else { return };
        let is_meant = |metric: &Metric<'_>| {
            let of_competency = same(metric.competency, &of.name) || same(metric.competency, &of.id);
            // A competency with a single way to it need not name it.
            let of_option = metric.option.is_empty() && of.options.len() == 1
                || same(metric.option, &option.name)
                || same(metric.option, &option.id)
                || same(metric.option, &of.name) && of.options.len() == 1;
            of_competency && of_option
        };
        for metric in newest(lists.performance.iter().flat_map(|list| list.metrics()).filter(is_meant)) {
            let texts = self.texts;
            let figure = |key: &str, value: Option<f64>| value.map(|value| tr!(texts, key, value = texts.decimal(value)));
            let figures = [
                figure("standing-figure-trailing", metric.trailing),
                figure("standing-figure-year", metric.year),
                figure("standing-figure-month", metric.monthly),
                figure("standing-figure-silver", metric.silver),
                figure("standing-figure-gold", metric.gold),
            ];
            let figures = figures.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let place = tr!(texts, "findings-list-row", file = file_name(metric.place.path), row = metric.place.row.to_string());
            let name = [metric.name, metric.month].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            self.push(Tone::Plain, 1, &tr!(texts, "standing-figure", name = name, figures = figures));
            self.push(Tone::Dim, 2, &place);
        }
    }

    /// Beside a designation: whom the skilling-eligibility download counts for it. It names people by their names alone, so
    /// it is told beside the program's own figures and joined to none of them (R13).
    pub fn eligible(&mut self, of: &DesignationStanding) {
        let Some(lists) = self.lists else { return };
        let as_of = self.standing.as_of;
        let is_meant = |one: &Eligible<'_>| same(one.area, &of.short) || same(one.area, &of.name) || same(one.area, &of.id);
        let lasts = |one: &Eligible<'_>| one.expires.is_none_or(|last| last >= as_of);
        for list in &lists.eligibility {
            let mut people: BTreeMap<Option<CertificationLevel>, Vec<String>> = BTreeMap::new();
            for one in list.certifications().filter(|one| is_meant(one) && lasts(one)) {
                let of_level = people.entry(one.level).or_default();
                let name = text::fold(&one.who.name());
                if !name.is_empty() && !of_level.contains(&name) {
                    of_level.push(name);
                }
            }
            if people.is_empty() {
                continue;
            }
            let texts = self.texts;
            let file = list.file().row(0).place();
            self.heading(&tr!(texts, "standing-eligible", file = file_name(file.path)));
            for (level, names) in people {
                let key = match level {
                    Some(CertificationLevel::Intermediate) => "standing-eligible-intermediate",
                    Some(CertificationLevel::Advanced) => "standing-eligible-advanced",
                    None => "standing-eligible-other",
                };
                self.line(Tone::Plain, 1, key, &[("count", names.len().into())]);
            }
            self.line(Tone::Dim, 1, "standing-eligible-about", &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::page_in;
    use crate::catalog::{Programme, programmes};
    use crate::i18n::{Lang, Texts};
    use crate::model::test_support::{company, lists};
    use crate::standing::{Question, Rules, stand};

    const HEAD: &str = "First Name,Email,MCID,Associated to PMC,Associated to PC\nAda,ada@x.example,8000001,Yes,Yes\n";

    fn said(files: &[&str], day: &str, programme: Programme, path: &str, lang: Lang) -> String {
        let (company, lists) = (company(HEAD), lists(files));
        let question = Question::of_day(day.parse().unwrap());
        let standing = stand(&company, crate::catalog::catalog(), &Rules::on(programmes(), question.as_of), &question);
        let beside = crate::export::standing::Shown { programmes: programmes(), lists: Some(&lists) };
        let page = page_in(&company, beside, &standing, programme, path, &Texts::new(lang)).unwrap();
        page.lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
    }

    const FIGURES: &str = "CompetencyName,CompetencyAttainmentOptionName,Month,MetricName,MetricMonthlyContribution,TTMAggregate,\
        AnniversaryYearAggregate,GoldThreshold,SilverThreshold\n\
        Cloud Platform,Azure Consumption,2021-05,Azure consumed revenue,900,12500,8000,100000,15000\n\
        Cloud Platform,Azure Consumption,2021-04,Azure consumed revenue,800,11600,7100,100000,15000\n\
        Cloud Platform,Another,2021-05,Seats,1,2,3,4,5\n";

    #[rstest]
    #[case(Lang::En, "12 months 12,500")]
    #[case(Lang::Fr, "12 mois : 12\u{202f}500")]
    fn the_newest_figures_stand_below_the_performance_text(#[case] lang: Lang, #[case] expected: &str) {
        let page = said(&[FIGURES], "2021-06-01", Programme::Competencies, "cloud-platform/azure-consumption/silver", lang);
        assert!(page.contains(expected) && page.contains("2021-05") && !page.contains("2021-04") && !page.contains("Seats"), "{page}");
        let without = said(&[], "2021-06-01", Programme::Competencies, "cloud-platform/azure-consumption/silver", lang);
        assert!(!without.contains("2021-05"), "{without}");
    }

    const ELIGIBLE: &str = "Individual name,Certification name,Certification type,Solution area,Completion date,Expiry date\n\
        Ada Roy,Azure Administrator Associate,Intermediate,Data & AI,22 Aug 2025,22 Aug 2027\n\
        ADA ROY,Azure Developer Associate,Intermediate,Data & AI,22 Aug 2025,22 Aug 2027\n\
        Bo Lim,Azure Solutions Architect,Advanced,Data & AI,22 Aug 2025,22 Aug 2026\n\
        Cy Ode,Azure Security,Advanced,Security,22 Aug 2025,22 Aug 2027\n";

    #[rstest]
    #[case(Lang::En, "intermediate certification: 1 person")]
    #[case(Lang::Fr, "certification intermédiaire : 1 personne")]
    fn people_are_counted_once_and_only_while_they_count(#[case] lang: Lang, #[case] expected: &str) {
        let page = said(&[ELIGIBLE], "2026-09-15", Programme::Designations, "data-ai", lang);
        assert!(page.contains(expected), "R13: {page}");
        assert!(!page.contains("advanced certification") && !page.contains("certification avancée"), "it has ended: {page}");
    }
}
