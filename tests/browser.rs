//! Journeys of a delegate through the built site, in a real headless Chromium.
//!
//! A journey does what a person does, and finds things as a person finds them: by what they are and what they are
//! called, in the tree that a screen reader is given. Only the wait for the application knows an id of the page. A journey
//! fails as well where the console reports an error, and leaves a picture, the source and the reading of the page in
//! `target/journeys`.

mod accessibility;
mod answering;
mod arabic;
mod asks;
mod assessment;
mod authoring;
mod conditions;
mod draws;
mod drills;
mod faults;
mod first;
mod history;
mod hosting;
mod keeping;
mod keyboard;
mod kinds;
mod languages;
mod later;
mod offline;
mod pages;
mod plain;
mod played;
mod print;
mod progress;
mod reading;
mod resuming;
mod review;
mod said;
mod scores;
mod screenshots;
mod states;
mod storage;
mod trainer;
mod versions;
mod workbench;
