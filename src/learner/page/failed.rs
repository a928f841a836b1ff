//! Pages for what is not there, and what to do then.

use leptos::prelude::*;

use crate::app::App;
use crate::fetch::Missing;
use crate::route::Route;

pub(super) fn no_such_page(app: App) -> AnyView {
    view! {
        <main id="page" class="page page-missing" tabindex="-1">
            <h1>"No such page"</h1>
            <p>"Nothing stands at this address. It may have been renamed since the link was made."</p>
            <p><a href=app.href(&Route::Catalogue)>"To the courses"</a></p>
        </main>
    }
    .into_any()
}

pub(super) fn view(app: App, missing: &Missing) -> AnyView {
    view! {
        <main id="page" class="page page-missing" tabindex="-1">
            <h1>"This page did not arrive"</h1>
            <p>{reason(missing)}</p>
            <p>"Everything that you answered is kept."</p>
            <button type="button" class="button primary" on:click=move |_| app.reload()>"Try again"</button>
        </main>
    }
    .into_any()
}

/// What happened, and what to do.
pub(super) fn reason(missing: &Missing) -> &'static str {
    match missing {
        Missing::Unreachable => "The site could not be reached. Check the connection, then try again.",
        Missing::NotThere => {
            "A part of the page is no longer on the site: it was published anew. Reload the page."
        }
        Missing::Unreadable => {
            "A part of the page came damaged. Try again; if it stays so, tell those who run the site."
        }
    }
}
