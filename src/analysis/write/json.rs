//! Figures as one JSON object, in full: every digit, `null` where a figure is not defined.

mod of_study;

use domain::json::{Json, Writer};

use super::Told;
use crate::advice::{self, Advice};
use crate::cohort::Cohort;
use crate::marks::Marks;
use crate::statistics::{Footing, Interval, ItemFigures, QuizFigures, Statistics};

/// A plain table of marks: `quiz` with its figures, `items` in the order of the columns, `notes`.
pub fn of_marks(marks: &Marks, statistics: &Statistics) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.name("quiz");
    out.open('{');
    quiz_figures(&mut out, &statistics.quiz);
    sentences(&mut out, "advice", &advice::of_quiz(&statistics.quiz, true));
    out.close('}');
    list(&mut out, "items", marks.matrix.items().iter().zip(&statistics.items), |out, (item, figures)| {
        out.required("name", &item.name);
        out.required("maximum", &item.maximum);
        item_figures(out, figures);
        sentences(out, "advice", &advice::of_figures(figures));
    });
    let notes: Vec<String> = marks.notes.iter().map(ToString::to_string).collect();
    out.required("notes", &notes);
    out.close('}');
    finished(out)
}

/// A cohort: `files`, `learners`, `quizzes`, and `remarked` where it was marked again.
pub fn of_cohort(told: Told<'_>) -> String {
    let mut out = Writer::default();
    out.open('{');
    files(&mut out, told.cohort);
    of_study::study(&mut out, told.study);
    out.name("remarked");
    match told.remarked {
        None => null(&mut out),
        Some((remarked, after, comparison)) => {
            out.open('{');
            of_study::remarked(&mut out, remarked, comparison);
            of_study::study(&mut out, after);
            out.close('}');
        }
    }
    out.close('}');
    finished(out)
}

fn finished(out: Writer) -> String {
    out.finish() + "\n"
}

fn files(out: &mut Writer, cohort: &Cohort) {
    list(out, "files", &cohort.files, |out, file| {
        out.required("file", &file.name);
        match &file.state {
            Ok(taken) => {
                let learner = cohort.learners.get(taken.learner).map(|learner| learner.label.clone());
                out.required("sort", &taken.sort.to_string());
                out.required("learner", &learner);
                out.required("made", &taken.made);
                out.required("entries", &taken.entries);
                out.required("within", &taken.within);
                let findings: Vec<String> = taken.findings.iter().map(ToString::to_string).collect();
                out.required("findings", &findings);
                out.required("refused", &None::<String>);
            }
            Err(refused) => out.required("refused", &Some(refused.to_string())),
        }
    });
}

/// The figures of a quiz, as fields of the object that is being written.
fn quiz_figures(out: &mut Writer, figures: &QuizFigures) {
    out.required("learners", &figures.learners);
    out.required("items", &figures.items);
    out.required("maximum", &figures.maximum);
    out.required("mean", &figures.mean);
    out.required("median", &figures.median);
    out.required("sd", &figures.sd);
    out.required("skewness", &figures.skewness);
    out.required("kurtosis", &figures.kurtosis);
    out.required("cic", &figures.cic);
    interval(out, "cic_interval", figures.cic_interval);
    out.required("error_ratio", &figures.error_ratio);
    out.required("standard_error", &figures.standard_error);
    footing(out, figures.learners);
}

/// The figures of an item, as fields of the object that is being written.
fn item_figures(out: &mut Writer, figures: &ItemFigures) {
    out.required("learners", &figures.learners);
    out.required("facility", &figures.facility);
    interval(out, "facility_interval", figures.facility_interval);
    out.required("sd", &figures.sd);
    out.required("intended_weight", &figures.intended_weight);
    out.required("effective_weight", &figures.effective_weight);
    out.required("negative_covariance", &figures.negative_covariance);
    out.required("discrimination_index", &figures.discrimination_index);
    interval(out, "discrimination_interval", figures.discrimination_interval);
    out.required("discriminative_efficiency", &figures.discriminative_efficiency);
    out.required("total_correlation", &figures.total_correlation);
    footing(out, figures.learners);
}

/// `suppressed` of too few learners, `few` of few.
fn footing(out: &mut Writer, learners: usize) {
    let footing = Footing::of(learners);
    out.required("suppressed", &(footing == Footing::TooFew));
    out.required("few", &(footing == Footing::Few));
}

fn interval(out: &mut Writer, name: &str, interval: Option<Interval>) {
    out.required(name, &interval.map(|interval| (interval.low, interval.high)));
}

fn sentences(out: &mut Writer, name: &str, advice: &[Advice]) {
    let sentences: Vec<String> = advice.iter().map(ToString::to_string).collect();
    out.required(name, &sentences);
}

/// A list of objects.
fn list<T>(out: &mut Writer, name: &str, all: impl IntoIterator<Item = T>, write: impl Fn(&mut Writer, T)) {
    out.name(name);
    out.open('[');
    for one in all {
        out.next();
        out.open('{');
        write(out, one);
        out.close('}');
    }
    out.close(']');
}

fn null(out: &mut Writer) {
    None::<String>.write(out);
}
