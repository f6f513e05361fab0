use super::*;
use rstest::rstest;

/// Linear light of a colour, red, green, blue, each 0 to 1.
fn linear(colour: Color, palette: &[(Color, u32)]) -> [f64; 3] {
    let rgb = match colour {
        Color::Rgb(r, g, b) => [r, g, b],
        named => {
            let hex = palette.iter().find(|(c, _)| *c == named).unwrap_or_else(|| panic!("{named:?} is not in the palette")).1;
            [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8]
        }
    };
    rgb.map(|v| {
        let v = f64::from(v) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    })
}

fn luminance([r, g, b]: [f64; 3]) -> f64 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Contrast as WCAG computes it: 1 to 21.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every pair of letters and background that the screens draw.
fn pairs(theme: Theme) -> Vec<(&'static str, Style)> {
    let on_base = |style: Style| theme.base().patch(style);
    let in_selection = |style: Style| style.patch(theme.selected());
    let mut pairs = vec![
        ("text", theme.base()),
        ("dim", on_base(theme.dim())),
        ("accent", on_base(theme.accent())),
        ("heading", on_base(theme.heading())),
        ("current column", on_base(theme.cursor_column())),
        ("good", on_base(theme.good())),
        ("bad", on_base(theme.bad())),
        ("warn", on_base(theme.warn())),
        ("found", on_base(theme.found())),
        ("mark", on_base(theme.mark())),
        ("message", on_base(theme.toast(false))),
        ("error", on_base(theme.toast(true))),
        ("selected", on_base(theme.selected())),
        ("frame", on_base(theme.frame(true))),
        ("frame elsewhere", on_base(theme.frame(false))),
    ];
    for (name, style) in [("good selected", theme.good()), ("dim selected", theme.dim()), ("key selected", theme.key())] {
        pairs.push((name, on_base(in_selection(style))));
    }
    // Found letters keep their own colour in the selected row.
    pairs.push(("found selected", on_base(theme.selected().patch(theme.found()))));
    pairs
}

const PAINTED: [(ThemeName, f64); 5] = [
    (ThemeName::Dark, 4.5),
    (ThemeName::Light, 4.5),
    (ThemeName::Contrast, 7.0),
    (ThemeName::Deuteranopia, 4.5),
    (ThemeName::Tritanopia, 4.5),
];

#[test]
fn the_file_holds_every_theme_and_no_other() {
    let themes = read(include_str!("../../../assets/themes.toml")).unwrap();
    let mut names: Vec<String> = ThemeName::ALL.iter().map(ToString::to_string).collect();
    names.sort();
    assert_eq!(themes.keys().cloned().collect::<Vec<_>>(), names);
}

#[test]
fn everything_that_is_painted_can_be_read() {
    for (name, least) in PAINTED {
        let theme = Theme::named(name, true, false);
        for (what, style) in pairs(theme) {
            let (Some(front), Some(back)) = (style.fg, style.bg) else { panic!("{name}: {what} has {style:?}") };
            let ratio = contrast(linear(front, &[]), linear(back, &[]));
            assert!(ratio >= least, "{name}: {what} has a contrast of {ratio:.2}");
        }
    }
}

/// The terminal decides about its 16 colours; of the palettes in wide use these are read at a contrast of 3 or more.
#[rstest]
#[case(ThemeName::Auto, 0x000000, &[(Color::Cyan, 0x00cdcd), (Color::Green, 0x00cd00), (Color::Red, 0xcd0000), (Color::Magenta, 0xcd00cd)])]
#[case(ThemeName::Auto, 0x0c0c0c, &[(Color::Cyan, 0x3a96dd), (Color::Green, 0x13a10e), (Color::Red, 0xe74856), (Color::Magenta, 0xb4009e)])]
#[case(ThemeName::AutoLight, 0xffffff, &[(Color::Blue, 0x0000ee), (Color::Green, 0x009900), (Color::Red, 0xcd0000), (Color::Magenta, 0xcd00cd)])]
#[case(ThemeName::AutoLight, 0xffffff, &[(Color::Blue, 0x0037da), (Color::Green, 0x107c10), (Color::Red, 0xc50f1f), (Color::Magenta, 0x881798)])]
fn the_usual_colours_can_be_read_on_the_usual_terminals(#[case] name: ThemeName, #[case] back: u32, #[case] palette: &[(Color, u32)]) {
    let theme = Theme::named(name, true, false);
    let back = linear(Color::Rgb((back >> 16) as u8, (back >> 8) as u8, back as u8), &[]);
    for style in [theme.accent(), theme.good(), theme.bad(), theme.warn(), theme.found()] {
        let ratio = contrast(linear(style.fg.unwrap(), palette), back);
        assert!(ratio >= 2.9, "{name}: {style:?} has a contrast of {ratio:.2}");
        assert_eq!(style.bg, None, "the terminal's own background stays");
    }
}

/// How a colour is seen: Machado, Oliveira and Fernandes, severity 1, over linear light.
fn seen(colour: Color, matrix: [[f64; 3]; 3]) -> [f64; 3] {
    let light = linear(colour, &[]);
    matrix.map(|row| row.iter().zip(light).map(|(m, v)| m * v).sum::<f64>().clamp(0.0, 1.0))
}

/// CIE Lab, for distances that mean something to the eye.
fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83;
    let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

#[rstest]
#[case(ThemeName::Deuteranopia, [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]])]
#[case(ThemeName::Tritanopia, [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]])]
fn what_means_something_else_looks_different_to_those_the_theme_is_for(#[case] name: ThemeName, #[case] matrix: [[f64; 3]; 3]) {
    let theme = Theme::named(name, true, false);
    let styles = [("good", theme.good()), ("bad", theme.bad()), ("warn", theme.warn()), ("accent", theme.accent())];
    for (at, (one, a)) in styles.iter().enumerate() {
        for (other, b) in &styles[at + 1..] {
            let (a, b) = (lab(seen(a.fg.unwrap(), matrix)), lab(seen(b.fg.unwrap(), matrix)));
            let distance = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
            assert!(distance >= 20.0, "{name}: {one} and {other} are {distance:.1} apart");
        }
    }
}

#[test]
fn without_colour_nothing_has_one_and_all_that_matters_stands_out() {
    for name in ThemeName::ALL {
        let theme = Theme::named(name, false, true);
        assert_eq!(theme, Theme::named(ThemeName::Mono, true, false), "{name}");
        for (what, style) in pairs(theme) {
            assert_eq!((style.fg, style.bg), (None, None), "{name}: {what}");
        }
        for style in [theme.selected(), theme.cursor_column(), theme.selected_elsewhere(), theme.found(), theme.heading()] {
            assert!(!style.add_modifier.is_empty());
        }
    }
}
