//! What the static pages say, before and without any application.

use crate::group::group;
use crate::{Plural, Text};

group! {
    /// What the templates of `exchange` say.
    Page {
        // Around every page
        /// The first link of a page, shown when it has the focus.
        skip: Text,
        /// For screen readers, the name of the way back in the head.
        you_are_here: Text,
        /// For screen readers, the name of the menu of languages.
        languages: Text,
        /// For screen readers, the name of the links in the foot of a course's pages.
        about_the_course: Text,
        /// In the foot, the link to the page about stored data.
        kept_here: Text,
        /// In the foot of the entrance, the link to the page on which courses are written, which is in English.
        for_trainers: Text,

        // Courses
        /// The heading and the name of the entrance.
        courses: Text,
        /// Below a course.
        module_count: Plural,
        /// Below a module.
        lesson_count: Plural,
        /// Below a module.
        quiz_count: Plural,

        // A module
        /// Above its title.
        module_of: Text,
        /// A fact: the event that it was built from.
        event: Text,
        /// A fact: the date of the event.
        date: Text,
        /// A fact: the place of the event.
        place: Text,
        /// A fact: who held the event.
        held_by: Text,
        /// A fact: the document that tells of the event.
        source: Text,
        /// A fact: the modules to take before.
        take_first: Text,
        /// Between the parts of a list in running text.
        list_separator: Text,
        /// A heading.
        lessons: Text,
        /// A heading.
        quizzes: Text,
        /// A heading, above the objectives.
        able_to: Text,

        // A lesson
        /// Above its title.
        lesson_of: Text,
        /// About how long it takes to read.
        about_minutes: Plural,
        /// For screen readers, the name of the ways on.
        ways_on: Text,
        /// The link to the lesson before.
        previous_lesson: Text,
        /// The link to the lesson after.
        next_lesson: Text,
        /// The link to a quiz: to the practice of the lesson, and after the last lesson to the quiz that comes next.
        quiz: Text,

        // A quiz
        /// What it is: feedback after each answer.
        practice: Text,
        /// What it is: feedback at the end.
        assessment: Text,
        /// How many questions it asks.
        question_count: Plural,
        /// The share that passes; `{share}` is a share.
        pass_mark: Text,
        /// When a practice gives feedback.
        feedback_each: Text,
        /// When an assessment without a pass mark gives feedback.
        feedback_end: Text,
        /// A share, `67 %`.
        percent: Text,
        /// In the place of its questions until they come.
        on_their_way: Text,
        /// In the same place, where the application did not come.
        did_not_arrive: Text,
        /// In the same place, where the browser runs no scripts; `{module}` is a link to the module.
        no_scripts: Text,

        // The glossary
        /// Its heading, and the link to it in the foot.
        glossary: Text,
        /// What a search engine shows of it.
        glossary_about: Plural,
        /// Before other names of a term.
        also: Text,
        /// In the place of a citation, where no instrument defines the term.
        working_term: Text,
        /// Before the terms that it is often taken for.
        confused_with: Text,

        // The sources
        /// Its heading, and the link to it in the foot.
        sources: Text,
        /// What a search engine shows of it.
        sources_about: Plural,
        /// A treaty, at the beginning of a line.
        treaty: Text,
        /// A text that guides and does not bind.
        soft_law: Text,
        /// A report.
        report: Text,
        /// A programme.
        programme: Text,
        /// Statistics.
        statistics: Text,
        /// When a treaty was adopted.
        adopted: Text,
        /// When it entered into force.
        in_force: Text,
        /// When a document was published.
        published: Text,
        /// Who keeps the original.
        depositary: Text,
        /// The link to the text itself.
        official_text: Text,
        /// After that link: it leads away.
        another_site: Text,

        // No such page
        /// The heading.
        no_such_page: Text,
        /// What may have happened.
        why_no_page: Text,
        /// What a search engine shows of it.
        no_page_here: Text,
        /// The link one folder up.
        one_level_up: Text,
        /// The link to the entrance.
        to_the_courses: Text,

        // The pages of the notebook
        /// The heading of the page about stored data, and the link to it.
        your_data: Text,
        /// Below that heading.
        your_data_lead: Text,
        /// What a search engine shows of it.
        your_data_about: Text,
        /// The heading of the page about what was done, and the link to it in the foot.
        progress: Text,
        /// The heading of the page with what is due, and the link to it in the foot.
        review: Text,
        /// The heading of the page with drills, and the link to it in the foot.
        drills: Text,
        /// The heading of the page with the record of achievement.
        record: Text,
        // Without a connection
        /// On a page of a version that is no longer the newest.
        new_version: Text,
        /// The button below it.
        use_it_now: Text,
        /// For screen readers, the name of what a module's page says of keeping it.
        offline_use: Text,
        /// There: the button that keeps the module; `{size}` is a size.
        keep: Text,
        /// There: while it is being kept.
        keeping: Text,
        /// There, for screen readers, the name of the bar that shows how far it is.
        kept_so_far: Text,
        /// There: that it is kept.
        kept: Text,
        /// There: the button that ends that.
        keep_no_longer: Text,
        /// There: why it is not kept.
        keep_full: Text,
        /// There: why it is not kept.
        keep_failed: Text,
        /// A size in kilobytes.
        kilobytes: Text,
        /// A size in megabytes.
        megabytes: Text,
        /// The heading in the place of a page that cannot be shown now.
        not_on_device: Text,
        /// Below it.
        why_not_on_device: Text,
        /// Below that, where no module is kept.
        none_kept: Text,
        /// Below that, above the modules that are kept.
        kept_modules: Text,
        /// What a search engine shows of it.
        not_on_device_about: Text,

        // The pages of the notebook, until it has come
        /// In the place of what such a page shows, until it comes.
        one_moment: Text,
        /// In the same place, where it does not come.
        page_did_not_arrive: Text,
        /// In the same place, where the browser runs no scripts.
        needs_scripts: Text,

        // Review and drills
        /// Below it.
        review_lead: Text,
        /// What a search engine shows of it.
        review_about: Text,
        /// Below it.
        drills_lead: Text,
        /// What a search engine shows of it.
        drills_about: Text,

        // Progress and the record of achievement
        /// Below it.
        progress_lead: Text,
        /// What a search engine shows of it.
        progress_about: Text,
        /// Below it.
        record_lead: Text,
        /// What a search engine shows of it.
        record_about: Text,
    }
}
