//! The page that is shown while there has been no good build.

use maud::{DOCTYPE, html};

use super::Shown;

/// Names what is wrong, and reloads as soon as that changes.
pub(super) fn not_yet(shown: &Shown) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Not built yet · Plenary" }
                link rel="stylesheet" href="/-/dev.css";
                script defer src={ "/-/dev.js?build=" (shown.build) "&look=" (shown.look) } {}
            }
            body class="not-yet" {
                main {
                    h1 { "The course cannot be shown yet" }
                    p { "This page opens it as soon as these are mended." }
                    ul class="troubles" {
                        @for trouble in &shown.troubles {
                            li {
                                p class="place" { (trouble.label) " " code { (trouble.place) } }
                                p class="message" { (trouble.message) }
                                @if !trouble.help.is_empty() { p class="help" { (trouble.help) } }
                            }
                        }
                    }
                }
            }
        }
    }
    .into_string()
}
