//! The glossary and the sources of a course, as pages of their own.

use domain::id::CourseId;
use domain::index::Reference;
use domain::reference::Term;
use leptos::prelude::*;

use crate::app::App;
use crate::part::{markup, source};

pub(super) fn glossary(app: App, course: &CourseId, reference: &Reference) -> AnyView {
    let entries = reference.terms.iter().map(|term| entry(app, course, term, reference));
    view! {
        <main id="page" class="page page-glossary" tabindex="-1">
            <h1>"Glossary"</h1>
            <dl class="glossary">{entries.collect_view()}</dl>
        </main>
    }
    .into_any()
}

fn entry(app: App, course: &CourseId, term: &Term, reference: &Reference) -> AnyView {
    let also =
        (!term.also.is_empty()).then(|| view! { <span class="note">" also: " {term.also.join(", ")}</span> });
    let authority = match &term.authority {
        Some(authority) => source::citation(app, course, authority),
        None => "Working term".into_any(),
    };
    let confused =
        term.confused_with.iter().filter_map(|id| reference.terms.iter().find(|term| term.id == *id));
    let confused: Vec<AnyView> = confused
        .map(|other| view! { <a href=format!("#term-{}", other.id)>{other.term.clone()}</a> }.into_any())
        .collect();
    let confused = (!confused.is_empty())
        .then(|| view! { <dd class="note confused"><span class="label">"Not to be confused with"</span>{confused}</dd> });
    view! {
        <div id=format!("term-{}", term.id)>
            <dt>{term.term.clone()}{also}</dt>
            <dd>{markup::inline(app, course, &term.definition)}</dd>
            <dd class="note">{authority}</dd>
            {confused}
        </div>
    }
    .into_any()
}

pub(super) fn sources(app: App, course: &CourseId, reference: &Reference) -> AnyView {
    let entries = reference.sources.iter().map(|one| {
        view! {
            <div id=format!("source-{}", one.id)>
                <dt>{one.short.clone()}</dt>
                <dd>{source::details(app, course, one)}</dd>
            </div>
        }
    });
    view! {
        <main id="page" class="page page-sources" tabindex="-1">
            <h1>"Sources"</h1>
            <dl class="sources">{entries.collect_view()}</dl>
        </main>
    }
    .into_any()
}
