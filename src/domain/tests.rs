//! Facts about the crate as a whole, most of them for random questions, responses, logs and sessions.

mod backups;
mod draws;
mod folding;
mod generators;
mod resuming;
mod saved_samples;
mod scoring;
mod sessions;
mod storing;
mod tabs;
mod writing;
