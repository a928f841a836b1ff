//! Facts about the crate as a whole, most of them for random questions, responses, logs and sessions.

mod arriving;
mod attempts;
mod backups;
mod changed;
mod draws;
mod drills;
mod folding;
mod generators;
mod kinds;
mod mastery;
mod oracle;
mod recalls;
mod renaming;
mod resuming;
mod samples;
mod saved_samples;
mod scoring;
mod script;
mod sessions;
mod store;
mod storing;
mod tabs;
mod timing;
mod tries;
mod typing;
mod writing;
