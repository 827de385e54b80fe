//! The journal as one page for oneself or a clinician: HTML that needs nothing else and asks no network
//! for anything.

mod charts;

use std::fmt::Write as _;

use super::stats::{by_aspect, measure_name};
use crate::journal::{Aspect, LocalMoment, Measure, SessionPair, WhatHelped};
use crate::words::{Message, Texts, is_unprintable, upper_first};

/// So many sessions are listed one by one, the latest of them.
const LISTED: usize = 200;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#222;background:#fff;\
max-width:46rem;margin:2rem auto;padding:0 1rem}h1{font-weight:600}h2{margin-top:2.2rem;\
font-weight:600}h3{font-weight:600;margin-bottom:.2rem}svg{max-width:100%;height:auto;display:block}\
table{border-collapse:collapse;width:100%;font-size:.92rem}td,th{text-align:left;padding:.2rem .6rem \
.2rem 0;border-bottom:1px solid #ddd;vertical-align:top}.quiet{color:#595959}.note{border-left:4px \
solid #8a6d3b;padding-left:.8rem}@page{margin:18mm}@media print{body{margin:0;max-width:none;\
font-size:11pt}h2,h3{break-after:avoid}svg,tr{break-inside:avoid}}";

/// The whole page; with about how many sessions a week would suit the person, where they have said so.
pub(super) fn page(
    helped: &WhatHelped,
    goal: Option<u32>,
    made: LocalMoment,
    texts: &Texts,
) -> String {
    let say = |id: &'static str| escaped(&texts.text(&Message::new(id)));
    let count = Message::new("report-count");
    let count = count.with("sessions", u64::from(helped.days.values().sum::<u32>()));
    let count = texts.text(&count.with("days", helped.days.len() as u64));
    let when = texts.text(&Message::new("report-made").with("when", made.day_and_minute()));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
         <p>{} <span class=\"quiet\">{}</span></p>\n<p class=\"quiet\">{}</p>\n<h2>{}</h2>\n",
        texts.language().tag(),
        escaped(&count),
        escaped(&when),
        say("helped-caveat"),
        say("report-days"),
        title = say("helped-title"),
    );
    if helped.days.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", say("helped-nothing"));
    } else {
        page.push_str(&charts::calendars(helped, &say("report-days-picture")));
        let _ = writeln!(page, "<p class=\"quiet\">{}</p>", say("report-days-key"));
        if let Some(goal) = goal {
            page.push_str(&charts::weeks(helped, goal, &say("report-weeks-picture")));
            let told = texts.text(&Message::new("helped-goal").with("goal", u64::from(goal)));
            let _ = writeln!(page, "<p class=\"quiet\">{}</p>", escaped(&told));
        }
        if helped.overall.is_empty() {
            let _ = writeln!(page, "<p>{}</p>", say("helped-untold"));
        }
    }
    for measure in helped.measures() {
        page.push_str(&about(helped, measure, texts));
    }
    let _ = writeln!(page, "<p class=\"quiet\">{}</p>\n</body>\n</html>", say("report-no-device"));
    page
}

/// All that is told of one measure.
fn about(helped: &WhatHelped, measure: Measure, texts: &Texts) -> String {
    let say = |id: &'static str| escaped(&texts.text(&Message::new(id)));
    let name = upper_first(&measure_name(measure, texts));
    let mut part = format!("<h2>{}</h2>\n", escaped(&name));
    if let Some(change) = helped.overall.iter().find(|change| change.measure == measure) {
        for (number, line) in change.sentences(texts).into_iter().enumerate() {
            // What asks for care comes first.
            let is_care = number == 0 && change.is_worse_lately;
            let kind = if is_care { " class=\"note\"" } else { "" };
            let _ = writeln!(part, "<p{kind}>{}</p>", escaped(&line));
        }
    }
    for line in helped.coin_sentences(measure, texts) {
        let _ = writeln!(part, "<p>{}</p>", escaped(&line));
    }
    let pairs: Vec<&SessionPair> =
        helped.pairs.iter().filter(|pair| pair.measure == measure).take(LISTED).collect();
    if !pairs.is_empty() {
        part.push_str(&charts::pairs(&pairs, &say("report-pairs-picture")));
        let _ = writeln!(part, "<p class=\"quiet\">{}</p>", say("report-pairs-key"));
    }
    for aspect in Aspect::ALL {
        let rows = helped.shown_by(measure, aspect);
        if rows.is_empty() {
            continue;
        }
        let title = escaped(&upper_first(&by_aspect(aspect, texts)));
        let head = charts::interval_head();
        let _ =
            writeln!(part, "<h3>{title}</h3>\n<table>\n<tr><td></td><td></td><td>{head}</td></tr>");
        for row in rows {
            let short = escaped(&row.change.in_short(texts));
            let _ = writeln!(
                part,
                "<tr><td><bdi>{}</bdi></td><td>{short}</td><td>{}</td></tr>",
                escaped(&upper_first(&row.name(texts))),
                charts::interval(&row.change, &short),
            );
        }
        part.push_str("</table>\n");
    }
    let _ = writeln!(part, "<h3>{}</h3>\n<table>", say("report-one-by-one"));
    for pair in pairs {
        let _ = writeln!(
            part,
            "<tr><td>{}</td><td><bdi>{}</bdi></td><td>{} → {}</td></tr>",
            escaped(&pair.began.day_and_minute()),
            escaped(&pair.title),
            pair.before,
            pair.after,
        );
    }
    part.push_str("</table>\n");
    part
}

/// A text as HTML shows it, whatever it holds; what would reorder the page around it is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_unprintable(*letter)) {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    //! The page stands alone, and shows all texts as they are.

    use super::page;
    use crate::journal::{
        EntryEnding, EntryId, JournalEntry, LocalMoment, LookBack, Measure, Rating, RatingMoment,
        SessionContent, SessionProgress, WhatHelped,
    };
    use crate::words::{Language, Texts};

    fn english() -> &'static Texts {
        Texts::with_reports(Language::English)
    }

    fn helped(count: u16) -> WhatHelped {
        let now = LocalMoment { millis: 1_797_000_000_000, ahead: 0 };
        WhatHelped::of(&entries(count), &LookBack { now, day_begins: 4, session: None })
    }

    fn entries(count: u16) -> Vec<JournalEntry> {
        let entry = |number: u16| {
            let rating = |moment, value| Rating { moment, measure: Measure::Pain, value };
            JournalEntry {
                id: EntryId::new(),
                session: "feet".to_owned(),
                title: "Feet <script>alert(1)</script> & \"more\"".to_owned(),
                asked: None,
                began: LocalMoment {
                    millis: 1_795_939_200_000 + i64::from(number) * 86_400_000,
                    ahead: 3_600,
                },
                progress: SessionProgress {
                    ending: Some(EntryEnding::Done),
                    ..SessionProgress::default()
                },
                content: SessionContent {
                    regions: Vec::new(),
                    techniques: vec!["pack".to_owned()],
                },
                ratings: vec![
                    rating(RatingMoment::Before, 6 + number % 3),
                    rating(RatingMoment::After, 3 + number % 4),
                ],
                pain_at: None,
                coin: None,
                note: String::new(),
                is_let_go: false,
            }
        };
        (0..count).map(entry).collect()
    }

    #[test]
    fn it_asks_for_nothing_beside_itself_and_no_title_becomes_markup() {
        let made = LocalMoment { millis: 1_796_000_000_000, ahead: 0 };
        for count in [0, 1, 8, 30] {
            let page = page(&helped(count), Some(3), made, english());
            for outside in
                ["http:", "https:", "src=", "href", "url(", "@import", "<script", "<img", "<link"]
            {
                assert!(!page.contains(outside), "{outside}");
            }
            assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
            assert_eq!(page.matches("<table").count(), page.matches("</table>").count());
        }
    }

    #[test]
    fn every_day_of_three_years_is_shown_and_every_month_named_above_its_days() {
        let made = LocalMoment { millis: 1_796_000_000_000, ahead: 0 };
        let mut entries = entries(3);
        entries[0].began.millis -= 3 * 365 * 86_400_000;
        let now = LocalMoment { millis: 1_797_000_000_000, ahead: 0 };
        let wish = LookBack { now, day_begins: 4, session: None };
        let page = page(&WhatHelped::of(&entries, &wish), None, made, english());
        assert!(page.contains("<title>2023-11-30: 1</title>"), "{page}");
        assert_eq!(page.matches("Days with sessions").count(), 3);
        let months = page.matches("font-size=\"10\"").count();
        assert_eq!((months, page.matches(">2025</text>").count()), (37, 1));
    }

    #[test]
    fn a_title_that_would_turn_the_page_around_it_does_not() {
        let made = LocalMoment { millis: 1_796_000_000_000, ahead: 0 };
        let mut entries = entries(2);
        entries[0].title = "feet\u{202e}teef".to_owned();
        let now = LocalMoment { millis: 1_797_000_000_000, ahead: 0 };
        let wish = LookBack { now, day_begins: 4, session: None };
        let page = page(&WhatHelped::of(&entries, &wish), None, made, english());
        assert!(page.contains("<bdi>feetteef</bdi>"), "{page}");
    }

    #[test]
    fn it_says_what_the_numbers_say_and_what_they_do_not_show() {
        let made = LocalMoment { millis: 1_796_000_000_000, ahead: 0 };
        let page = page(&helped(8), Some(3), made, english());
        assert!(page.contains("Across 8 sessions"), "{page}");
        assert!(page.contains("does not show that the sessions caused it"), "{page}");
        assert!(page.contains("worse than usual"), "{page}");
        assert!(page.contains("arm and cold packs"), "{page}");
    }

    #[test]
    fn it_speaks_the_language_of_the_person() {
        let made = LocalMoment { millis: 1_796_000_000_000, ahead: 0 };
        let page = page(&helped(8), Some(3), made, Texts::with_reports(Language::German));
        assert!(page.contains("<html lang=\"de\">") && page.contains("In 8 Sitzungen"), "{page}");
        for english in ["session", "before", "after", " the ", "interval "] {
            let shown = page.split("</style>").nth(1).unwrap_or_default();
            let shown = shown.replace("and 2 ", "");
            assert!(!shown.contains(english), "{english}: {shown}");
        }
    }
}
