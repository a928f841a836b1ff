//! A study as JSON.

use domain::json::Writer;

use super::{item_figures, list, null, quiz_figures, sentences};
use crate::remark::{Comparison, Remarked};
use crate::statistics::ItemFigures;
use crate::study::{Grade, ItemStudy, QuizStudy, Study};

/// `learners` with their grades, and `quizzes`.
pub(super) fn study(out: &mut Writer, study: &Study) {
    list(out, "learners", &study.gradebook.rows, |out, row| {
        out.required("learner", &row.label);
        let grades = study.gradebook.columns.iter().zip(&row.grades);
        let grades = grades.filter_map(|(column, grade)| Some((column, grade.as_ref()?)));
        list(out, "grades", grades, |out, (column, grade)| {
            out.required("quiz", &column.quiz);
            grade_fields(out, grade);
        });
    });
    list(out, "quizzes", &study.quizzes, quiz);
}

fn grade_fields(out: &mut Writer, grade: &Grade) {
    out.required("attempt", &grade.attempt);
    out.required("which", &grade.which);
    out.required("of", &grade.of);
    out.required("share", &grade.share);
    out.required("earned", &grade.earned);
    out.required("possible", &grade.possible);
    out.required("passed", &grade.passed);
    out.required("finished", &grade.finished);
    out.required("spent", &grade.spent);
    out.required("answered", &grade.answered);
    out.required("questions", &grade.questions);
    list(out, "flags", &grade.flags, |out, flag| {
        out.required("code", &flag.code().to_owned());
        out.required("text", &flag.to_string());
    });
}

fn quiz(out: &mut Writer, quiz: &QuizStudy) {
    out.required("quiz", &quiz.quiz);
    out.required("title", &quiz.title);
    out.required("pass", &quiz.pass);
    out.required("same_paper", &quiz.is_same_paper);
    out.required("left_out_changed", &quiz.left_out.changed);
    out.required("left_out_other_papers", &quiz.left_out.other_papers);
    out.name("figures");
    out.open('{');
    quiz_figures(out, &quiz.figures);
    out.close('}');
    sentences(out, "advice", &quiz.advice);
    out.required("totals", &quiz.totals);
    list(out, "items", &quiz.items, item);
    let columns = quiz.objectives.iter().flat_map(|objectives| &objectives.columns);
    list(out, "objectives", columns, |out, objective| {
        out.required("objective", &objective.objective);
        out.required("text", &objective.text);
        out.required("learners", &objective.learners);
        out.required("mean", &objective.mean);
        out.required("mastered", &objective.mastered);
        out.required("failed", &objective.failed);
    });
    list(out, "elements", &quiz.elements, |out, element| {
        out.required("concept", &element.concept);
        out.required("element", &element.element);
        out.required("label", &element.label);
        out.required("judged", &element.judged);
        out.required("right", &element.right);
        out.required("to_prove", &element.to_prove);
        out.required("proven", &element.proven);
    });
    list(out, "misconceptions", &quiz.misconceptions, |out, found| {
        out.required("misconception", &found.misconception);
        out.required("learners", &found.learners);
        out.required("of", &found.of);
        out.required("questions", &found.questions);
    });
}

fn item(out: &mut Writer, item: &ItemStudy) {
    out.required("question", &item.question);
    out.required("edition", &item.edition);
    out.required("current", &item.is_current);
    out.required("kind", &item.kind.map(|kind| kind.name().to_owned()));
    out.required("stem", &item.stem);
    out.required("objective", &item.objective);
    out.required("maximum", &item.maximum);
    item_figures(out, &item.figures);
    out.required("guess", &item.guess);
    out.required("unanswered", &item.unanswered);
    out.required("hinted", &item.hinted);
    out.name("seconds");
    match item.times {
        None => null(out),
        Some(times) => {
            out.open('{');
            out.required("lower", &times.lower);
            out.required("median", &times.median);
            out.required("upper", &times.upper);
            out.close('}');
        }
    }
    out.name("certainty");
    match item.sureness {
        None => null(out),
        Some(sureness) => {
            out.open('{');
            out.required("asked", &sureness.asked);
            out.required("sure", &sureness.sure);
            out.required("sure_and_wrong", &sureness.sure_and_wrong);
            out.close('}');
        }
    }
    list(out, "parts", &item.parts, |out, part| {
        out.required("part", &part.key);
        out.required("text", &part.text);
        list(out, "choices", &part.choices, |out, choice| {
            out.required("choice", &choice.key);
            out.required("text", &choice.text);
            out.required("right", &choice.is_right);
            out.required("learners", &choice.learners);
            out.required("mean_rest", &choice.mean_rest);
            out.required("rest_error", &choice.rest_error);
        });
    });
    sentences(out, "advice", &item.advice);
}

/// What marking again gave: `answers`, `changed`, `kept`, `by_learner`, `by_item`.
pub(super) fn remarked(out: &mut Writer, remarked: &Remarked, comparison: &Comparison) {
    out.required("answers", &remarked.answers);
    out.required("changed", &remarked.changed);
    list(out, "kept", &remarked.kept, |out, (question, why, answers)| {
        out.required("question", question);
        out.required("why", &why.to_string());
        out.required("answers", answers);
    });
    list(out, "by_learner", &comparison.learners, |out, change| {
        out.required("learner", &change.label);
        out.required("quiz", &change.quiz);
        for (name, grade) in [("before", &change.before), ("after", &change.after)] {
            out.name(name);
            out.open('{');
            grade_fields(out, grade);
            out.close('}');
        }
        out.required("changed", &change.is_change());
    });
    list(out, "by_item", &comparison.items, |out, change| {
        out.required("quiz", &change.quiz);
        out.required("question", &change.question);
        out.required("edition", &change.edition);
        side(out, "before", change.before.as_ref());
        side(out, "after", change.after.as_ref());
        out.required("changed", &change.is_change());
    });
}

fn side(out: &mut Writer, name: &str, figures: Option<&ItemFigures>) {
    out.name(name);
    match figures {
        None => null(out),
        Some(figures) => {
            out.open('{');
            item_figures(out, figures);
            out.close('}');
        }
    }
}
