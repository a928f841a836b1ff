//! What holds of every cohort and every table of marks.
