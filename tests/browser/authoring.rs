//! An author with the page open: mistakes are shown in it, and gone once they are mended.

use std::fs;
use std::path::Path;

use crate::workbench::Server;

use super::workbench::{fixture_project, journey_at};

#[test]
fn a_mistake_is_shown_in_the_open_page_until_it_is_mended() {
    let project = fixture_project();
    let course = project.path().join("courses/treaties/course.toml");
    let server = Server::start(project.path(), &["--port", "0"]);
    journey_at(&format!("http://{}/", server.address), |page| {
        page.open("treaties/");
        page.is_at("treaties/", "Reading treaties");

        replace(&course, "summary  =", "sumary   =");
        page.finds("alert", "1 mistake in the course");
        page.sees("courses/treaties/course.toml:4:1");
        page.sees("sumary");
        page.sees("How a State comes to be bound, and by what.");

        replace(&course, "sumary   =", "summary  =");
        replace(&course, "Reading treaties", "Reading treaties well");
        page.until("the page as it was mended", |tree| tree.heading() == Some("Reading treaties well"));
        page.until("a page without the panel", |tree| tree.all("alert").next().is_none());
    });
}

#[test]
fn a_project_that_cannot_be_shown_yet_opens_as_soon_as_it_is_mended() {
    let project = fixture_project();
    let bank = project.path().join("questions/kinds.toml");
    replace(&bank, "correct = true, feedback = \"With", "correct = \"yes\", feedback = \"With");
    let server = Server::start(project.path(), &["--port", "0"]);
    journey_at(&format!("http://{}/", server.address), |page| {
        page.expect_in_console("status of 503");
        page.open_plain("treaties/");
        page.until("the page that stands in", |tree| {
            tree.heading() == Some("The course cannot be shown yet")
        });
        page.sees("questions/kinds.toml:");
        replace(&bank, "correct = \"yes\"", "correct = true");
        page.until("the course", |tree| tree.heading() == Some("Reading treaties"));
    });
}

#[track_caller]
fn replace(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(old), "{} has no {old}", path.display());
    fs::write(path, text.replace(old, new)).unwrap();
}
