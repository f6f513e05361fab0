//! Providers of private addresses: what stands behind their @ tells nothing of a company.

/// By the first part of the domain.
const PRIVATE: [&str; 33] = [
    "126",
    "163",
    "aol",
    "bluewin",
    "free",
    "gmail",
    "gmx",
    "googlemail",
    "hotmail",
    "icloud",
    "laposte",
    "libero",
    "live",
    "mail",
    "me",
    "msn",
    "naver",
    "orange",
    "outlook",
    "proton",
    "protonmail",
    "qq",
    "rediffmail",
    "seznam",
    "sfr",
    "t-online",
    "uol",
    "wanadoo",
    "web",
    "wp",
    "yahoo",
    "yandex",
    "ymail",
];

/// Whether a domain, in lower case, is a provider's.
#[must_use]
pub fn is_provider(domain: &str) -> bool {
    domain.split('.').next().is_some_and(|first| PRIVATE.contains(&first))
}
