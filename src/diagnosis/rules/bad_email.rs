//! P5: an address that is none. By it nobody is matched with an account of Partner Center.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding, Why};
use crate::model::Field;

/// The accounts whose address is none; an empty one is not wrong.
pub fn find(context: &Context<'_>) -> Found {
    let Some(field) = [Field::Email, Field::EmailPrivate].into_iter().find(|field| context.company.has(*field)) else {
        return if context.company.accounts.is_empty() { Ok(Vec::new()) } else { Err(Why::Column(Field::Email)) };
    };
    let company = context.company;
    let is_bad = |account: &u32| {
        let address = company.email(company.account(*account));
        !address.is_empty() && !is_address(address)
    };
    let findings = context.accounts().filter(is_bad).map(|account| {
        let evidence = context.cells_of_account(account, &[field]);
        Finding::of_account(Code::BadEmail, account, Detail::Nothing, evidence)
    });
    Ok(findings.collect())
}

/// Something before one `@`, a domain with a dot behind it, and no blanks: stricter tests refuse addresses that work.
pub(super) fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let labels = || domain.split('.');
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    !local.is_empty()
        && !local.contains('@')
        && !address.chars().any(|c| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')'))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && labels().count() > 1
        && labels().all(is_label)
}

#[cfg(test)]
mod tests {
    use super::is_address;
    use rstest::rstest;

    #[rstest]
    #[case("ana.silva@contoso.example", true)]
    #[case("o'brien+learn@mail.contoso.example", true)]
    #[case("müller@bücher.example", true)]
    #[case("a_b-c@x-y.example", true)]
    #[case("ana.silva at contoso.example", false)]
    #[case("ana.silva@contoso", false)]
    #[case("ana.silva@contoso.", false)]
    #[case("@contoso.example", false)]
    #[case("ana@@contoso.example", false)]
    #[case("ana silva@contoso.example", false)]
    #[case("ana@contoso.example; ana@home.example", false)]
    #[case("Ana <ana@contoso.example>", false)]
    #[case("ana.@contoso.example", false)]
    #[case("8000015", false)]
    fn addresses(#[case] text: &str, #[case] right: bool) {
        assert_eq!(is_address(text), right, "P5: {text}");
    }
}
